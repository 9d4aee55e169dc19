//! ZIP archives under limits that hold while they are inflated: what a header says of sizes is not believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::finish::MOST;
use super::reason::Reason;

/// All members of one dropped file together, archives within archives included, at most so many bytes.
pub const ALL: u64 = 256 << 20;
/// Members of an archive, or records of a table, at most.
pub const MEMBERS: u32 = 10_000;
/// A member may inflate to so many times its size,
pub const RATIO: u64 = 200;
/// but only above so many bytes is that asked: a page of blanks shrinks by as much.
pub const RATIO_FROM: u64 = 1 << 20;
/// Archives within archives, at most.
pub const NESTED: u32 = 3;

/// An archive that is open.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What may still be inflated.
#[derive(Clone, Copy, Debug)]
pub struct Budget(u64);

impl Budget {
    /// That of one dropped file.
    pub const fn new() -> Self {
        Self(ALL)
    }

    /// Takes so many bytes of it; whether there were as many.
    pub const fn spend(&mut self, bytes: usize) -> bool {
        match self.0.checked_sub(bytes as u64) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

/// Opens an archive.
///
/// # Errors
/// When its directory can't be read or has too many members.
pub fn open(bytes: &[u8]) -> Result<Archive<'_>, Reason> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|broken| damaged(&broken))?;
    if archive.len() > MEMBERS as usize {
        return Err(Reason::TooMany(MEMBERS));
    }
    Ok(archive)
}

/// The members that are files: place in the archive, name, size as it is packed.
pub fn members(archive: &mut Archive<'_>) -> Vec<(usize, String, u64)> {
    (0..archive.len())
        .filter_map(|at| {
            let Ok(member) = archive.by_index_raw(at) else { return Some((at, String::new(), 0)) };
            let name = member
                .name()
                .map_or_else(|_| String::from_utf8_lossy(member.name_raw()).into_owned(), |name| name.into_owned());
            (!name.ends_with('/')).then(|| (at, name.trim_start_matches('/').to_owned(), member.compressed_size()))
        })
        .collect()
}

/// Inflates a member.
///
/// # Errors
/// When it is locked, damaged, or above a limit.
pub fn inflate(archive: &mut Archive<'_>, at: usize, budget: &mut Budget) -> Result<Vec<u8>, Reason> {
    if archive.by_index_raw(at).is_ok_and(|member| member.encrypted()) {
        return Err(Reason::Encrypted);
    }
    let mut member = archive.by_index(at).map_err(|broken| damaged(&broken))?;
    let packed = member.compressed_size().max(1);
    let mut bytes = Vec::new();
    let mut part = vec![0; 64 << 10];
    loop {
        let length = member.read(&mut part).map_err(|broken| Reason::Damaged(broken.to_string()))?;
        if length == 0 {
            return Ok(bytes);
        }
        budget.0 = budget.0.checked_sub(length as u64).ok_or(Reason::ArchiveTooLarge((ALL >> 20) as u32))?;
        bytes.extend_from_slice(&part[..length]);
        let size = bytes.len() as u64;
        if size > MOST as u64 {
            return Err(Reason::TooLarge((MOST >> 20) as u32));
        }
        if size > RATIO_FROM && size > packed.saturating_mul(RATIO) {
            return Err(Reason::Ratio(RATIO as u32));
        }
    }
}

/// The member with this name, inflated; `None` where there is none.
///
/// # Errors
/// As [`inflate`].
pub fn named(archive: &mut Archive<'_>, name: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, Reason> {
    match archive.index_for_name(name) {
        Some(at) => inflate(archive, at, budget).map(Some),
        None => Ok(None),
    }
}

fn damaged(broken: &ZipError) -> Reason {
    match broken {
        ZipError::UnsupportedArchive(said) if *said == ZipError::PASSWORD_REQUIRED => Reason::Encrypted,
        ZipError::InvalidPassword => Reason::Encrypted,
        ZipError::InvalidArchive(said) => Reason::Damaged(["as an archive it is broken (", said, ")"].concat()),
        ZipError::CompressionMethodNotSupported(_) => {
            Reason::Damaged("it is packed by a method that isn\u{2019}t read".into())
        }
        other => Reason::Damaged(other.to_string()),
    }
}
