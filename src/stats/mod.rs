//! Statistics: numbers in, numbers out. Knows no text.
