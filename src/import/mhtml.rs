//! Pages saved as one file (MHTML), and mails.

use mail_parser::MessageParser;

use super::draft::Draft;
use super::html;
use super::outcome::Found;
use super::reason::Reason;

/// Reads the page in it, or the words of the mail.
///
/// # Errors
/// When no part of it is text.
pub fn read(bytes: &[u8], whole: bool) -> Result<Draft, Reason> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| Reason::Damaged("its parts can\u{2019}t be told apart".into()))?;
    let address = message.header_raw("Snapshot-Content-Location").or_else(|| message.header_raw("Content-Location"));
    // What browsers save says when it was saved; only a mail says when it was written.
    let saved = message.header_raw("Snapshot-Content-Location").is_some()
        || message.from().is_none_or(|from| from.first().is_some_and(|from| from.address().is_none()));
    let markup = message
        .html_bodies()
        .next()
        .filter(|part| part.is_text_html())
        .and_then(|part| part.text_contents().map(str::to_owned));
    let mut draft = match (&markup, saved) {
        (Some(markup), true) => html::read(markup, whole),
        (Some(markup), false) => html::fragment(markup),
        (None, _) => Draft::of(message.body_text(0).ok_or(Reason::NoText)?.into_owned()),
    };
    if draft.title.is_none() {
        draft.title = message.subject().map(str::to_owned);
    }
    if draft.outlet.is_none() {
        draft.outlet = address.and_then(|address| html::host(address.trim())).map(|host| (host, Found::Address));
    }
    if !saved {
        let from = message.from().and_then(|from| from.first());
        draft.author = from.and_then(|from| from.name().or(from.address())).map(str::to_owned);
        draft.date = message.date().map(|date| (date.to_rfc3339(), Found::Metadata));
    }
    Ok(draft)
}
