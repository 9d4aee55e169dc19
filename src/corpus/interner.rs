//! Strings to dense numbers and back.

/// Gives each different string a number: dense, from 0, in order of first sight.
///
/// All strings lie in one arena, and the table holds numbers only, so a string costs its bytes and
/// some 12 more. The hash is a cheap one and nothing ever depends on its order.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    arena: String,
    /// Where the string of each number ends in the arena; it starts where the one before ends.
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// Open addressing, a power of two long: 0 is free, anything else a number plus one.
    table: Vec<u32>,
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

    /// The number of this string, if it was seen.
    #[must_use]
    pub fn find(&self, string: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.slot(string, hash(string.as_bytes()))].checked_sub(1)
    }

    /// The number of this string, a new one if it wasn't seen.
    ///
    /// The caller sees to it that all strings together have fewer than 2^32 bytes.
    pub fn intern(&mut self, string: &str) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let hash = hash(string.as_bytes());
        let slot = self.slot(string, hash);
        match self.table[slot] {
            0 => {
                let number = self.push(string, hash);
                self.table[slot] = number + 1;
                number
            }
            number => number - 1,
        }
    }

    /// Gives a string a number that [`Interner::find`] and [`Interner::intern`] never give: for a
    /// second reading of a string that is already there.
    pub fn intern_apart(&mut self, string: &str) -> u32 {
        self.push(string, hash(string.as_bytes()))
    }

    fn push(&mut self, string: &str, hash: u32) -> u32 {
        let number = self.ends.len() as u32;
        self.arena.push_str(string);
        self.ends.push(self.arena.len() as u32);
        self.hashes.push(hash);
        number
    }

    /// Where the string is in the table, or the free place where it belongs.
    fn slot(&self, string: &str, hash: u32) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.table[slot] {
                0 => return slot,
                number => {
                    if self.hashes[number as usize - 1] == hash && self.get(number - 1) == string {
                        return slot;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1024);
        let old = std::mem::replace(&mut self.table, vec![0; size]);
        for number in old.into_iter().filter(|&number| number != 0) {
            let mut slot = self.hashes[number as usize - 1] as usize & (size - 1);
            while self.table[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.table[slot] = number;
        }
    }
}

/// Eight bytes at a time: rotate, mix, multiply.
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        state = (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
    let word = chunks.remainder().iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    state = (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    (state >> 32) as u32
}

#[cfg(test)]
mod tests {
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
}
