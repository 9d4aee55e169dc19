//! Strings to dense numbers and back.

/// Gives each different string a number: dense, from 0, in order of first sight.
///
/// All strings lie in one arena. The table holds, beside the number, the length and the first and last
/// eight bytes, so that words of up to sixteen bytes are told apart without a look into the arena; the
/// words just seen stand once more in a small table, as most words of a text are a few common ones.
/// What it costs is the memory's answer, not the arithmetic. The hash is a cheap one and nothing ever
/// depends on its order.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    arena: String,
    /// Where the string of each number ends in the arena; it starts where the one before ends.
    ends: Vec<u32>,
    /// Open addressing, a power of two long.
    table: Vec<Slot>,
    /// Strings lately asked for, each at the place its hash has here; [`RECENT`] long.
    recent: Vec<Slot>,
}

/// How many strings lately asked for are remembered: as many as fit a processor's nearer caches.
const RECENT: usize = 1 << 12;

/// A place of the table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The first eight bytes, the first of them lowest; zeros where the string is shorter.
    head: u64,
    /// The last eight bytes; zero where the string has no more than eight.
    tail: u64,
    length: u32,
    /// The number plus one; 0 where the place is free.
    number: u32,
}

/// What tells strings of up to sixteen bytes apart: see [`Slot`].
#[derive(Clone, Copy, Debug)]
struct Key {
    head: u64,
    tail: u64,
    length: u32,
}

impl Slot {
    #[inline]
    fn has(&self, key: Key) -> bool {
        self.head == key.head && self.tail == key.tail && self.length == key.length
    }

    fn key(&self) -> Key {
        Key { head: self.head, tail: self.tail, length: self.length }
    }
}

impl Interner {
    /// How many different strings it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string with this number; empty where there is none.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let Some(&end) = self.ends.get(number) else { return "" };
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.arena[start as usize..end as usize]
    }

    /// The length in bytes of the string with this number; 0 where there is none.
    #[must_use]
    pub fn length(&self, number: u32) -> u32 {
        let number = number as usize;
        let Some(&end) = self.ends.get(number) else { return 0 };
        end - if number == 0 { 0 } else { self.ends[number - 1] }
    }

    /// The number of this string, if it was seen.
    #[must_use]
    pub fn find(&self, string: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        let bytes = string.as_bytes();
        let key = Key::of(bytes, 0, bytes.len());
        self.table[self.place(bytes, key, hash(bytes, key))].number.checked_sub(1)
    }

    /// The number of this string, a new one if it wasn't seen.
    ///
    /// The caller sees to it that all strings together have fewer than 2^32 bytes.
    pub fn intern(&mut self, string: &str) -> u32 {
        self.intern_part(string, 0, string.len())
    }

    /// [`Interner::intern`] for the part `start..end` of a text: quicker, as it reads whole machine words.
    ///
    /// # Panics
    /// Where the part is not within the text or not on its character boundaries.
    #[inline]
    pub fn intern_part(&mut self, text: &str, start: usize, end: usize) -> u32 {
        let key = Key::of(text.as_bytes(), start, end - start);
        let hash = hash(&text.as_bytes()[start..end], key);
        if let Some(slot) = self.recent.get((hash >> 32) as usize & (RECENT - 1))
            && slot.has(key)
            && slot.number != 0
            && key.length <= 16
        {
            return slot.number - 1;
        }
        self.look_up(&text[start..end], key, hash)
    }

    fn look_up(&mut self, string: &str, key: Key, hash: u64) -> u32 {
        // At most five places in eight are taken.
        if (self.ends.len() + 1) * 8 > self.table.len() * 5 {
            self.grow();
        }
        let place = self.place(string.as_bytes(), key, hash);
        if self.table[place].number == 0 {
            let Key { head, tail, length } = key;
            self.table[place] = Slot { head, tail, length, number: self.intern_apart(string) + 1 };
        }
        let slot = self.table[place];
        self.recent[(hash >> 32) as usize & (RECENT - 1)] = slot;
        slot.number - 1
    }

    /// Gives a string a number that [`Interner::find`] and [`Interner::intern`] never give: for a
    /// second reading of a string that is already there.
    pub fn intern_apart(&mut self, string: &str) -> u32 {
        let number = self.ends.len() as u32;
        self.arena.push_str(string);
        self.ends.push(self.arena.len() as u32);
        number
    }

    /// Where the string is in the table, or the free place where it belongs.
    #[inline]
    fn place(&self, bytes: &[u8], key: Key, hash: u64) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let slot = &self.table[place];
            if slot.number == 0 || (slot.has(key) && (bytes.len() <= 16 || self.is(slot.number - 1, bytes))) {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    fn is(&self, number: u32, bytes: &[u8]) -> bool {
        self.get(number).as_bytes() == bytes
    }

    #[cold]
    fn grow(&mut self) {
        self.recent.resize(RECENT, Slot::default());
        let size = (self.table.len() * 2).max(1024);
        let old = std::mem::replace(&mut self.table, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.number != 0) {
            let mut place = hash(self.get(slot.number - 1).as_bytes(), slot.key()) as usize & (size - 1);
            while self.table[place].number != 0 {
                place = (place + 1) & (size - 1);
            }
            self.table[place] = slot;
        }
    }
}

