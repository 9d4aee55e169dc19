//! Which names does a text have, and how are they spelt?
//!
//! A name is a word that a text writes with a capital where its place doesn't ask for one, at least as
//! often as it stands without; function words aren't. No list is needed, and none would know tomorrow's
//! names; but every capitalised word is taken, those of days, peoples and languages too, and in German,
//! where every noun has a capital, the rule says nothing.
//!
//! Two names that are spelt nearly alike may be one. They are put side by side when
//!
//! - they differ in capitals only (`NATO`, `Nato`);
//! - they are alike but for accents, doubled letters and `y` for `i` (`Rutte`, `Rute`; `Zelensky`, `Zelenskyy`);
//! - they have at least six letters, begin alike, and differ in one letter or two that change places;
//! - one is written with a hyphen, the other without (`Secretary-General`, `Secretary General`);
//!
//! unless one is an inflection of the other (`Europe`, `Europeans`). It is a question to the reader, with
//! the counts and the way to the text: nothing is merged.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::words::{Words, is_function_word, without_accent};
use crate::analysis::selection::Selection;
use crate::analysis::table::ordered;
use crate::corpus::Index;
use crate::sorting::sort_by;

/// A word or phrase and how often each article has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordCount {
    /// The word, as tables show it.
    pub word: String,
    /// How often in all.
    pub total: u32,
    /// Number of the first article that has it.
    pub first: Option<u32>,
    /// How often, in each article that is drawn, in corpus order.
    pub by_article: Vec<u32>,
}

impl WordCount {
    /// A word with the positions of the articles that have it, ascending, each with how often.
    pub(super) fn new(selection: &Selection, word: String, counts: &[(u32, u32)]) -> Self {
        let here = |position: &usize| {
            let found = counts.binary_search_by_key(&(*position as u32), |it| it.0);
            found.map_or(0, |found| counts[found].1)
        };
        Self {
            word,
            total: counts.iter().map(|it| it.1).sum(),
            first: counts.first().map(|it| selection.on()[it.0 as usize]),
            by_article: selection.drawn().articles().iter().map(here).collect(),
        }
    }
}

/// One more in the article at this position, which isn't before the last one's.
pub(super) fn one_more(counts: &mut Vec<(u32, u32)>, position: usize) {
    match counts.last_mut() {
        Some((last, count)) if *last as usize == position => *count += 1,
        _ => counts.push((position as u32, 1)),
    }
}

/// How the spellings of what may be one name differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// In accents, doubled letters, or `y` for `i`.
    Doubling,
    /// In one letter, or two that change places.
    Letter,
    /// In a hyphen.
    Hyphen,
    /// In capitals.
    Capitals,
}

/// Spellings of what may be one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameVariants {
    /// Two or more spellings, most frequent first.
    pub spellings: Vec<WordCount>,
    /// How the first two differ.
    pub difference: Difference,
}

/// The names of the articles that are on.
pub(in crate::analysis) struct Names {
    /// By form: the number of the name it is a token of.
    of_form: Vec<Option<u32>>,
    /// Sorted by bytes.
    names: Vec<String>,
    /// By name: the positions of the articles that have it, ascending, each with how often.
    counts: Vec<Vec<(u32, u32)>>,
}

/// Letters of the shortest names that are compared letter by letter, and of the shortest compared at all.
const SHORTEST_BY_LETTER: usize = 6;
const SHORTEST: usize = 3;

impl Names {
    pub fn find(words: &Words) -> Self {
        let index = words.selection.index();
        let forms = words.forms.len();
        // How often each form stands where a capital is its own.
        let mut own = vec![0_u32; forms];
        for position in 0..words.articles() {
            let article = index.article_forms(position);
            for (tokens, span) in words.sentences(position) {
                let sentence = span.of(words.text(position));
                let shouted = !sentence.chars().any(char::is_lowercase);
                let placed = words.placed(position, &tokens, span);
                for (token, placed) in tokens.zip(placed) {
                    let form = &words.forms[article[token] as usize];
                    // No place asks for a word all in capitals, but a line all in capitals does.
                    own[article[token] as usize] += u32::from(form.capital && !shouted && (form.capitals || !placed));
                }
            }
        }
        let totals = totals(index, forms);
        let lower = Lower::count(words, &totals);
        let mut by_base: Vec<u32> = (0..forms as u32).filter(|&form| may_be_name(words, form)).collect();
        sort_by(&mut by_base, |&a, &b| words.forms[a as usize].base.cmp(&words.forms[b as usize].base));
        let mut found = Self { of_form: vec![None; forms], names: Vec::new(), counts: Vec::new() };
        for same in by_base.chunk_by(|&a, &b| words.forms[a as usize].base == words.forms[b as usize].base) {
            let form = &words.forms[same[0] as usize];
            let own: u32 = same.iter().map(|&form| own[form as usize]).sum();
            if own > 0 && own >= lower.of(&form.key) {
                for &form in same {
                    found.of_form[form as usize] = Some(found.names.len() as u32);
                }
                found.names.push(form.base.clone());
            }
        }
        found.counts = vec![Vec::new(); found.names.len()];
        for position in 0..words.articles() {
            for &form in index.article_forms(position) {
                if let Some(name) = found.of_form[form as usize] {
                    one_more(&mut found.counts[name as usize], position);
                }
            }
        }
        found
    }

