//! Articles made from the bundled ones.

use parallax::corpus::{Article, Index, bundled};
use parallax::text::WordOptions;

/// Numbers that look random and are always the same (Knuth's constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }
}

/// So many articles, each of some twenty sentences of two of the bundled ones; in every sentence most words are
/// put in the place of others, and some are new, so that the vocabulary grows with the corpus as one of news does,
/// and articles share runs of words here and there, not every sentence.
pub fn made(number: usize) -> Vec<Article> {
    let originals = bundled();
    let sentences: Vec<Vec<String>> = originals.iter().map(sentences).collect();
    let all = sentences.iter().flatten().flat_map(|sentence| sentence.split(' '));
    let plain: Vec<String> = all.filter(|word| word.chars().all(char::is_lowercase)).map(str::to_owned).collect();
    let named = sentences.iter().flatten().flat_map(|sentence| sentence.split(' ').skip(1));
    let named = named.filter(|word| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic));
    let names: Vec<String> = named.map(str::to_owned).collect();
    let mut numbers = Numbers(7);
    (0..number)
        .map(|at| {
            let of = [numbers.below(originals.len()), numbers.below(originals.len())];
            let length = 12 + numbers.below(16);
            let mut text = String::new();
            for sentence in 0..length {
                let from = &sentences[of[sentence % 2]];
                let mut words: Vec<String> = from[numbers.below(from.len())].split(' ').map(str::to_owned).collect();
                for word in &mut words {
                    let is_plain = word.chars().all(char::is_lowercase);
                    let is_name = word.len() > 3 && word.chars().all(char::is_alphabetic) && !is_plain;
                    if is_plain && numbers.below(8) < if word.len() > 3 { 6 } else { 2 } {
                        *word = plain[numbers.below(plain.len())].clone();
                    } else if is_name && numbers.below(3) < 2 {
                        *word = names[numbers.below(names.len())].clone();
                    }
                    if is_plain && numbers.below(40) == 0 {
                        let ending = ["ly", "ish", "wise", "most", "less", "ward"][numbers.below(6)];
                        *word = [word, ending].concat();
                    }
                }
                text.push_str(&words.join(" "));
                text.push_str(if sentence % 4 == 3 { "\n\n" } else { " " });
            }
            Article {
                id: format!("made-{at}"),
                title: format!("Made article {at}"),
                outlet: Some(format!("Outlet {}", at % 40)),
                text,
                furniture: Vec::new(),
                ..originals[of[0]].clone()
            }
        })
        .collect()
}

/// The sentences of an article, each on a line.
fn sentences(article: &Article) -> Vec<String> {
    let index = Index::build([article], &WordOptions::default(), false).expect("the articles are small");
    let spans = index.sentence_spans(0).iter();
    spans.map(|span| span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
