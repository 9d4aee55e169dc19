//! What the section on modal verbs says first.

use super::modal_list::ModalClass;
use super::modals::{ModalArticle, ModalChoice, Voice};
use super::places::Framed;
use crate::analysis::finding::Finding;
use crate::analysis::marked::Marking;
use crate::analysis::prose::{Prose, capital, figures, number};
use crate::analysis::table::ordered;

/// A text of fewer modal verbs, or an outlet’s, is said to have few.
const FEW: u32 = 10;

fn marking(choice: ModalChoice, voice: Voice) -> Marking {
    Marking::Framing(Framed::Modals { choice, voice }.name())
}

/// `listed`: whether the list could be loaded; `all`: modal verbs of all articles; `nouns`: what one of these is called,
/// and what several are.
pub(super) fn finding(articles: &[ModalArticle], nouns: (&str, &str), listed: bool, all: u32) -> Finding {
    let mut prose = Prose::default();
    if !listed {
        prose.text("Without their list no modal verbs can be found.");
        return Finding { sentence: prose.done(), caution: String::new() };
    }
    if all == 0 {
        prose.text("No modal verb stands in these articles.");
        return Finding { sentence: prose.done(), caution: String::new() };
    }
    prose.size(&capital(&number(all)), marking(ModalChoice::Any, Voice::Any), None);
    prose.text(if all == 1 { " modal verb" } else { " modal verbs" });
    let quoted: u32 = articles.iter().map(|it| it.count(None, Voice::Quoted)).sum();
    match quoted {
        0 => prose.text(", none in quotations"),
        _ if quoted == all => prose.text(", all of them in quotations"),
        _ => prose
            .text(", ")
            .size(&number(quoted), marking(ModalChoice::Any, Voice::Quoted), None)
            .text(" of them in quotations"),
    };
    prose.text(".");
    // Who has most and who fewest, in all and of what is said to be due.
    if let [least, .., most] = &by_rate(articles, None)[..] {
        prose.text(" In 1,000 words ").article(most.0).text(" has most (");
        prose.size(&decimal(most.1), marking(ModalChoice::Any, Voice::Any), Some(most.0));
        prose.text(") and ").article(least.0).text(" fewest (");
        none_or(&mut prose, *least, ModalChoice::Any);
        prose.text(").");
    }
    let due = by_rate(articles, Some(ModalClass::Obligation));
    if let [.., second, most] = &due[..]
        && most.1 > second.1
    {
        prose.text(" What must or should be is said most often in ").article(most.0).text(" (");
        let choice = ModalChoice::Class(ModalClass::Obligation);
        prose.size(&decimal(most.1), marking(choice.clone(), Voice::Any), Some(most.0)).text("; ");
        prose.article(second.0).text(": ");
        none_or(&mut prose, *second, choice);
        prose.text(").");
    }
    Finding { sentence: prose.done(), caution: caution(articles, nouns) }
}

/// A rate that leads to its places; of none it leads nowhere.
fn none_or(prose: &mut Prose, (article, rate): (u32, f64), choice: ModalChoice) {
    if rate > 0.0 {
        prose.size(&decimal(rate), marking(choice, Voice::Any), Some(article));
    } else {
        prose.text("none");
    }
}

/// The articles that have a word, and their rates, ascending.
fn by_rate(articles: &[ModalArticle], class: Option<ModalClass>) -> Vec<(u32, f64)> {
    let rates = articles.iter().filter_map(|it| Some((it.article, it.rate(class, Voice::Any)?)));
    ordered(rates.collect(), false, |it: &(u32, f64)| Some(it.1), |it| u64::from(it.0))
}

fn decimal(rate: f64) -> String {
    format!("{rate:.1}")
}

fn caution(articles: &[ModalArticle], (noun, nouns): (&str, &str)) -> String {
    let few: Vec<&ModalArticle> = articles.iter().filter(|it| it.count(None, Voice::Any) < FEW).collect();
    if few.is_empty() {
        return String::new();
    }
    let whose = if few.len() == articles.len() {
        ["Every ", noun].concat()
    } else if few.len() == 1 {
        ["One ", noun].concat()
    } else {
        [&capital(&number(few.len() as u32)), " ", nouns].concat()
    };
    let has = if few.len() == 1 || few.len() == articles.len() { " has" } else { " have" };
    [&whose, has, " fewer than ", &figures(FEW), ": one verb more or less moves such a rate far."].concat()
}
