//! Packing the parts of an Office file: a ZIP whose bytes depend on nothing but the parts.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::RenderError;

/// Parts by their names, packed in the order of the names (`[Content_Types].xml` sorts first, as readers like it) and
/// dated 1 January 1980, the first day a ZIP knows.
pub fn pack(parts: &BTreeMap<&str, String>) -> Result<Vec<u8>, RenderError> {
    let failed = |cause: &dyn std::fmt::Display| RenderError::Package(cause.to_string());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, options).map_err(|error| failed(&error))?;
        archive.write_all(part.as_bytes()).map_err(|error| failed(&error))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
}
