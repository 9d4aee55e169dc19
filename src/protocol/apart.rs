//! Reading and writing of messages that the first view neither sends nor hears.
//!
//! As derived, but each type's code is a function of its own: left to itself the compiler makes one
//! function of all messages, which the build could not split into a first and a late part
//! (`src/bin/split`).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[inline(never)]
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

#[inline(never)]
pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(deserializer)
}
