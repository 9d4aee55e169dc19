//! What counts as a mention, and which names are one, for the Methods view.

use crate::stats::Measure;

/// What counts as a mention of a name.
pub const MENTION: Measure = Measure {
    key: "mention",
    group: "Coverage",
    name: "Mention of a name",
    says: "How often an article names a person, an organisation, a place or a date.",
    caveat: "On passages the rules had not been made on, 96 % of the mentions they found were right, and they found 81 % of those marked by hand; companies and unions that aren’t listed mostly stand among the other names. A count says that somebody is named, not that much is said of them. Pronouns (‘he’), common nouns (‘the alliance’) and peoples (‘Russian’) aren’t counted, and a capital stands for a thing that it names: ‘Moscow’ is a place, though a government may be meant.",
    range: "whole numbers from 0",
    rule: "a listed place or organisation, under any of its listed names (lists/gazetteer.txt: GeoNames and a list of Parallax’s own); capitalised words after an office or a first name (lists/speakers.txt), or with a surname that belongs to a person named in full: a person; capitalised words that end with a word for bodies (‘Forum’, ‘Ministry of’): an organisation; other capitalised words, where their place doesn’t ask for a capital: a name of another kind; ‘the’ or a possessive with an office, of the person who holds it; dates by their form. In headings with a capital at every word only names known from elsewhere count. A name within a longer one doesn’t count; one within a title or an office does: ‘the NATO chief’ names NATO too",
    default: "People, organisations and places are shown; dates and other names on choice. Page furniture is passed over.",
    undefined: "A text without capitals has none but what is listed in small letters.",
    source: "The rules are Parallax’s own, held to names marked by hand; compare Beth Sundheim, 1996, Overview of Results of the MUC-6 Evaluation. Places: geonames.org.",
    ..Measure::EMPTY
};

/// Which names are one.
pub const SAME_NAME: Measure = Measure {
    key: "same-name",
    group: "Coverage",
    name: "One name under several forms",
    says: "Which words are taken for the same person, organisation, place or day; each form says why.",
    caveat: "Rather left apart than merged wrongly: what is one to you may stand in two rows. Merge them; the edit is kept in the address.",
    range: "one row a name",
    rule: "listed names by the list; full names whose first name and surname are alike but for accents, doubled letters and y for i (‘Rute’, ‘Rutte’); a surname alone is the person of that surname whom the article names in full, or else the only one of all articles; a phrase for an office is the person to whom this article, or else another, gives that office of that body or country, or one that heads it under another title (‘chief’, ‘Secretary General’), where there is one such person; an office without whose it is, the one person named before who holds it in that article; a description by nationality, the one person named before it, or the one to whom another article ties that nationality",
    default: "A day without its year, a weekday, ‘yesterday’ are worked out from the day of publication where that is known; otherwise each article’s stand apart, as written.",
    undefined: "A surname of several people, of whom the article names none in full, stands by itself.",
    source: "Parallax’s own rules; compare David Nadeau and Satoshi Sekine, 2007, A survey of named entity recognition and classification.",
    ..Measure::EMPTY
};

/// In which order names come in.
pub const FIRST_MENTION: Measure = Measure {
    key: "first-mention",
    group: "Coverage",
    name: "Order of first mention",
    says: "Which name an article brings in first, second and so on: news puts first what it takes to matter most.",
    caveat: "A headline names first whom it is about, whatever the text does.",
    range: "1 and up",
    rule: "names of the kinds shown, in the order of the first place of each in the article; of two that begin at one place, the shorter first",
    default: "Counted within the kinds that are shown.",
    undefined: "An article that doesn’t have the name has no place for it.",
    source: "The inverted pyramid of news: Horst Pöttker, 2003, News and its communicative quality.",
    ..Measure::EMPTY
};
