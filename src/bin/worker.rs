//! Starts the engine's worker.

fn main() {
    parallax::worker::entry::start();
}
