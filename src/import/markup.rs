//! From marked-up text to text as it is read: paragraphs apart, blanks as one.

use dom_query::NodeRef;

use super::draft::Passage;
use super::outcome::FurnitureReason;
use crate::corpus::FurnitureKind;

/// What is due before the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    Cell,
    Line,
    Paragraph,
}

/// Gathers words and the gaps between them; gaps before the first and after the last word fall away.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    out: String,
    gap: Gap,
    marks: Vec<Passage>,
    /// The mark that is open: how deep within itself, what it is, where its first word stands.
    open: Option<(u32, FurnitureKind, Option<usize>)>,
}

impl Blocks {
    /// The text so far.
    pub fn text(&self) -> &str {
        &self.out
    }

    /// A paragraph ends.
    pub fn paragraph(&mut self) {
        self.gap = self.gap.max(Gap::Paragraph);
    }

    /// A line ends.
    pub fn line(&mut self) {
        self.gap = self.gap.max(Gap::Line);
    }

    /// A cell of a table ends.
    pub fn cell(&mut self) {
        self.gap = self.gap.max(Gap::Cell);
    }

    /// Words; their blanks are kept as they are, or each run of them counts as one.
    pub fn words(&mut self, words: &str, keep: bool) {
        if keep {
            if !words.is_empty() {
                self.begin();
                self.out.push_str(words);
            }
            return;
        }
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut rest = words;
        while !rest.is_empty() {
            let trimmed = rest.trim_start_matches(blank);
            if trimmed.len() < rest.len() {
                self.gap = self.gap.max(Gap::Blank);
            }
            let end = trimmed.find(blank).unwrap_or(trimmed.len());
            if end > 0 {
                self.begin();
                self.out.push_str(&trimmed[..end]);
            }
            rest = &trimmed[end..];
        }
    }

    fn begin(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Cell => "\t",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        if let Some((_, _, from @ None)) = &mut self.open {
            *from = Some(self.out.len());
        }
    }

    /// What comes now stands beside the text, until [`Blocks::unmark`]. Within itself, the outer counts.
    pub fn mark(&mut self, kind: FurnitureKind) {
        match &mut self.open {
            Some((depth, _, _)) => *depth += 1,
            None => self.open = Some((0, kind, None)),
        }
    }

    /// See [`Blocks::mark`].
    pub fn unmark(&mut self) {
        match &mut self.open {
            Some((depth, _, _)) if *depth > 0 => *depth -= 1,
            _ => {
                if let Some((_, kind, Some(from))) = self.open.take()
                    && from < self.out.len()
                {
                    let to = self.out.len();
                    self.marks.push(Passage { from, to, kind, reason: FurnitureReason::Marked });
                }
            }
        }
    }

    /// The text, and the passages that were marked.
    pub fn finish(mut self) -> (String, Vec<Passage>) {
        if let Some((depth, _, _)) = &mut self.open {
            *depth = 0;
            self.unmark();
        }
        (self.out, self.marks)
    }
}

/// Elements of HTML that hold no words of the text.
pub fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "object"
            | "canvas"
            | "video"
            | "audio"
            | "math"
            | "head"
            | "select"
            | "datalist"
            | "textarea"
            | "button"
            | "frameset"
            | "noframes"
            | "dialog"
    )
}

/// Elements that stand around the text of a page.
fn is_around(name: &str) -> bool {
    matches!(name, "nav" | "header" | "footer" | "aside" | "form")
}

/// The gap that an element of HTML makes around itself.
pub fn gap(blocks: &mut Blocks, name: &str) {
    match name {
        "p" | "div" | "article" | "section" | "main" | "header" | "footer" | "aside" | "nav" | "form" | "h1" | "h2"
        | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" | "figure" | "figcaption" | "ul" | "ol" | "dl" | "table"
        | "caption" | "hr" | "address" | "fieldset" | "details" | "summary" | "body" => blocks.paragraph(),
        "br" | "li" | "dt" | "dd" | "tr" | "option" | "legend" => blocks.line(),
        "td" | "th" => blocks.cell(),
        _ => {}
    }
}

/// Walks what is in `root`, without recursion: a page may nest as deep as it likes. With `around`, what
/// stands around the text is marked.
pub fn walk(root: &NodeRef<'_>, blocks: &mut Blocks, around: bool) {
    let mut kept = 0u32;
    let mut next = root.first_child();
    while let Some(node) = next {
        let name = node.node_name();
        let name = name.as_deref().unwrap_or("");
        if node.is_text() {
            blocks.words(&node.text(), kept > 0);
        } else if node.is_element() && !is_silent(name) {
            gap(blocks, name);
            enter(blocks, name, around);
            kept += u32::from(name == "pre");
        }
        next = if node.is_element() && !is_silent(name) { node.first_child() } else { None };
        if next.is_some() {
            continue;
        }
        let mut up = node;
        loop {
            let name = up.node_name();
            let name = name.as_deref().unwrap_or("");
            if up.is_element() && !is_silent(name) {
                leave(blocks, name, around);
                gap(blocks, name);
                kept -= u32::from(name == "pre");
            }
            next = up.next_sibling();
            if next.is_some() {
                break;
            }
            match up.parent() {
                Some(parent) if parent.id != root.id => up = parent,
                _ => return,
            }
        }
    }
}

fn enter(blocks: &mut Blocks, name: &str, around: bool) {
    if matches!(name, "figcaption" | "caption") {
        blocks.mark(FurnitureKind::Caption);
    } else if around && is_around(name) {
        blocks.mark(FurnitureKind::Other);
    }
}

fn leave(blocks: &mut Blocks, name: &str, around: bool) {
    if matches!(name, "figcaption" | "caption") || around && is_around(name) {
        blocks.unmark();
    }
}
