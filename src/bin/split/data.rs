//! Which data comes late: texts and tables that only late functions use.
//!
//! The linker is told to leave each constant a segment of its own (`.cargo/config.toml`), so what
//! lies where is known; wasm-opt is told to keep them so (`--skip-pass=memory-packing` in index.html:
//! it would cut a table where zeros stand). A constant is needed first if a function of the first part has its address
//! as a number, or if something that is needed first does. Numbers that only look like addresses
//! keep more than need be, never less. An array may be reached by arithmetic from an address
//! somewhat outside of it: so of what is no text only large pieces are moved, and an address near
//! one counts as one in it.

use wasmparser::Operator;

use crate::module::Module;

/// A constant, or what else the linker laid there.
pub struct Piece<'a> {
    /// Where it lies in memory.
    pub address: u32,
    /// What lies there.
    pub bytes: &'a [u8],
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

/// How far from a table's ends its address in the code may lie, in bytes.
const NEAR: u64 = 64;

/// Gaps of as many bytes are filled in the first part: a segment of its own would cost as much. The
/// late part must fill none, for what is in its gaps is there already.
const GAP: usize = 16;

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
        let Piece { address, bytes } = pieces[piece];
        let skip = (4 - address as usize % 4) % 4;
        for word in bytes.get(skip..).unwrap_or_default().chunks_exact(4) {
            let word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
            meet(u64::from(word), &mut needed, &mut open);
        }
    }
    let moves = |number: usize| {
        let bytes = pieces[number].bytes;
        !needed[number] && (bytes.len() >= LARGE || is_text(bytes))
    };
    Ok(Data {
        first: joined(pieces.iter().enumerate().filter(|(number, _)| !moves(*number)).map(|(_, piece)| piece), GAP),
        late: joined(pieces.iter().enumerate().filter(|(number, _)| moves(*number)).map(|(_, piece)| piece), 0),
    })
}

/// The pieces that hold this address, or end at it; tables that it is near to, too.
fn at<'p>(pieces: &'p [Piece], address: u64) -> impl Iterator<Item = usize> + 'p {
    let ends = |piece: &Piece| u64::from(piece.address) + piece.bytes.len() as u64;
    let begin = pieces.partition_point(|piece| ends(piece) + NEAR < address);
    let end = pieces.partition_point(|piece| u64::from(piece.address) <= address + NEAR);
    (begin..end.max(begin)).filter(move |number| {
        let piece = &pieces[*number];
        let near = if piece.bytes.len() < LARGE || is_text(piece.bytes) { 0 } else { NEAR };
        u64::from(piece.address) <= address + near && address <= ends(piece) + near
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

fn is_text(bytes: &[u8]) -> bool {
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
            bytes.extend_from_slice(piece.bytes);
        } else {
            runs.push((piece.address, piece.bytes.to_vec()));
        }
    }
    runs
}
