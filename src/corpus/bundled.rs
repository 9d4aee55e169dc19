//! The bundled corpus: whatever was in `corpus/` when the crate was built.
//!
//! `build.rs` reads and checks the files (see `corpus/README.md`) and writes them out as constants,
//! so that nothing is parsed when the page starts.

use super::article::{Article, Furniture, FurnitureKind, Published, Relation, Source};
use crate::text::Span;

/// An [`Article`] whose words are part of the program.
struct Constant {
    id: &'static str,
    title: &'static str,
    title_source: Source,
    outlet: Option<&'static str>,
    author: Option<&'static str>,
    date: Option<&'static str>,
    relation: Relation,
    date_source: Source,
    date_words: &'static str,
    place: Option<&'static str>,
    label: Option<&'static str>,
    language: &'static str,
    translated: bool,
    furniture: &'static [Furniture],
    text: &'static str,
}

/// A passage of page furniture, from byte `start` to byte `end`.
const fn passage(kind: FurnitureKind, start: u32, end: u32) -> Furniture {
    Furniture { kind, span: Span::new(start, end) }
}

const ARTICLES: &[Constant] = include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The bundled articles, in the order of their files' names. Ids differ from each other.
#[must_use]
pub fn bundled() -> Vec<Article> {
    ARTICLES
        .iter()
        .map(|a| Article {
            id: a.id.to_owned(),
            title: a.title.to_owned(),
            title_source: a.title_source,
            outlet: a.outlet.map(str::to_owned),
            author: a.author.map(str::to_owned),
            published: Published {
                date: a.date.map(str::to_owned),
                relation: a.relation,
                source: a.date_source,
                words: a.date_words.to_owned(),
            },
            place: a.place.map(str::to_owned),
            label: a.label.map(str::to_owned),
            language: a.language.to_owned(),
            translated: a.translated,
            furniture: a.furniture.to_vec(),
            text: a.text.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FNV-1a, 64 bits: tells two texts apart without a crate for it.
    fn checksum(text: &str) -> u64 {
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
    }

    fn marked(article: &Article) -> Vec<&str> {
        article.furniture.iter().map(|f| f.span.of(&article.text)).collect()
    }

    /// The texts are evidence: nobody may tidy them. Whoever puts in other articles replaces these numbers.
    #[test]
    fn texts_are_as_given() {
        let found: Vec<(String, usize, u64)> =
            bundled().into_iter().map(|a| (a.id, a.text.len(), checksum(&a.text))).collect();
        let expected = [
            ("trt-world", 2499, 0xee4c_19f5_66df_0712),
            ("resolute-message", 3081, 0x09e8_c8c2_dc7d_a36a),
            ("anti-drone", 4517, 0x2e5f_7c23_454b_49bd),
            ("more-lethal-nato", 3440, 0x2cdc_41b5_9c5f_4664),
            ("us-support", 5406, 0xe2c6_58f0_2c0e_a366),
        ];
        assert_eq!(found, expected.map(|(id, len, sum)| (id.to_owned(), len, sum)));
    }

    #[test]
    fn furniture_is_what_it_should_be() {
        let articles = bundled();
        assert_eq!(marked(&articles[0]).len(), 3);
        assert!(marked(&articles[0])[0].ends_with("technologies. / AP"));
        assert_eq!(marked(&articles[0])[1..], ["November 5, 2025", "SOURCE:TRT World and Agencies"]);
        assert!(marked(&articles[1]).is_empty());
        assert_eq!(articles[2].furniture[0].span, Span::new(0, "Brussels – ".len() as u32));
        assert_eq!(marked(&articles[2]).len(), 3);
        assert_eq!(
            articles[3].furniture.iter().map(|f| f.kind).collect::<Vec<_>>(),
            [
                FurnitureKind::Counts,
                FurnitureKind::Caption,
                FurnitureKind::Caption,
                FurnitureKind::Disclaimer,
                FurnitureKind::Other,
            ]
        );
        assert_eq!(marked(&articles[3])[4], "Bonus video:");
        assert_eq!(articles[4].furniture.iter().filter(|f| f.kind == FurnitureKind::Link).count(), 3);
        assert_eq!(articles[4].furniture.len(), 3);
    }

    #[test]
    fn only_what_the_text_shows_is_said() {
        for article in bundled() {
            assert_eq!(article.title_source == Source::Stated, article.text.contains(&article.title));
            assert_eq!(article.published.date.is_some(), article.published.source != Source::NotStated);
            assert!(article.text.contains(&article.published.words));
            if let Some(outlet) = article.outlet {
                assert!(article.text.contains(&outlet));
            }
            if let Some(place) = article.place {
                assert!(article.text.contains(&place));
            }
        }
    }
}
