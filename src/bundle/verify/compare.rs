//! Every file of a bundle against what the bundle says of it and what its dossier makes of it: at most one finding a file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use super::claims::{Manifest, Sums};
use super::difference::differences;
use super::inventory::{Held, Inventory};
use super::remake::{Prints, Remade, bytes_of};
use super::report::{Finding, Grade};
use super::texts::lines;
use crate::bundle::compose::{MANIFEST, SUMS};
use crate::bundle::container::shown;
use crate::bundle::{Content, DOSSIER, code, sums};
use crate::language::Message;
use crate::message;

/// All that a file is held to.
pub struct Case<'a> {
    /// What is there.
    pub inventory: &'a Inventory,
    /// What `SHA256SUMS` lists.
    pub sums: &'a Sums,
    /// What the manifest lists, where there is one.
    pub manifest: Option<&'a Manifest>,
    /// What the dossier makes of it, where that could be made.
    pub remade: Option<&'a Remade>,
}

/// What is to be said of all files.
pub fn findings(file: &mut (impl Read + Seek), case: &Case) -> Vec<Finding> {
    let renamed = case.renamed();
    let mut paths: BTreeSet<&str> = case.inventory.files.keys().map(String::as_str).collect();
    paths.extend(case.sums.by_path.keys().map(String::as_str));
    paths.extend(case.manifest.iter().flat_map(|manifest| &manifest.files).map(|listed| listed.path.as_str()));
    paths.extend(case.remade.iter().flat_map(|remade| remade.files.keys()).map(String::as_str));
    let mut found: Vec<Finding> = paths
        .into_iter()
        .filter(|path| ![SUMS, MANIFEST].contains(path) && !renamed.values().any(|there| there == path))
        .filter_map(|path| match renamed.get(path) {
            Some(there) => Some(named_otherwise(case, path, there)),
            None => case.of(path, file),
        })
        .collect();
    if found.iter().all(|finding| finding.grade == Grade::Note) {
        found.extend([MANIFEST, SUMS].into_iter().filter_map(|path| case.list(path)));
    }
    found
}

