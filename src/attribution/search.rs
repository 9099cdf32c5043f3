//! The search for attributions, which hops from anchor to anchor.

use core::iter::FusedIterator;

use nom::{
    Parser,
    character::complete::satisfy,
    combinator::{consumed, peek},
    sequence::terminated,
};

use super::{
    bibliography::bibliography,
    citation::citation,
    date_link::date_link,
    handle_and_date::{bracketed_handle, opening_parenthesis},
    standard::standard,
    template::{may_hold_templates, wiki_template},
    types::{Attribution, Consumed},
    unbracketed::unbracketed,
    widget::{StampSearch, widget},
};
use crate::{
    handle::{Handle, handle},
    text::{offset::Cursor, parse::IResult, steps, whitespace::is_whitespace},
};

/// How many bytes of a text without anchors cost as much as a character elsewhere.
const SCANNED_AT_ONCE: usize = 32;

/// The attributions of a document, in order.
///
/// An anchor is an `@`, the `]` before the destination of a link, or, in a document that may be a wiki's, the `{` of a template. The bytes between anchors are only searched for the
/// next one, and a form looks back no further than to the end of the previous quotation, so that the work grows with the
/// number of anchors.
#[derive(Debug, Clone)]
pub(crate) struct Attributions<'t> {
    /// Where the search goes on.
    cursor: Cursor<'t>,
    /// Whether an attribution may lack its date.
    undated: bool,
    /// Whether a `{` is an anchor as well.
    templates: bool,
    stamps: StampSearch,
    /// The attribution that was found ahead.
    ahead: Option<Attribution>,
}

impl<'t> Attributions<'t> {
    /// The attributions of `document`; those that lack their date only if `undated`.
    pub(crate) fn new(document: &'t str, undated: bool) -> Self {
        let cursor = Cursor { document, previous_end: 0, at: 0 };
        Self { cursor, undated, templates: may_hold_templates(document), stamps: StampSearch::default(), ahead: None }
    }

    /// The end of the last quotation found, or 0.
    pub(crate) fn previous_end(&self) -> usize {
        self.cursor.previous_end
    }

    /// The next attribution, if its anchor stands before `end`. The search goes on as if it had not been asked for.
    pub(crate) fn ahead(&mut self, end: usize) -> Option<&Attribution> {
        if self.ahead.is_none() {
            self.ahead = self.attribution_before(end.min(self.cursor.document.len()));
        }
        self.ahead.as_ref()
    }

    #[cold]
    fn take_ahead(&mut self) -> Option<Attribution> {
        let attribution = self.ahead.take()?;
        self.go_on_at(attribution.end);
        Some(attribution)
    }

    /// Moves the end of the last quotation to `end`, which is not behind the next attribution.
    pub(crate) fn go_on_at(&mut self, end: usize) {
        self.cursor.previous_end = self.cursor.previous_end.max(end);
        self.cursor.at = self.cursor.at.max(end);
    }

    /// The next attribution whose anchor stands before `end`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "an attribution is large, and was copied once more otherwise")]
    fn attribution_before(&mut self, end: usize) -> Option<Attribution> {
        loop {
            let anchor = self.next_anchor(end)?;
            if let Some(attribution) = self.attribution_at(anchor) {
                return Some(attribution);
            }
        }
    }

    /// The next anchor before `end`; the search goes on behind it.
    fn next_anchor(&mut self, end: usize) -> Option<Cursor<'t>> {
        let rest = self.cursor.document.as_bytes().get(self.cursor.at..end)?;
        let distance =
            if self.templates { memchr::memchr3(b'@', b']', b'{', rest)? } else { memchr::memchr2(b'@', b']', rest)? };
        steps::step(1 + distance / SCANNED_AT_ONCE);
        let anchor = self.cursor.moved_to(self.cursor.at + distance);
        self.cursor.at = anchor.at + 1;
        Some(anchor)
    }

    fn attribution_at(&mut self, anchor: Cursor<'t>) -> Option<Attribution> {
        match anchor.document.as_bytes().get(anchor.at..)? {
            [b'@', ..] => self.at_sign(anchor),
            [b']', b'(', b'h', ..] => date_link(anchor),
            [b'{', b'{', ..] => wiki_template(anchor),
            _ => None,
        }
    }

    /// The attribution whose handle begins with the `@` at `at`.
    fn at_sign(&mut self, at: Cursor<'t>) -> Option<Attribution> {
        if let Some(open) = opening_parenthesis(at) {
            let (after, bracketed) = bracketed_handle(open.after()).ok()?;
            let found = standard(open, bracketed, after, self.undated).or_else(|| citation(open, bracketed, after));
            return if found.is_none() && may_go_on(after) { listed(at, Some(open)) } else { found };
        }
        let bracket = at.at.checked_sub(1).filter(|&open| at.document.as_bytes().get(open) == Some(&b'['));
        if let Some(entry) = bracket.and_then(|open| listed(at, Some(at.moved_to(open)))) {
            return Some(entry);
        }
        let (after_handle, handle) = signing_handle(at.moved_to(at.at + 1).after()).ok()?;
        let entry = || after_handle.starts_with(" (").then(|| listed(at, None)).flatten();
        unbracketed(at, handle, after_handle)
            .or_else(entry)
            .or_else(|| widget(at, handle, after_handle, &mut self.stamps))
    }
}

/// Whether `after`, the text behind a handle in parentheses, goes on as the entry of a list of references does.
fn may_go_on(after: &str) -> bool {
    matches!(after.as_bytes(), [b'.' | b',' | b':', b' ', b'"' | b'(' | b'0'..=b'9' | 0xc2 | 0xe2 | 0xe3, ..])
}

/// The entry of a list of references whose author's handle begins with the `@` at `at`, in the bracket at `open`.
#[cold]
#[inline(never)]
fn listed(at: Cursor<'_>, open: Option<Cursor<'_>>) -> Option<Attribution> {
    let (after_handle, handle) = consumed(handle).parse(at.moved_to(at.at + 1).after()).ok()?;
    bibliography(at, open, handle, after_handle)
}

/// `signing_handle`: a handle without parentheses, unless its word goes on as an e-mail address or the sentence ends there.
fn signing_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    let may_follow = |c: char| !c.is_ascii() || is_whitespace(c) || matches!(c, ',' | '[' | '*' | '`');
    terminated(consumed(handle), peek(satisfy(may_follow))).parse(input)
}

impl Iterator for Attributions<'_> {
    type Item = Attribution;

    fn next(&mut self) -> Option<Attribution> {
        if self.ahead.is_some() {
            return self.take_ahead();
        }
        let attribution = self.attribution_before(self.cursor.document.len())?;
        self.go_on_at(attribution.end);
        Some(attribution)
    }
}

impl FusedIterator for Attributions<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_within_a_word_or_at_the_end_of_a_sentence_does_not_sign() {
        for (input, signs) in [
            ("dortiz July 14, 2021", true),
            ("dortiz\nSo glad!", true),
            ("dortiz\u{a0}· 7:32 AM", true),
            ("dortiz· 7:32 AM", true),
            ("dortiz, 7:32 AM", true),
            ("dortiz[July 14, 2021]", true),
            ("dortiz*July 14, 2021*", true),
            ("dortiz`July 14, 2021 <", true),
            (r"d\_ortiz July 14, 2021", true),
            ("example.com", false),
            ("dortiz!", false),
            ("dortiz: So glad!", false),
            ("dortiz", false),
        ] {
            assert_eq!(signing_handle(input).is_ok(), signs, "{input:?}");
        }
    }
}
