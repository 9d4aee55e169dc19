//! Several files as one ZIP archive (PKWARE's APPNOTE 6.3.3), made of what the browser keeps: nothing is held in memory.
//!
//! The browser's own compression is used; where it has none, files are stored as they are.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A file of the archive.
#[derive(Debug)]
pub struct Member {
    /// Its content, one after the other.
    pub parts: Vec<Blob>,
    /// How many bytes that is.
    pub bytes: u64,
    /// CRC-32 so far, as it is kept between bytes.
    crc: u32,
    table: [u32; 256],
}

impl Default for Member {
    fn default() -> Self {
        Self { parts: Vec::new(), bytes: 0, crc: u32::MAX, table: table() }
    }
}

impl Member {
    /// Adds some bytes and the same as the browser keeps them.
    pub fn add(&mut self, bytes: &[u8], kept: Blob) {
        self.crc = bytes
            .iter()
            .fold(self.crc, |crc, byte| (crc >> 8) ^ self.table[((crc ^ u32::from(*byte)) & 0xFF) as usize]);
        self.bytes += bytes.len() as u64;
        self.parts.push(kept);
    }
}

/// The remainders of CRC-32 (reflected 0x04C11DB7) by byte.
fn table() -> [u32; 256] {
    std::array::from_fn(|byte| {
        (0..8).fold(byte as u32, |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

/// A text compressed by the browser; `None` where it has no such means.
async fn deflated(content: &Blob) -> Option<Blob> {
    let global = js_sys::global();
    let get = |name: &str| Reflect::get(&global, &name.into()).ok()?.dyn_into::<Function>().ok();
    let (compression, response) = (get("CompressionStream")?, get("Response")?);
    let compressing = Reflect::construct(&compression, &Array::of1(&"deflate-raw".into())).ok()?;
    let call = |object: &JsValue, name: &str, with: &Array| -> Option<JsValue> {
        let method = Reflect::get(object, &name.into()).ok()?.dyn_into::<Function>().ok()?;
        method.apply(object, with).ok()
    };
    let stream = call(content, "stream", &Array::new())?;
    let stream = call(&stream, "pipeThrough", &Array::of1(&compressing))?;
    let whole = Reflect::construct(&response, &Array::of1(&stream)).ok()?;
    let blob = call(&whole, "blob", &Array::new())?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(blob).await.ok()?.dyn_into::<Blob>().ok()
}

/// How a member stands in the archive.
struct Header {
    method: u16,
    crc: u32,
    compressed: u32,
    size: u32,
}

impl Header {
    /// What the local header and the directory's entry have in common.
    fn fields(&self, name: &str) -> Vec<u8> {
        let mut out = Vec::new();
        // Needs version 2.0; names are UTF-8 (bit 11); dated 1 January 1980: the same texts make the same file.
        for half in [20_u16, 1 << 11, self.method, 0, (1 << 5) | 1] {
            out.extend(half.to_le_bytes());
        }
        for whole in [self.crc, self.compressed, self.size] {
            out.extend(whole.to_le_bytes());
        }
        out.extend((name.len() as u16).to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        out
    }
}

/// The archive's pieces, one after the other. `None` where the browser has no room, or it would be 4 GB or more.
pub async fn written(members: Vec<(&str, Member)>) -> Option<Vec<Blob>> {
    let mut pieces = Vec::new();
    let mut directory = Vec::new();
    let mut at = 0_u64;
    let count = members.len() as u16;
    for (name, member) in members {
        let whole = Blob::new_with_blob_sequence(&member.parts.into_iter().collect::<Array>()).ok()?;
        let smaller = deflated(&whole).await.filter(|smaller| smaller.size() < whole.size());
        let content = smaller.as_ref().unwrap_or(&whole);
        let header = Header {
            method: if smaller.is_some() { 8 } else { 0 },
            crc: !member.crc,
            compressed: u32::try_from(content.size() as u64).ok()?,
            size: u32::try_from(member.bytes).ok()?,
        };
        let fields = header.fields(name);
        directory.extend(*b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(u32::try_from(at).ok()?.to_le_bytes());
        directory.extend(name.as_bytes());
        let local = [b"PK\x03\x04", fields.as_slice(), name.as_bytes()].concat();
        at += local.len() as u64 + u64::from(header.compressed);
        pieces.push(kept(&local)?);
        pieces.push(content.clone());
    }
    let size = directory.len() as u32;
    directory.extend(*b"PK\x05\x06\0\0\0\0");
    directory.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    directory.extend(size.to_le_bytes());
    directory.extend(u32::try_from(at).ok()?.to_le_bytes());
    directory.extend([0; 2]);
    pieces.push(kept(&directory)?);
    Some(pieces)
}

fn kept(bytes: &[u8]) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)).unchecked_into::<Object>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        let table = table();
        let crc = b"123456789"
            .iter()
            .fold(u32::MAX, |crc, byte| (crc >> 8) ^ table[((crc ^ u32::from(*byte)) & 0xFF) as usize]);
        assert_eq!(!crc, 0xCBF4_3926);
    }
}
