//! Has the page's linker keep its relocations: `script/page.mjs` cuts the page into parts along them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=jiemeng=--emit-relocs");
    }
}
