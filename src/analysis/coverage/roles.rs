//! Which phrase stands for the holder of an office? `The NATO chief`, `NATO’s secretary general`,
//! `the leader of the European People’s Party`, `the former Dutch Prime Minister`.

use super::gazetteer::Gazetteer;
use super::reading::{Sentence, Word};
use crate::analysis::quotations::frame::Gap;

/// An office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Office {
    /// What it is called, in lower case: `secretary general`, `prime minister`.
    pub head: String,
    /// The bodies and countries, by their numbers in the gazetteer, whose it is.
    pub of: Vec<usize>,
    /// Whether it was held, or a description that is no office: `former`, `politician`.
    pub loose: bool,
}

/// A phrase that stands for who holds an office.
#[derive(Clone, Debug)]
pub(super) struct RolePhrase {
    pub from: usize,
    pub to: usize,
    pub office: Office,
}

/// Words between a country or body and an office that are part of it.
const MODIFIERS: &[&str] = &[
    "prime",
    "foreign",
    "defence",
    "defense",
    "finance",
    "interior",
    "vice",
    "deputy",
    "acting",
    "press",
    "supreme",
    "foreign",
    "federal",
    "state",
    "national",
    "security",
    "opposition",
    "military",
    "trade",
    "economy",
    "energy",
    "health",
    "justice",
    "party",
    "assistant",
    "under",
    "general",
    "first",
    "chief",
];
/// Words that say that an office is no longer held, or not yet.
const FORMERLY: &[&str] = &["former", "then", "outgoing", "incoming", "late", "ex", "designate"];
/// Descriptions that are no office.
const LOOSE: &[&str] = &["politician", "diplomat", "lawmaker", "statesman", "stateswoman", "veteran"];
/// Who is at the head of a body or a country, whatever it is called there.
const LEADS: &[&str] = &[
    "chief",
    "head",
    "boss",
    "leader",
    "secretary general",
    "director general",
    "chairman",
    "chairwoman",
    "chair",
    "president",
    "prime minister",
    "premier",
    "chancellor",
];
/// Offices that say little without whose they are.
const BARE: &[&str] = &[
    "head",
    "leader",
    "boss",
    "chief",
    "director",
    "manager",
    "officer",
    "member",
    "representative",
    "general",
    "official",
    "executive",
    "judge",
    "owner",
    "major",
    "miss",
    "sir",
    "lord",
    "lady",
    "father",
    "sister",
    "brother",
];
/// Whose office `the Secretary General of the organisation` is, is to be told from the article.
const ITS_OWN: &[&str] =
    &["organisation", "organization", "alliance", "bloc", "country", "union", "company", "party", "government"];

/// Whether two offices are the head of the same, whatever they are called.
pub(super) fn both_lead(a: &Office, b: &Office) -> bool {
    LEADS.contains(&a.head.as_str()) && LEADS.contains(&b.head.as_str())
}

/// Whether the office says enough by itself that its one holder in an article is meant.
pub(super) fn stands_alone(office: &Office) -> bool {
    !BARE.contains(&office.head.as_str())
}

