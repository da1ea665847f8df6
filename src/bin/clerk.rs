//! The clerk: works off the page's thread.
fn main() {}
