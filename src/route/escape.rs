//! Percent-encoding of values, and lists of them.

/// The value as it stands in an address: letters, digits and `-._~` as they are, every other byte
/// as `%` and two digits.
#[must_use]
pub fn encode(value: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    out
}

/// The value back. `None` where the bytes are not UTF-8; a `%` without two digits stands for itself.
#[must_use]
pub fn decode(text: &str) -> Option<String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| Some((digit(pair[0])?, digit(pair[1])?)));
        match (bytes[at], pair) {
            (b'%', Some((high, low))) => {
                out.push(high << 4 | low);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

/// A list as it stands in an address: its items encoded, commas between. Empty items are left out.
#[must_use]
pub fn encode_list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().filter(|item| !item.is_empty()).map(|item| encode(item)).collect();
    items.join(",")
}

/// The list back, from the text as it stands in the address; `None` where an item is not UTF-8.
#[must_use]
pub fn decode_list(text: &str) -> Option<Vec<String>> {
    text.split(',').filter(|item| !item.is_empty()).map(decode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_what_an_address_gives_another_meaning() {
        assert_eq!(encode("a b&c=d#e%"), "a%20b%26c%3Dd%23e%25");
        assert_eq!(encode("naïve"), "na%C3%AFve");
    }

    #[test]
    fn a_stray_percent_sign_stands_for_itself() {
        assert_eq!(decode("100%"), Some("100%".into()));
        assert_eq!(decode("%zz%4"), Some("%zz%4".into()));
        assert_eq!(decode("%F0%9F"), None);
    }

    #[test]
    fn a_comma_in_an_item_is_no_comma_between_items() {
        let items = vec!["a,b".to_owned(), "c".to_owned()];
        assert_eq!(encode_list(&items), "a%2Cb,c");
        assert_eq!(decode_list("a%2Cb,c"), Some(items));
    }
}
