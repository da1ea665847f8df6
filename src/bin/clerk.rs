//! The clerk: works off the page's thread.

use wasm_bindgen as _;

fn main() {}
