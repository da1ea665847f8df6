//! What the words behind the command ask for.

use std::ffi::OsString;
use std::path::PathBuf;

use jiemeng::language::Language;

/// How the command is used.
pub const HELP: &str = "\
jiemeng verify [--json] [--fonts DIR] [--lang zh|en] FILE…
  核验备案材料包 Verifies filing bundles.
  --json        一个 JSON 数组，每个文件一项 one JSON array, an entry for each file
  --fonts DIR   PDF 字体所在目录（默认 fonts/，没有则 PDF 只核对校验值）
                the folder with the fonts of PDF files (fonts/; without it only their sums are checked)
  --lang zh|en  报告语言 the language of the report (zh)
退出码 exit status:
  0 全部与下载时完全一致 all are exactly as downloaded
  1 有的不是，或没能全部核验 some are not, or could not be verified wholly
  2 有的无法读取 some cannot be read";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    /// How the command is used.
    Help,
    /// Bundles to be verified.
    Verify(Options),
}

/// How bundles are to be verified.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// The bundles.
    pub files: Vec<PathBuf>,
    /// Whether programs read the report.
    pub json: bool,
    /// The folder with the fonts.
    pub fonts: Option<PathBuf>,
    /// The language of the report for people.
    pub language: Language,
}

/// Reads the words behind the command.
///
/// # Errors
/// They are not understood; the words say why.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Wish, String> {
    let mut words = words.into_iter();
    match words.next().as_ref().and_then(|word| word.to_str()) {
        Some("verify") => {}
        Some("help" | "--help" | "-h") => return Ok(Wish::Help),
        _ => return Err("只有一个命令：verify。The only command is verify.".into()),
    }
    let mut options = Options { files: Vec::new(), json: false, fonts: None, language: Language::Zh };
    let mut only_files = false;
    while let Some(word) = words.next() {
        let mut value = |name: &str| words.next().ok_or(format!("{name}：缺少值 its value is missing"));
        match word.to_str().filter(|_| !only_files) {
            Some("--help" | "-h") => return Ok(Wish::Help),
            Some("--json") => options.json = true,
            Some("--fonts") => options.fonts = Some(value("--fonts")?.into()),
            Some("--lang") => {
                options.language = match value("--lang")?.to_str() {
                    Some("zh") => Language::Zh,
                    Some("en") => Language::En,
                    _ => return Err("--lang zh 或 or en".into()),
                }
            }
            Some("--") => only_files = true,
            Some(other) if other.starts_with('-') => return Err(format!("{other}：没有这个选项 no such option")),
            _ => options.files.push(word.into()),
        }
    }
    if options.files.is_empty() {
        Err("没有指明文件。No file was named.".into())
    } else {
        Ok(Wish::Verify(options))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Result<Wish, String> {
        read(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn the_words_behind_the_command_are_understood_or_refused() {
        let options = |files: &[&str]| Options {
            files: files.iter().map(PathBuf::from).collect(),
            json: false,
            fonts: None,
            language: Language::Zh,
        };
        assert_eq!(asked("verify a.zip b.zip"), Ok(Wish::Verify(options(&["a.zip", "b.zip"]))));
        let all = Options { json: true, fonts: Some("f".into()), language: Language::En, ..options(&["a", "--json"]) };
        assert_eq!(asked("verify --json --fonts f a --lang en -- --json"), Ok(Wish::Verify(all)));
        assert_eq!(asked("--help"), Ok(Wish::Help));
        for words in ["", "open a", "verify", "verify --fonts", "verify --lang fr a", "verify --quick a"] {
            assert!(asked(words).is_err(), "{words}");
        }
    }
}
