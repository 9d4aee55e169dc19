//! Which data comes late: texts and tables that only late functions use.
//!
//! The linker is told to leave each constant a segment of its own (`.cargo/config.toml`), so what
//! lies where is known; wasm-opt is told to keep them so (`--skip-pass=memory-packing` in index.html:
//! it would cut a table where zeros stand). A constant is needed first if a function of the first part has its address
//! as a number, or if something that is needed first does. Numbers that only look like addresses
//! keep more than need be, never less. An array may be reached by arithmetic from an address
//! somewhat outside of it: so of what is neither text nor a record of the compiler's only large
//! pieces are moved, and an address near one counts as one in it.
//!
//! Where in a library a panic stood is left out: its path names folders of the machine that built
//! the page, and would make the page another one on each.

use std::borrow::Cow;

use wasmparser::Operator;

use crate::module::Module;

/// A constant, or what else the linker laid there.
pub struct Piece<'a> {
    /// Where it lies in memory.
    pub address: u32,
    /// What lies there.
    pub bytes: Cow<'a, [u8]>,
}

/// The data of the two parts, in the order of their addresses.
pub struct Data {
    /// What is there from the start: (address, bytes).
    pub first: Vec<(u32, Vec<u8>)>,
    /// What the late part brings.
    pub late: Vec<(u32, Vec<u8>)>,
}

/// What is no text is moved from this size on, in bytes.
const LARGE: usize = 96;

/// How far before a table its address in the code may lie, in bytes: it may be counted from one.
const NEAR: u64 = 16;

/// Gaps of as many bytes are filled in the first part: a segment of its own would cost as much. The
/// late part must fill none, for what is in its gaps is there already.
const GAP: usize = 16;

/// What stands for the path of a library's file.
const LIBRARY: &[u8] = b"a library";

/// Replaces the places of panics in libraries (`core::panic::Location`: address and length of the
/// path, line, column) by one that says no more than that.
pub fn without_paths(pieces: &mut [Piece]) {
    // A path may end in a zero, which its length doesn't count.
    let path = |piece: &Piece| {
        let text = std::str::from_utf8(&piece.bytes).ok()?.trim_end_matches('\0');
        let is_path = text.starts_with('/') && text.ends_with(".rs") && text.len() > LIBRARY.len();
        is_path.then_some((piece.address, text.len() as u32))
    };
    let paths: Vec<(u32, u32)> = pieces.iter().filter_map(path).collect();
    let Some(&(kept, _)) = paths.first() else { return };
    for piece in pieces {
        if piece.address == kept {
            let mut bytes = LIBRARY.to_vec();
            bytes.resize(piece.bytes.len(), 0);
            piece.bytes = bytes.into();
        } else if let [a, b, c, d, e, f, g, h, ..] = *piece.bytes
            && piece.bytes.len() == 16
            && paths.contains(&(u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h])))
        {
            let place = [kept.to_le_bytes(), (LIBRARY.len() as u32).to_le_bytes(), [0; 4], [0; 4]];
            piece.bytes = place.concat().into();
        }
    }
}

/// Divides the data. `late` says of each own function whether it comes late.
///
/// # Errors
/// When a function can't be read again.
pub fn divide(module: &Module, late: &[bool]) -> Result<Data, String> {
    let pieces = &module.data;
    let mut needed = vec![false; pieces.len()];
    let mut open = Vec::new();
    let meet = |address: u64, needed: &mut Vec<bool>, open: &mut Vec<usize>| {
        for piece in at(pieces, address) {
            if !std::mem::replace(&mut needed[piece], true) {
                open.push(piece);
            }
        }
    };
    for (number, function) in module.functions.iter().enumerate() {
        if late[number] {
            continue;
        }
        let operators = function.body.get_operators_reader().map_err(|reason| reason.to_string())?;
        for operator in operators {
            let operator = operator.map_err(|reason| reason.to_string())?;
            if let Some(address) = address(&operator) {
                meet(address, &mut needed, &mut open);
            }
        }
    }
    while let Some(piece) = open.pop() {
        let Piece { address, bytes } = &pieces[piece];
        let skip = (4 - *address as usize % 4) % 4;
        for word in bytes.get(skip..).unwrap_or_default().chunks_exact(4) {
            let word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
            meet(u64::from(word), &mut needed, &mut open);
        }
    }
    let moves = |number: usize| {
        let bytes = &pieces[number].bytes;
        !needed[number] && (bytes.len() >= LARGE || is_text(bytes) || is_record(bytes, module))
    };
    Ok(Data {
        first: joined(pieces.iter().enumerate().filter(|(number, _)| !moves(*number)).map(|(_, piece)| piece), GAP),
        late: joined(pieces.iter().enumerate().filter(|(number, _)| moves(*number)).map(|(_, piece)| piece), 0),
    })
}

/// The pieces that hold this address, and tables that begin a little after it. Where one ends another
/// begins: who has the address of an end, to stop there, has that of the beginning too.
fn at<'p>(pieces: &'p [Piece], address: u64) -> impl Iterator<Item = usize> + 'p {
    let ends = |piece: &Piece| u64::from(piece.address) + piece.bytes.len() as u64;
    let begin = pieces.partition_point(|piece| ends(piece) <= address);
    let end = pieces.partition_point(|piece| u64::from(piece.address) <= address + NEAR);
    (begin..end.max(begin)).filter(move |number| {
        let piece = &pieces[*number];
        let near = if piece.bytes.len() < LARGE || is_text(&piece.bytes) { 0 } else { NEAR };
        u64::from(piece.address) <= address + near
    })
}

