//! A text's language, by its letters and by what the file says.

use super::outcome::Language;

/// So many bytes of a text tell its language.
const SAMPLE: usize = 8 << 10;

/// A guess less sure than this is none: it would keep an English text from what is made for English. Of titles and
/// half sentences most wrong guesses lie below 0.11, right ones from 0.26 on.
const LEAST: f64 = 0.2;

/// Whatever the file states, corrected where the letters speak clearly against it.
pub fn of(text: &str, stated: Option<&str>) -> Language {
    let stated = stated.map(str::trim).filter(|tag| is_tag(tag)).map(tag_of);
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let Some(found) = whatlang::detect(sample) else {
        return match stated {
            Some(tag) => Language { tag, confidence: None, stated: true },
            None => Language { tag: "und".into(), confidence: None, stated: false },
        };
    };
    let tag = two_letters(found.lang().code());
    let confidence = Some(found.confidence());
    match stated {
        Some(stated) if primary(&stated) == tag || !found.is_reliable() => {
            Language { tag: stated, confidence, stated: true }
        }
        // A guess that isn't sure of itself would keep an English text from what is made for English.
        None if found.confidence() < LEAST => Language { tag: "und".into(), confidence: None, stated: false },
        _ => Language { tag: tag.to_owned(), confidence, stated: false },
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or("")
}

/// Whether this has the form of a BCP 47 tag, with `_` for `-` as some files have it.
fn is_tag(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let primary = subtags.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// `en_GB` and `EN-gb` as `en-GB`.
fn tag_of(tag: &str) -> String {
    let mut out = String::new();
    for (at, subtag) in tag.split(['-', '_']).enumerate() {
        match (at, subtag.len()) {
            (0, _) => out.push_str(two_letters(&subtag.to_ascii_lowercase())),
            (_, 2) => out.extend(["-", &subtag.to_ascii_uppercase()]),
            _ => out.extend(["-", subtag]),
        }
    }
    out
}

/// The two letters that stand for ISO 639-3's three.
fn two_letters(code: &str) -> &str {
    const CODES: &str = "afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh zho zh cym cy dan da \
        deu de ger de ell el eng en epo eo est et fin fi fra fr fre fr guj gu heb he hin hi hrv hr hun hu hye hy ind id \
        ita it jav jv jpn ja kan kn kat ka khm km kor ko lat la lav lv lit lt mal ml mar mr mkd mk mya my nep ne nld nl \
        nob nb ori or pan pa pes fa pol pl por pt ron ro rus ru sin si slk sk slv sl sna sn spa es srp sr swe sv tam ta \
        tel te tgl tl tha th tuk tk tur tr ukr uk urd ur uzb uz vie vi yid yi zul zu";
    let mut codes = CODES.split_whitespace();
    while let (Some(three), Some(two)) = (codes.next(), codes.next()) {
        if three == code {
            return two;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The ministers met in the harbour on Tuesday and said that the talks would go on.";

    #[test]
    fn letters_and_statement_together() {
        assert_eq!(of(ENGLISH, None).tag, "en");
        assert_eq!(of(ENGLISH, Some("en_gb")).tag, "en-GB");
        let german = of(
            "Die Minister trafen sich am Dienstag im Hafen und sagten, die Gespr\u{e4}che gingen weiter.",
            Some("en"),
        );
        assert!(german.tag == "de" && !german.stated, "{german:?}");
        assert_eq!(of("12 34", None).tag, "und");
        let unsure = of("NATO Secretary General Mark Rutte said.", None);
        assert_eq!((unsure.tag.as_str(), unsure.confidence), ("und", None), "a guess of 3 %");
        assert_eq!(of("12 34", Some("fr")).tag, "fr");
        assert_eq!(of(ENGLISH, Some("not a tag at all")).tag, "en");
    }

    #[test]
    fn every_language_that_is_told_has_a_tag() {
        for lang in whatlang::Lang::all() {
            assert_eq!(two_letters(lang.code()).len(), 2, "{}", lang.code());
        }
    }
}