impl Case<'_> {
    fn held(&self, path: &str) -> Option<&Held> {
        self.inventory.files.get(path)
    }

    fn listed(&self, path: &str) -> Option<&str> {
        self.sums.by_path.get(path).map(String::as_str)
    }

    fn is_ours(&self) -> bool {
        self.manifest.is_some_and(Manifest::is_ours)
    }

    /// 核验码 of these files: none where the list of sums in the bundle is not theirs, for then the bundle it is the code of
    /// is another one.
    pub fn code(&self) -> Option<String> {
        let renamed: BTreeMap<&str, &str> = self.renamed().into_iter().map(|(path, there)| (there, path)).collect();
        let mut list = BTreeMap::new();
        for (path, held) in self.inventory.files.iter().filter(|(path, _)| *path != SUMS) {
            let rightful = renamed.get(path.as_str()).filter(|_| !held.entry.plain_name);
            list.insert(*rightful.unwrap_or(&path.as_str()), held.sum()?);
        }
        let list: String = list.into_iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
        let sum = sums::sha256(list.as_bytes());
        let is_theirs = self.held(SUMS)?.sum() == Some(sum.as_str()) && self.inventory.outside.is_empty();
        is_theirs.then(|| code::code(&sum))
    }

    /// Whether the dossier itself is not the one that was packed.
    fn dossier_changed(&self) -> bool {
        self.held(DOSSIER).and_then(Held::sum) != self.listed(DOSSIER)
    }

    /// Files that are listed and not there, by the path of one that is there with the same bytes and not listed.
    fn renamed(&self) -> BTreeMap<&str, &str> {
        let unlisted = |path: &&String| self.listed(path).is_none() && path.as_str() != SUMS;
        let mut spare: Vec<&String> = self.inventory.files.keys().filter(unlisted).collect();
        let mut renamed = BTreeMap::new();
        for (path, sum) in self.sums.by_path.iter().filter(|(path, _)| self.held(path).is_none()) {
            let same = |there: &&String| self.held(there).and_then(Held::sum) == Some(sum.as_str());
            if let Some(place) = spare.iter().position(same) {
                renamed.insert(path.as_str(), spare.remove(place).as_str());
            }
        }
        renamed
    }

    /// What is to be said of one file.
    fn of(&self, path: &str, file: &mut (impl Read + Seek)) -> Option<Finding> {
        let remade = self.remade.and_then(|remade| remade.files.get(path));
        let Some(held) = self.held(path) else {
            return (self.listed(path).is_some() || !self.is_unprinted(path)).then(|| missing(path, self.listed(path)));
        };
        let sum = match &held.sha256 {
            Ok(sum) => sum.as_str(),
            Err(refusal) => {
                let Message { zh, en } = refusal.cause();
                let words = message!("读不出来：{zh}", "It cannot be read: {en}");
                return Some(Finding::new(Grade::Fault, Some(path), words, ask_again()));
            }
        };
        match self.listed(path) {
            None => return Some(unlisted(path)),
            Some(listed) if listed != sum => return Some(self.with_differences(changed(path), remade, file)),
            Some(_) => {}
        }
        if let Some(manifest) = self.manifest {
            let listed = manifest.files.iter().find(|listed| listed.path == path);
            if listed.is_none_or(|listed| listed.sha256 != sum || listed.bytes != held.entry.size) {
                return Some(self.with_differences(against_manifest(path), remade, file));
            }
        }
        match remade {
            Some(remade) if remade.sha256() == sum => None,
            Some(Content::Attachment { .. }) => Some(not_as_attached(path)),
            Some(_) => Some(self.with_differences(self.made_otherwise(path), remade, file)),
            None if self.remade.is_none() || self.is_unprinted(path) => None,
            None => Some(not_of_the_dossier(path, self.is_ours())),
        }
    }

    /// Whether a file is a PDF of our own that could not be made once more.
    fn is_unprinted(&self, path: &str) -> bool {
        let unprinted = self.remade.is_none_or(|remade| remade.prints == Prints::NoFonts);
        unprinted && is_print(path)
    }

    /// A file whose sums hold and which the dossier makes otherwise.
    fn made_otherwise(&self, path: &str) -> Finding {
        if path == DOSSIER {
            let words = message!(
                "填报数据能读出，但写法与本工具保存的不同",
                "The dossier can be read but is not written as this program writes it"
            );
            return Finding::new(self.grade(), Some(path), words, self.advice());
        }
        if let Some(Remade { prints: Prints::OwnFonts(fonts), .. }) = self.remade
            && is_print(path)
        {
            let names = fonts.iter().map(|name| shown(name)).collect::<Vec<_>>();
            let (zh, en) = (names.join("、"), names.join(", "));
            let words = message!(
                "这个 PDF 用了本工具不带的字体（{zh}），无法重排核对；只核对了校验值",
                "This PDF uses fonts that do not come with the app ({en}), so it could not be made again; only its sum was checked"
            );
            let advice = message!(
                "内容以同名 Word 文件为准；需要时请报送单位说明所用字体",
                "Go by the Word file of the same name; ask the sender about the fonts where it matters"
            );
            return Finding::new(Grade::Doubt, Some(path), words, advice);
        }
        if self.dossier_changed() {
            let words = message!(
                "文件本身未变；与改动后的填报数据重新生成的不同",
                "The file itself is as it was; the changed dossier makes another of it"
            );
            let advice = message!(
                "从下列不同处可以看出填报数据改了什么",
                "The places below show what was changed in the dossier"
            );
            return Finding::new(Grade::Note, Some(path), words, advice);
        }
        let words = if is_print(path) {
            message!("与按包内填报数据重新排版的 PDF 不同", "It is not the PDF that the dossier in the bundle makes")
        } else {
            message!("与按包内填报数据重新生成的不同", "It is not what the dossier in the bundle makes of it")
        };
        Finding::new(self.grade(), Some(path), words, self.advice())
    }

    /// Another version of the program may well make other files of the same dossier.
    fn grade(&self) -> Grade {
        if self.is_ours() { Grade::Fault } else { Grade::Doubt }
    }

    fn advice(&self) -> Message {
        match self.manifest {
            Some(manifest) if !self.is_ours() => {
                let (theirs, ours) = (shown(&manifest.program.version), env!("CARGO_PKG_VERSION"));
                message!(
                    "材料包由 {theirs} 版制作，本程序是 {ours} 版，版本不同排出的文件也可能不同；请用同一版本再核验",
                    "The bundle was made by version {theirs}, this is {ours}, which may make other files: verify with the same version"
                )
            }
            _ => ask_again(),
        }
    }

    /// Names where the words of a document differ from what the dossier makes of it.
    fn with_differences(
        &self,
        mut finding: Finding,
        remade: Option<&Content>,
        file: &mut (impl Read + Seek),
    ) -> Finding {
        let (Some(path), Some(Content::Made { bytes: made, .. })) = (finding.path.clone(), remade) else {
            return finding;
        };
        let there = self.held(&path).and_then(|held| bytes_of(file, held));
        let read = there.and_then(|there| Some((lines(&path, &there)?, lines(&path, made)?)));
        let Some((there, here)) = read else { return finding };
        (finding.differences, finding.more) = differences(&there, &here);
        if finding.differences.is_empty() {
            let Message { zh, en } = finding.words;
            finding.words = message!(
                "{zh}；正文文字逐段一致，不同在格式或文件内部",
                "{en}; its words agree paragraph by paragraph, the difference is in its looks or inner workings"
            );
        }
        finding
    }

    /// The manifest and the sums as wholes, once every file in them is as it should be.
    fn list(&self, path: &str) -> Option<Finding> {
        let held = self.held(path)?;
        let Ok(sum) = &held.sha256 else { return Some(changed(path)) };
        if path == MANIFEST && self.listed(path) != Some(sum) {
            return Some(changed(path));
        }
        if path == MANIFEST && !self.is_ours() {
            let words = message!(
                "由另一版本的程序制作；其余文件都对，但这份清单本身无法原样重写核对",
                "Another version of the program made it: all other files are right, but the list itself cannot be made again here"
            );
            return Some(Finding::new(Grade::Doubt, Some(path), words, self.advice()));
        }
        let remade = self.remade?;
        let comparable = self.is_ours() && remade.prints != Prints::NoFonts;
        let same = remade.files.get(path).is_some_and(|made| made.sha256() == *sum);
        (comparable && !same).then(|| {
            let words = message!(
                "所列文件都对，但这份清单不是本工具写出的样子",
                "The files it lists are right, but the list is not as this program writes it"
            );
            Finding::new(Grade::Fault, Some(path), words, ask_again())
        })
    }
}