/// A number in the code that may be an address.
fn address(operator: &Operator) -> Option<u64> {
    Some(match operator {
        Operator::I32Const { value } => u64::from(*value as u32),
        // Two words written at once.
        Operator::I64Const { value } => *value as u64 & 0xffff_ffff,
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg } => memarg.offset,
        _ => return None,
    })
}

/// Whether these are a record that is reached by its first byte only: the methods of a type (drop,
/// size, alignment, functions by their slots), or the place of a panic (path, its length, line, column).
fn is_record(bytes: &[u8], module: &Module) -> bool {
    let words: Vec<u32> =
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect();
    match words[..] {
        _ if !bytes.len().is_multiple_of(4) => false,
        [path, length, _, _] if ends_at(&module.data, path, length) => true,
        [drop, _, alignment, ref methods @ ..] => {
            let slot = |word: u32| module.filled.iter().any(|(slot, _)| *slot == word);
            (drop == 0 || slot(drop))
                && [1, 2, 4, 8].contains(&alignment)
                && !methods.is_empty()
                && methods.iter().all(|word| slot(*word))
        }
        _ => false,
    }
}

/// Whether a path of this length, or one byte more for the zero at its end, begins here.
fn ends_at(pieces: &[Piece], address: u32, length: u32) -> bool {
    let found = pieces.binary_search_by_key(&address, |piece| piece.address);
    found.is_ok_and(|number| {
        let piece = &pieces[number];
        (length..=length + 1).contains(&(piece.bytes.len() as u32)) && piece.bytes.windows(3).any(|end| end == b".rs")
    })
}

fn is_text(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_suffix(&[0]).unwrap_or(bytes);
    std::str::from_utf8(bytes).is_ok_and(|text| !text.chars().any(|letter| letter < ' ' && letter != '\n'))
}

/// Neighbours as one, with at most so many bytes between them.
fn joined<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>, most: usize) -> Vec<(u32, Vec<u8>)> {
    let mut runs: Vec<(u32, Vec<u8>)> = Vec::new();
    for piece in pieces {
        if let Some((address, bytes)) = runs.last_mut()
            && (piece.address as usize).checked_sub(*address as usize + bytes.len()).is_some_and(|gap| gap <= most)
        {
            bytes.resize(piece.address as usize - *address as usize, 0);
            bytes.extend_from_slice(&piece.bytes);
        } else {
            runs.push((piece.address, piece.bytes.to_vec()));
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(address: u32, bytes: &[u8]) -> Piece<'_> {
        Piece { address, bytes: bytes.into() }
    }

    #[test]
    fn finds_the_piece_of_an_address_and_the_table_near_it() {
        let table = [7; LARGE];
        let pieces = [piece(1000, b"text"), piece(1004, b"more"), piece(2000, &table)];
        let found = |address| at(&pieces, address).collect::<Vec<_>>();
        assert_eq!(found(1001), [0]);
        assert_eq!(found(1004), [1], "where one ends another begins");
        assert_eq!(found(1008), [0; 0]);
        assert_eq!(found(2000 - NEAR), [2]);
        assert_eq!(found(2000 + LARGE as u64 - 1), [2]);
        assert_eq!(found(2000 - NEAR - 1), [0; 0]);
        assert_eq!(found(2000 + LARGE as u64), [0; 0]);
    }

    #[test]
    fn fills_small_gaps_only_where_it_may() {
        let pieces = [piece(100, b"ab"), piece(104, b"cd"), piece(200, b"ef")];
        assert_eq!(joined(pieces.iter(), GAP), [(100, b"ab\0\0cd".to_vec()), (200, b"ef".to_vec())]);
        assert_eq!(joined(pieces.iter(), 0).len(), 3);
    }

    #[test]
    fn leaves_out_where_a_library_stands_but_not_where_the_page_does() {
        let place = |path: u32, length: u32| [path, length, 12, 5].map(u32::to_le_bytes).concat();
        let (theirs, again, ours) = (place(100, 18), place(200, 17), place(300, 10));
        let mut pieces = [
            piece(100, b"/home/a/yew/lib.rs\0"),
            piece(200, b"/home/a/js/lib.rs"),
            piece(300, b"src/lib.rs"),
            piece(400, &theirs),
            piece(416, &again),
            piece(432, &ours),
        ];
        without_paths(&mut pieces);
        assert!(pieces[0].bytes.starts_with(LIBRARY));
        let said = [100, LIBRARY.len() as u32, 0, 0].map(u32::to_le_bytes).concat();
        assert_eq!((&*pieces[3].bytes, &*pieces[4].bytes), (&*said, &*said));
        assert_eq!(&*pieces[5].bytes, &*ours);
    }

    #[test]
    fn tells_texts_from_tables() {
        assert!(is_text("Ein Wort, “so”.\n".as_bytes()) && is_text(b"src/lib.rs\0"));
        assert!(!is_text(&[1, 0, 0, 0]) && !is_text(&[0xff, 0xfe]));
    }
}