    /// Whether tokens of this form are tokens of a name.
    pub fn is_name(&self, form: u32) -> bool {
        self.of_form.get(form as usize).is_some_and(Option::is_some)
    }

    /// The form's name.
    pub fn name(&self, form: u32) -> Option<&str> {
        let name = (*self.of_form.get(form as usize)?)?;
        Some(&self.names[name as usize])
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Every name with how many articles have it, most frequent first, then by bytes.
    pub fn by_frequency(&self) -> Vec<(&str, u32)> {
        let order = ordered(
            (0..self.names.len()).collect(),
            true,
            |&name| Some(f64::from(self.total(name))),
            |&name| name as u64,
        );
        order.into_iter().map(|name| (self.names[name].as_str(), self.counts[name].len() as u32)).collect()
    }

    /// At most so many names, most frequent first, then by bytes.
    pub fn counted(&self, selection: &Selection, most: usize) -> Vec<WordCount> {
        let order = ordered(
            (0..self.names.len()).collect(),
            true,
            |&name| Some(f64::from(self.total(name))),
            |&name| name as u64,
        );
        order.into_iter().take(most).map(|name| self.count(selection, name)).collect()
    }

    fn total(&self, name: usize) -> u32 {
        self.counts[name].iter().map(|it| it.1).sum()
    }

    fn count(&self, selection: &Selection, name: usize) -> WordCount {
        WordCount::new(selection, self.names[name].clone(), &self.counts[name])
    }

    /// Spellings of what may be one name: by how they differ, then the most frequent first, then by bytes.
    pub fn variants(&self, words: &Words) -> Vec<NameVariants> {
        let mut groups = Groups::new(self.names.len());
        self.alike(&mut groups, Difference::Capitals, |name| name.to_lowercase());
        self.alike(&mut groups, Difference::Doubling, skeleton);
        self.by_letter(&mut groups);
        let mut found: Vec<NameVariants> = groups
            .of_two_or_more()
            .into_iter()
            .map(|(members, difference)| self.group(words.selection, &members, difference))
            .collect();
        found.extend(self.hyphened(words));
        sort_by(&mut found, |a, b| {
            let size = |group: &NameVariants| group.spellings.iter().map(|it| it.total).sum::<u32>();
            a.difference
                .cmp(&b.difference)
                .then_with(|| size(b).cmp(&size(a)).then_with(|| a.spellings[0].word.cmp(&b.spellings[0].word)))
        });
        found
    }

    fn group(&self, selection: &Selection, members: &[usize], difference: Difference) -> NameVariants {
        let order = ordered(members.to_vec(), true, |&name| Some(f64::from(self.total(name))), |&name| name as u64);
        NameVariants { spellings: order.into_iter().map(|name| self.count(selection, name)).collect(), difference }
    }

    /// Joins names that `shape` gives the same.
    fn alike(&self, groups: &mut Groups, difference: Difference, shape: fn(&str) -> String) {
        let shapes: Vec<String> = self.names.iter().map(|name| shape(name)).collect();
        let mut order: Vec<usize> =
            (0..shapes.len()).filter(|&name| shapes[name].chars().count() >= SHORTEST).collect();
        sort_by(&mut order, |&a, &b| shapes[a].cmp(&shapes[b]).then(a.cmp(&b)));
        for same in order.chunk_by(|&a, &b| shapes[a] == shapes[b]) {
            for &other in &same[1..] {
                let (one, two) = (&self.names[same[0]], &self.names[other]);
                if !inflected(one, two)
                    && (difference == Difference::Capitals || one.to_lowercase() != two.to_lowercase())
                {
                    groups.join(same[0], other, difference);
                }
            }
        }
    }

    /// Joins names whose skeletons differ in one letter. Two such have a skeleton in common when one
    /// letter, or none, is taken out of each: so only names that share one are compared.
    fn by_letter(&self, groups: &mut Groups) {
        let skeletons: Vec<String> = self.names.iter().map(|name| skeleton(name)).collect();
        let mut keys: Vec<(String, usize)> = Vec::new();
        for (name, skeleton) in skeletons.iter().enumerate() {
            if skeleton.chars().count() < SHORTEST_BY_LETTER {
                continue;
            }
            keys.push((skeleton.clone(), name));
            for (at, c) in skeleton.char_indices().skip(1) {
                keys.push(([&skeleton[..at], &skeleton[at + c.len_utf8()..]].concat(), name));
            }
        }
        sort_by(&mut keys, |a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
        keys.dedup();
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, one)) in same.iter().enumerate() {
                for (_, other) in &same[at + 1..] {
                    if one_letter_apart(&skeletons[*one], &skeletons[*other])
                        && !inflected(&self.names[*one], &self.names[*other])
                    {
                        groups.join(*one, *other, Difference::Letter);
                    }
                }
            }
        }
    }

    /// Names with a hyphen that also stand without.
    fn hyphened(&self, words: &Words) -> Vec<NameVariants> {
        let index = words.selection.index();
        let mut found = Vec::new();
        for (name, written) in self.names.iter().enumerate() {
            let Some((first, second)) = written.split_once('-') else { continue };
            let (Some(one), Some(two)) = (index.term_id(first), index.term_id(second)) else { continue };
            let mut counts = Vec::new();
            for (position, token) in index.ngram_places(&[one, two]) {
                let (position, token) = (position as usize, token as usize);
                let is = |at, part: &str| words.form(position, at).base == part;
                if is(token, first) && is(token + 1, second) && words.joined(position, token) {
                    one_more(&mut counts, position);
                }
            }
            let apart = WordCount::new(words.selection, [first, " ", second].concat(), &counts);
            if apart.total > 0 {
                let mut spellings = vec![self.count(words.selection, name), apart];
                if spellings[1].total > spellings[0].total {
                    spellings.swap(0, 1);
                }
                found.push(NameVariants { spellings, difference: Difference::Hyphen });
            }
        }
        found
    }
}

