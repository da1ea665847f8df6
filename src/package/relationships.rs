//! What the parts of a package lead to.

use super::xml::{Tag, attribute, tags};
use super::{PackageError, Parts};

/// What a part leads to.
pub struct Relationship {
    /// The id by which the part names it.
    pub id: String,
    /// What it is, as an address.
    pub kind: String,
    /// The path of what it leads to, from the root of the file.
    pub target: String,
}

/// The path of what a part is related to in this way.
///
/// # Errors
/// The list of relationships cannot be read.
pub fn related(parts: &mut Parts, path: &str, kind: &str) -> Result<Option<String>, PackageError> {
    let of_it = |one: &Relationship| one.kind.rsplit('/').next() == Some(kind);
    Ok(relationships(parts, path)?.into_iter().find(of_it).map(|one| one.target))
}

/// The relationships of a part, or of the file itself where the path is empty (ECMA-376 part 2, 9.3).
///
/// # Errors
/// The list cannot be read.
pub fn relationships(parts: &mut Parts, path: &str) -> Result<Vec<Relationship>, PackageError> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let base = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(part) = parts.text(&format!("{base}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
    let relationship = |tag: Tag| {
        let value = |name: &str| attribute(&tag, name).unwrap_or_default().to_owned();
        Relationship { id: value("Id"), kind: value("Type"), target: resolved(&base, &value("Target")) }
    };
    let named = |tag: &Result<Tag, PackageError>| tag.as_ref().map_or(true, |tag| tag.name == "Relationship");
    tags(&part).filter(named).map(|tag| tag.map(relationship)).collect()
}

/// A target as it stands, from the root or from the folder of the part that names it.
fn resolved(base: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
