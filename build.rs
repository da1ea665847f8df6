//! Has the linker keep the relocations of both programs: `script/parts.mjs` cuts them into parts along those.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        for program in ["jiemeng", "clerk"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
