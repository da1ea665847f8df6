//! The page: everything the founders see. With the feature `cli` it is the command instead, for offices with many bundles.

#[cfg(not(feature = "cli"))]
mod app;
#[cfg(feature = "cli")]
mod cli;

#[cfg(not(feature = "cli"))]
fn main() {
    app::start();
}

#[cfg(feature = "cli")]
fn main() -> std::process::ExitCode {
    cli::start()
}
