//! Starts the page.

fn main() {
    parallax::app::start();
}