/// How often each form occurs.
fn totals(index: &Index, forms: usize) -> Vec<u32> {
    let mut totals = vec![0; forms];
    for position in 0..index.articles() {
        for &form in index.article_forms(position) {
            totals[form as usize] += 1;
        }
    }
    totals
}

/// Whether a form has the look of a name: a capital first, and no function word but in capitals (`US`).
fn may_be_name(words: &Words, form: u32) -> bool {
    let form = &words.forms[form as usize];
    form.capital && form.letters > 1 && !is_function_word(&form.key)
}

/// How often words stand without a capital.
struct Lower<'w> {
    /// By bytes.
    counted: Vec<(&'w str, u32)>,
}

impl<'w> Lower<'w> {
    fn count(words: &'w Words, totals: &[u32]) -> Self {
        let forms = words.forms.iter().zip(totals).filter(|(form, _)| !form.capital);
        let mut all: Vec<(&str, u32)> = forms.map(|(form, &total)| (form.key.as_str(), total)).collect();
        sort_by(&mut all, |a, b| a.0.cmp(b.0));
        let counted = all.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, same.iter().map(|it| it.1).sum()));
        Self { counted: counted.collect() }
    }

    fn of(&self, key: &str) -> u32 {
        self.counted.binary_search_by(|it| it.0.cmp(key)).map_or(0, |at| self.counted[at].1)
    }
}

/// A name without what spellings differ in most: capitals, accents, doubled letters, `y` for `i`.
pub(in crate::analysis) fn skeleton(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut last = None;
    for c in name.to_lowercase().chars().map(without_accent) {
        let c = if c == 'y' { 'i' } else { c };
        if last != Some(c) {
            out.push(c);
        }
        last = Some(c);
    }
    out
}