/// Words from `from` that name an office, with whose it is; none where they don't.
fn office_at(
    words: &[Word],
    from: usize,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    mut office: Office,
) -> Option<(usize, Office)> {
    let joined = |at: usize| at < sentence.end && (at == from || words[at].follows());
    let mut at = from;
    let mut closed = false;
    while joined(at) && words[at].is(FORMERLY) {
        office.loose = true;
        at += 1;
    }
    // Whose it is: `US`, `Russian`, `European Commission`.
    while joined(at) && !closed {
        let found = gazetteer.name_at(words, at, sentence).or_else(|| gazetteer.people_at(words, at, sentence));
        let Some((len, entity)) = found.filter(|_| office.of.len() < 3) else { break };
        office.of.push(entity);
        closed = words[at + len - 1].possessive;
        at += len;
        while joined(at) && words[at].is(FORMERLY) {
            office.loose = true;
            at += 1;
        }
    }
    let head = at;
    while joined(at) && at - head < 4 && (words[at].is(MODIFIERS) || words[at].sort.is_role()) && !words[at].possessive
    {
        at += 1;
    }
    // The last of them is the office, or what follows it.
    if joined(at) && at - head < 5 && (words[at].sort.is_role() || words[at].is(LOOSE)) {
        at += 1;
    }
    let last = at.checked_sub(1).filter(|last| *last >= head)?;
    let word = &words[last];
    let plural = word.lower.ends_with('s') && !word.lower.ends_with("ss");
    if plural || !(word.sort.is_role() || word.is(LOOSE)) {
        return None;
    }
    office.loose |= word.is(LOOSE);
    let named: Vec<&str> = words[head..at].iter().map(|it| it.lower.as_str()).collect();
    office.head = match named.join(" ").as_str() {
        "secretary-general" => "secretary general".to_owned(),
        head => head.to_owned(),
    };
    // `of the European People’s Party`, `of the organisation`.
    if !word.possessive && joined(at) && words[at].is(&["of"]) {
        let mut after = at + 1;
        if joined(after) && words[after].is(&["the"]) {
            after += 1;
        }
        if joined(after) {
            if let Some((len, entity)) = gazetteer.name_at(words, after, sentence) {
                office.of.push(entity);
                at = after + len;
            } else if words[after].is(ITS_OWN) && !words[after].possessive {
                at = after + 1;
            }
        }
    }
    Some((at, office))
}

/// The phrase that starts at `at`: with `the`, or with whose it is (`NATO’s secretary general`). After a comma, as an
/// apposition, it needs neither.
pub(super) fn phrase_at(
    words: &[Word],
    at: usize,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    apposition: bool,
) -> Option<RolePhrase> {
    let first = words.get(at).filter(|_| at < sentence.end)?;
    let the = first.is(&["the"]) && !first.possessive;
    let owned = || {
        let (len, entity) = gazetteer.name_at(words, at, sentence)?;
        words[at + len - 1].possessive.then_some((len, entity))
    };
    let (from, office) = match owned() {
        Some((len, entity)) => (at + len, Office { of: vec![entity], ..Office::default() }),
        None if the => (at + 1, Office::default()),
        None if apposition => (at, Office::default()),
        None => return None,
    };
    if from >= sentence.end || from > at && !words[from].follows() {
        return None;
    }
    let (to, office) = office_at(words, from, sentence, gazetteer, office)?;
    let of_office = at > sentence.start
        && words[at].follows()
        && words[at - 1].is(&["of"])
        && at > sentence.start + 1
        && words[at - 2].is(&["role", "post", "office", "position", "title", "job", "duties", "powers"]);
    let goes_on = words.get(to).filter(|_| to < sentence.end).is_some_and(|next| {
        next.glued || next.gap == Gap::Space && (next.capital || next.sort.is_role()) && !words[to - 1].possessive
    });
    if of_office || goes_on || office.of.is_empty() && !office.loose && !stands_alone(&office) {
        return None;
    }
    Some(RolePhrase { from: at, to, office })
}

/// The title right before a name that starts at `name`: its first word, and the office.
pub(super) fn title_before(
    words: &[Word],
    name: usize,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
) -> Option<(usize, Office)> {
    let mut from = name;
    // Back over what may be part of a title, then forward by the rule for offices.
    while from > sentence.start && name - from < 9 && words[from].follows() {
        let word = &words[from - 1];
        let may = word.sort.is_role() || word.is(MODIFIERS) || word.is(FORMERLY) || word.capital;
        if !may || word.is(&["the"]) {
            break;
        }
        from -= 1;
    }
    (from..name).find_map(|start| {
        let (to, office) = office_at(words, start, sentence, gazetteer, Office::default())?;
        (to == name && !words[name - 1].possessive).then_some((start, office))
    })
}
