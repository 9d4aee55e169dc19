//! The engine: holds the corpus and answers a request; the same natively and in the worker.