/// Whether one name is made from the other by an ending of English: plurals, peoples, languages.
fn inflected(a: &str, b: &str) -> bool {
    const ENDINGS: [&str; 14] = ["s", "es", "n", "an", "ns", "ans", "ian", "ians", "en", "er", "ern", "y", "i", "is"];
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let stem = short.strip_suffix(['n', 'i', 'y', 's']).unwrap_or(short);
    let is_ending = |rest: &str| ENDINGS.contains(&rest);
    // A last letter that is only doubled is another spelling.
    long.strip_prefix(short.as_str()).is_some_and(|rest| is_ending(rest) && !short.ends_with(&rest[..1]))
        || (stem.len() >= 4
            && match (a.strip_prefix(stem), b.strip_prefix(stem)) {
                // `Sergei`, `Sergey`: one sound, two spellings.
                (Some("i"), Some("y")) | (Some("y"), Some("i")) => false,
                (Some(a), Some(b)) => is_ending(a) && is_ending(b),
                _ => false,
            })
}

/// Whether two words differ in one letter that is another, missing or changes places with the next.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        Ordering::Equal => match (rest_a, rest_b) {
            ([], []) => false,
            ([a, after_a @ ..], [b, after_b @ ..]) => {
                after_a == after_b
                    || matches!((after_a, after_b), ([c, x @ ..], [d, y @ ..]) if a == d && b == c && x == y)
            }
            _ => false,
        },
        Ordering::Less => b.len() == a.len() + 1 && rest_a == &rest_b[1..],
        Ordering::Greater => a.len() == b.len() + 1 && rest_b == &rest_a[1..],
    }
}

/// Names that belong together.
struct Groups {
    parent: Vec<usize>,
    /// By name: the most telling difference it was joined by.
    difference: Vec<Option<Difference>>,
}

impl Groups {
    fn new(names: usize) -> Self {
        Self { parent: (0..names).collect(), difference: vec![None; names] }
    }

    fn root(&self, mut name: usize) -> usize {
        while self.parent[name] != name {
            name = self.parent[name];
        }
        name
    }

    fn join(&mut self, a: usize, b: usize, difference: Difference) {
        let (one, two) = (self.root(a), self.root(b));
        let least = |x: Option<Difference>| Some(x.map_or(difference, |x| x.min(difference)));
        let merged = match (self.difference[one], self.difference[two]) {
            (Some(x), Some(y)) => least(Some(x.min(y))),
            (x, y) => least(x.or(y)),
        };
        if one != two {
            self.parent[one.max(two)] = one.min(two);
        }
        self.difference[one.min(two)] = merged;
    }

    /// The groups, by their first members.
    fn of_two_or_more(&self) -> Vec<(Vec<usize>, Difference)> {
        let mut by_root: Vec<(usize, usize)> = (0..self.parent.len()).map(|name| (self.root(name), name)).collect();
        sort_by(&mut by_root, |a, b| a.cmp(b));
        by_root
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|members| members.len() > 1)
            .map(|members| {
                let difference = self.difference[members[0].0].unwrap_or(Difference::Letter);
                (members.iter().map(|member| member.1).collect(), difference)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_may_be_one_name() {
        for (a, b) in [("Rutte", "Rute"), ("Zelensky", "Zelenskyy"), ("Türkiye", "Turkiye"), ("Sergei", "Sergey")] {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
            assert!(!inflected(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("stoltenberg", "stoltenburg"),
            ("organisation", "organization"),
            ("merkel", "mrekel"),
            ("zelenski", "zelinski"),
        ] {
            assert!(one_letter_apart(a, b) && one_letter_apart(b, a), "{a} {b}");
        }
        for (a, b) in [("arctic", "atlantic"), ("same", "same"), ("austria", "australia"), ("eastern", "western")] {
            assert!(!one_letter_apart(a, b) && !one_letter_apart(b, a), "{a} {b}");
        }
    }

    #[test]
    fn inflections_are_no_variants() {
        for (a, b) in [
            ("Europe", "Europeans"),
            ("Russia", "Russian"),
            ("Russian", "Russians"),
            ("German", "Germany"),
            ("Germans", "Germany"),
            ("Iran", "Iranian"),
            ("North", "Northern"),
            ("Romania", "Romanian"),
        ] {
            assert!(inflected(a, b) && inflected(b, a), "{a} {b}");
        }
        for (a, b) in [("Rutte", "Rute"), ("Putin", "Putine"), ("Stoltenberg", "Stoltenburg")] {
            assert!(!inflected(a, b), "{a} {b}");
        }
    }

    #[test]
    fn groups_join_across() {
        let mut groups = Groups::new(5);
        groups.join(3, 4, Difference::Capitals);
        groups.join(1, 3, Difference::Doubling);
        assert_eq!(groups.of_two_or_more(), [(vec![1, 3, 4], Difference::Doubling)]);
    }
}
