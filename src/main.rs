//! The page: everything the founders see.

mod app;

fn main() {
    app::start();
}