impl Key {
    /// Of the `length` bytes at `start`.
    #[inline]
    fn of(bytes: &[u8], start: usize, length: usize) -> Self {
        let tail = if length > 8 { word(&bytes[start + length - 8..start + length]) } else { 0 };
        let head = if let Some(eight) = bytes.get(start..start + 8) {
            let head = word(eight);
            if length >= 8 { head } else { head & ((1 << (8 * length)) - 1) }
        } else {
            // Within eight bytes of the end of the text.
            bytes[start..start + length].iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte))
        };
        Self { head, tail, length: length as u32 }
    }
}

#[inline]
fn word(eight: &[u8]) -> u64 {
    u64::from_le_bytes(eight.try_into().unwrap_or_default())
}

/// Multiplies and folds, eight bytes at a time.
#[inline]
fn hash(bytes: &[u8], key: Key) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = (key.head ^ u64::from(key.length)).wrapping_mul(FACTOR);
    if bytes.len() > 8 {
        let mut at = 8;
        while at + 8 < bytes.len() {
            state = (state.rotate_left(23) ^ word(&bytes[at..at + 8])).wrapping_mul(FACTOR);
            at += 8;
        }
        state = (state.rotate_left(23) ^ key.tail).wrapping_mul(FACTOR);
    }
    state ^ state >> 29
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_dense_and_stable() {
        let mut interner = Interner::default();
        let strings: Vec<String> = (0..5000).map(|n| format!("word{}", n % 3000)).collect();
        let numbers: Vec<u32> = strings.iter().map(|string| interner.intern(string)).collect();
        assert_eq!(interner.len(), 3000);
        for (string, &number) in strings.iter().zip(&numbers) {
            assert_eq!(interner.get(number), string);
            assert_eq!(interner.find(string), Some(number));
            assert_eq!(interner.length(number) as usize, string.len());
        }
        assert_eq!(numbers[..3000], (0..3000).collect::<Vec<u32>>()[..]);
        assert_eq!(interner.find("absent"), None);
        assert_eq!(interner.get(3000), "");
    }

    #[test]
    fn a_second_reading_stays_out_of_sight() {
        let mut interner = Interner::default();
        let first = interner.intern("US");
        let second = interner.intern_apart("US");
        assert_ne!(first, second);
        assert_eq!(interner.get(second), "US");
        assert_eq!(interner.find("US"), Some(first));
        assert_eq!(interner.intern("US"), first);
    }

    proptest! {
        #[test]
        fn it_tells_strings_apart_as_a_map_does(
            text in "[abé\\x00]{0,400}",
            cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..30), 0..80),
        ) {
            let mut interner = Interner::default();
            let mut map: HashMap<&str, u32> = HashMap::new();
            for (start, length) in cuts {
                let start = text.floor_char_boundary(if text.is_empty() { 0 } else { start.index(text.len()) });
                let end = text.floor_char_boundary((start + length).min(text.len()));
                let part = &text[start..end];
                let next = map.len() as u32;
                let expected = *map.entry(part).or_insert(next);
                prop_assert_eq!(interner.intern_part(&text, start, end), expected);
                prop_assert_eq!(interner.find(part), Some(expected));
                prop_assert_eq!(interner.get(expected), part);
            }
        }
    }
}
