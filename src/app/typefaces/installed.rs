//! The fonts of official paper that this machine has, by the Local Font Access API. Only Chromium has it, and it asks
//! the user first.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException};

use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::render::Typeface;

/// A font that was found.
pub struct Installed {
    /// What it serves as.
    pub typeface: Typeface,
    /// Its full name.
    pub name: String,
    /// Its file.
    pub bytes: Blob,
}

/// The names by which fonts of official paper are installed, the most usual first: PostScript names, families, full
/// names.
const fn names(typeface: Typeface) -> &'static [&'static str] {
    match typeface {
        Typeface::FangSong => &["FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FZFSK--GBK1-0"],
        Typeface::Song => &["SimSun", "宋体", "STSong", "FZSSK--GBK1-0"],
        Typeface::Hei => &["SimHei", "黑体", "STHeiti", "FZHTK--GBK1-0"],
        Typeface::Kai => &["KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "FZKTK--GBK1-0"],
        Typeface::XiaoBiaoSong => {
            &["FZXBSJW--GB1-0", "方正小标宋简体", "FZXBSK--GBK1-0", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"]
        }
    }
}

/// Whether this browser can be asked.
pub fn can_be_asked() -> bool {
    question().is_some()
}

fn question() -> Option<Function> {
    Reflect::get(web_sys::window()?.as_ref(), &"queryLocalFonts".into()).ok()?.dyn_into().ok()
}

/// Asks the browser, which asks the user, and gives the best font for each typeface that has one.
///
/// # Errors
/// The browser cannot be asked, or the user said no.
pub async fn installed() -> Result<Vec<Installed>, Message> {
    let ask = question().ok_or_else(|| refused(&JsValue::UNDEFINED))?;
    let answer = ask.call0(&JsValue::UNDEFINED).and_then(|promise| promise.dyn_into::<Promise>());
    let fonts = JsFuture::from(answer.map_err(|error| refused(&error))?).await.map_err(|error| refused(&error))?;
    let fonts = Array::from(&fonts);
    let mut found = Vec::new();
    for typeface in Typeface::ALL {
        let best = names(typeface).iter().find_map(|name| fonts.iter().find(|font| is_called(font, name)));
        if let Some(font) = best
            && let Ok(bytes) = file(&font).await
        {
            found.push(Installed { typeface, name: word(&font, "fullName"), bytes });
        }
    }
    Ok(found)
}

fn is_called(font: &JsValue, name: &str) -> bool {
    ["postscriptName", "family", "fullName"].iter().any(|field| word(font, field) == name)
}

fn word(font: &JsValue, field: &str) -> String {
    Reflect::get(font, &field.into()).ok().and_then(|word| word.as_string()).unwrap_or_default()
}

async fn file(font: &JsValue) -> Result<Blob, JsValue> {
    let ask: Function = Reflect::get(font, &"blob".into())?.dyn_into()?;
    JsFuture::from(ask.call0(font)?.dyn_into::<Promise>()?).await?.dyn_into()
}

fn refused(error: &JsValue) -> Message {
    match error.dyn_ref::<DomException>() {
        Some(exception) if matches!(exception.name().as_str(), "NotAllowedError" | "SecurityError") => message!(
            "浏览器没有允许读取本机字体。可以在地址栏左侧的网站设置里允许“字体”，或者直接选择字体文件",
            "The browser did not allow the fonts of this machine to be read. Allow “Fonts” in the site settings beside the address, or choose a font file"
        ),
        _ => message!(
            "这个浏览器不能读取本机字体，请直接选择字体文件",
            "This browser cannot read the fonts of this machine: choose a font file instead"
        ),
    }
}
