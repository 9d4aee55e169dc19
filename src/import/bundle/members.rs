//! What a ZIP holds: by its directory, and, where that is broken, piece by piece.

use std::collections::HashSet;
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::content::{Hash, sha256};
use crate::import::archive::{self, Budget, MEMBERS, RATIO, RATIO_FROM};
use crate::import::finish::MOST;
use crate::import::reason::Reason;

/// A member.
pub struct Member {
    /// Its name: a name only, never a path on a disk.
    pub name: String,
    /// Its bytes; or why there are none.
    pub bytes: Result<Vec<u8>, Reason>,
    /// Whether its own checksum (CRC-32) holds.
    pub sound: bool,
}

/// The members that the archive's directory names. `heard` is told of each.
///
/// # Errors
/// When the directory can't be read, or names too many.
pub fn listed(bytes: &[u8], heard: &mut dyn FnMut(&str)) -> Result<Vec<Member>, Reason> {
    let mut archive = archive::open(bytes)?;
    let mut budget = Budget::new();
    let named = archive::members(&mut archive);
    let members = named.into_iter().map(|(at, name, _)| {
        heard(&name);
        // Reading to a member's end holds it to its CRC-32.
        let bytes = archive::inflate(&mut archive, at, &mut budget);
        Member { name, sound: bytes.is_ok(), bytes }
    });
    Ok(members.collect())
}

/// How a member begins.
const HEAD: &[u8] = b"PK\x03\x04";
/// How long that part of it is before its name.
const LENGTH: usize = 30;

/// The members that can be found without the directory, but for those of which the bytes are there already.
pub fn searched(bytes: &[u8], have: &HashSet<Hash>, heard: &mut dyn FnMut(&str)) -> Vec<Member> {
    let mut members = Vec::new();
    let mut budget = Budget::new();
    let mut at = 0;
    let mut tried = 0;
    while let Some(next) = find(bytes, at) {
        at = next + HEAD.len();
        tried += 1;
        if tried > 2 * MEMBERS {
            break;
        }
        let Some((name, member)) = member(bytes, next, &mut budget) else { continue };
        heard(&name);
        match member {
            Some((content, sound)) if !have.contains(&sha256(&content)) => {
                members.push(Member { name, bytes: Ok(content), sound });
            }
            Some(_) => {}
            None => {
                members.push(Member {
                    name,
                    bytes: Err(Reason::Damaged("it can\u{2019}t be unpacked".into())),
                    sound: false,
                });
            }
        }
    }
    members
}

fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(HEAD.len()).position(|part| part == HEAD).map(|at| from + at)
}

/// A member's bytes, and whether they fit their CRC-32.
type Content = (Vec<u8>, bool);

/// The name of the member that begins here, and its bytes with whether they fit their CRC-32. Lengths are believed
/// only as far as they go: packed data says itself where it ends.
fn member(bytes: &[u8], at: usize, budget: &mut Budget) -> Option<(String, Option<Content>)> {
    let head = bytes.get(at..at + LENGTH)?;
    let short = |from: usize| usize::from(u16::from_le_bytes([head[from], head[from + 1]]));
    let long = |from: usize| u32::from_le_bytes([head[from], head[from + 1], head[from + 2], head[from + 3]]);
    let (method, crc, packed) = (short(8), long(14), long(18) as usize);
    let name = bytes.get(at + LENGTH..at + LENGTH + short(26))?;
    let name = String::from_utf8_lossy(name).into_owned();
    let data = bytes.get(at + LENGTH + short(26) + short(28)..)?;
    let content = match method {
        0 => data.get(..packed).filter(|data| data.len() <= MOST && budget.spend(data.len())).map(<[u8]>::to_vec),
        8 => unpacked(data, budget),
        _ => None,
    };
    let content = content.map(|content| {
        let mut sum = Crc::new();
        sum.update(&content);
        let sound = sum.sum() == crc;
        (content, sound)
    });
    Some((name, content))
}

fn unpacked(data: &[u8], budget: &mut Budget) -> Option<Vec<u8>> {
    let mut decoder = DeflateDecoder::new(data);
    let mut content = Vec::new();
    let mut part = vec![0; 64 << 10];
    loop {
        let length = decoder.read(&mut part).ok()?;
        if length == 0 {
            return Some(content);
        }
        content.extend_from_slice(&part[..length]);
        let size = content.len() as u64;
        let too_far = size > RATIO_FROM && size > decoder.total_in().saturating_mul(RATIO);
        if !budget.spend(length) || content.len() > MOST || too_far {
            return None;
        }
    }
}
