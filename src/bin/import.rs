//! Starts the worker that reads files.

fn main() {
    parallax::worker::importer::entry::start();
}
