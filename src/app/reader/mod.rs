//! The drawer with an article's text: what does the text say?