/// Whether a file is a PDF of our own; those in folders were attached.
pub fn is_print(path: &str) -> bool {
    path.ends_with(".pdf") && !path.contains('/')
}

fn not_as_attached(path: &str) -> Finding {
    let words = message!(
        "不是填报数据里登记的那个附件（校验值不同）",
        "It is not the file that the dossier says was attached: its sum is another"
    );
    Finding::new(Grade::Fault, Some(path), words, ask_again())
}

fn named_otherwise(case: &Case, path: &str, there: &str) -> Finding {
    let shown = shown(there);
    if case.held(there).is_some_and(|held| !held.entry.plain_name) {
        let words = message!(
            "包内文件名（“{shown}”）的写法被打包程序改了，内容一致",
            "Its name in the archive (“{shown}”) was written otherwise by the program that packed it; the contents are the same"
        );
        let advice = message!("无需处理；显示为乱码时以本行文件名为准", "Nothing to do; go by the name given here");
        return Finding::new(Grade::Note, Some(path), words, advice);
    }
    let words = message!("被改名为“{shown}”，内容一致", "It was renamed “{shown}”; the contents are the same");
    Finding::new(
        Grade::Fault,
        Some(path),
        words,
        message!("改回原名，或向报送单位重新索取", "Give it its name back, or ask the sender for the bundle again"),
    )
}

fn missing(path: &str, listed: Option<&str>) -> Finding {
    let words = if listed.is_some() {
        message!("缺少这个文件：清单里有，包里没有", "It is missing: the sums list it, the archive lacks it")
    } else {
        message!("缺少这个文件：按填报数据应当有", "It is missing: the dossier makes it, the bundle lacks it")
    };
    Finding::new(Grade::Fault, Some(path), words, ask_again())
}

fn unlisted(path: &str) -> Finding {
    let words = message!("多出的文件：清单里没有它", "It was added: the sums do not list it");
    let advice = message!(
        "不能当作原材料的一部分；请向报送单位核实来历",
        "It is no part of what was made; ask the sender where it comes from"
    );
    Finding::new(Grade::Fault, Some(path), words, advice)
}

fn not_of_the_dossier(path: &str, is_ours: bool) -> Finding {
    let words = message!(
        "多出的文件：清单里有它，但按填报数据不应当有",
        "It was added: the sums list it, but the dossier does not make it"
    );
    let advice = message!("请向报送单位核实来历", "Ask the sender where it comes from");
    Finding::new(if is_ours { Grade::Fault } else { Grade::Doubt }, Some(path), words, advice)
}

fn changed(path: &str) -> Finding {
    let words = if path == DOSSIER {
        message!(
            "填报数据在打包后被改动（与校验值不符）",
            "The dossier was changed after packing: it is not that of its sum"
        )
    } else {
        message!("打包后被改动（与校验值不符）", "It was changed after packing: it is not that of its sum")
    };
    Finding::new(Grade::Fault, Some(path), words, ask_again())
}

fn against_manifest(path: &str) -> Finding {
    let words = message!(
        "与 data/manifest.json 的记载不符，而 SHA256SUMS 相符：清单可能被改过",
        "It is not what data/manifest.json says, while SHA256SUMS agrees: the sums may have been rewritten"
    );
    Finding::new(Grade::Fault, Some(path), words, ask_again())
}

/// What to do about most things that are not as they were made.
pub fn ask_again() -> Message {
    message!(
        "不要采用这份材料；请报送单位重新下载并报送，或与对方核对核验码",
        "Do not go by this bundle: ask the sender to download and send it again, or compare the codes"
    )
}
