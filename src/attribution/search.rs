//! The search for attributions, which hops from anchor to anchor.

use core::iter::FusedIterator;

use nom::{
    Parser,
    character::complete::{char, satisfy},
    combinator::{consumed, opt, peek, recognize},
    sequence::terminated,
};

use super::{
    bibliography::bibliography,
    card::card,
    citation::citation,
    date_link::date_link,
    handle_and_date::{BracketedHandle, bracketed_handle, opening_parenthesis},
    permalink::{PathSearch, behind_parenthesis, permalink},
    standard::standard,
    template::{may_hold_templates, wiki_template},
    types::{Attribution, Consumed},
    unbracketed::unbracketed,
    widget::{WidgetLayout, widget},
    widget_stamp::StampSearch,
};
use crate::{
    handle::{Handle, handle},
    markup::{
        destination::link_target,
        emphasis::{emphasis_at_end, strip_closing_emphasis},
        remains::break_tag,
    },
    text::{
        offset::Cursor,
        parse::{IResult, parsed},
        steps,
        whitespace::{is_whitespace, line_end},
    },
};

/// The attributions of a document, in order.
///
/// An anchor is an `@` (also in full width in a document that may be East Asian), the `]` before the destination of a
/// link, or, in a document that may be a wiki's, the `{` of a template. Bytes between anchors are only searched for the
/// next one, and a form looks back no further than to the end of the previous quotation, so that the work grows with
/// the number of anchors.
#[derive(Debug, Clone)]
pub(crate) struct Attributions<'t> {
    /// Where the search goes on.
    cursor: Cursor<'t>,
    /// Whether an attribution may lack its date.
    undated: bool,
    /// Whether a `{` is an anchor as well.
    templates: bool,
    stamps: StampSearch,
    paths: PathSearch,
    /// Whether the `@` of a handle may be in full width.
    is_wide: bool,
    /// The attribution that was found ahead.
    ahead: Option<Attribution>,
}

impl<'t> Attributions<'t> {
    /// The attributions of `document`; those that lack their date only if `undated`.
    pub(crate) fn new(document: &'t str, undated: bool) -> Self {
        let cursor = Cursor { document, previous_end: 0, at: 0 };
        let is_wide = is_east_asian(document);
        let templates = may_hold_templates(document);
        let (stamps, paths) = (StampSearch::default(), PathSearch::default());
        Self { cursor, undated, is_wide, templates, stamps, paths, ahead: None }
    }

    /// The end of the last quotation found, or 0.
    pub(crate) fn previous_end(&self) -> usize {
        self.cursor.previous_end
    }

    /// The next attribution, if its anchor stands before `end`. Does not advance the search.
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
    #[inline]
    fn next_anchor(&mut self, end: usize) -> Option<Cursor<'t>> {
        let rest = self.cursor.document.as_bytes().get(self.cursor.at..end)?;
        let distance = match (self.is_wide, self.templates) {
            (true, _) => next_wide(rest, self.templates)?,
            (false, true) => memchr::memchr3(b'@', b']', b'{', rest)?,
            (false, false) => memchr::memchr2(b'@', b']', rest)?,
        };
        steps::step(1);
        steps::scan(distance);
        let anchor = self.cursor.moved_to(self.cursor.at + distance);
        self.cursor.at = anchor.at + 1;
        Some(anchor)
    }

    fn attribution_at(&mut self, anchor: Cursor<'t>) -> Option<Attribution> {
        match anchor.document.as_bytes().get(anchor.at..)? {
            [b'@', ..] => self.at_sign(anchor, 1),
            [0xef, ..] => self.at_sign(anchor, WIDE_BYTES.len()),
            [b']', b'(', b'h', ..] => date_link(anchor),
            [b'{', b'{', ..] => wiki_template(anchor),
            _ => None,
        }
    }

    /// The attribution whose handle begins with the `@` at `at`, which has `mark_len` bytes.
    fn at_sign(&mut self, at: Cursor<'t>, mark_len: usize) -> Option<Attribution> {
        if let Some(open) = opening_parenthesis(at) {
            let (after, bracketed) = bracketed_handle(open.after()).ok()?;
            let found = standard(open, bracketed, after, self.undated);
            return if found.is_some() { found } else { self.rarely_bracketed(at, open, bracketed, after) };
        }
        let input = at.moved_to(at.at + mark_len).after();
        // The bytes before the mark tell the rare forms; before nearly all handles, a word ends.
        let is_rare = match at.document.as_bytes().get(..at.at) {
            Some([.., b'*' | b'_' | b'[']) => true,
            Some([.., b'o', b'r', b' ']) => at.before().ends_with("avatar for "),
            Some([.., b'.' | 0xb7, b' ']) => joined_handle(input).is_ok(),
            _ => false,
        };
        if is_rare {
            return self.rarely_signed(at, input);
        }
        let Ok((after_handle, handle)) = signing_handle(input) else { return Self::handle_alone(at, input) };
        let entry = || after_handle.starts_with(" (").then(|| listed(at, None)).flatten();
        let found = unbracketed(at, handle, after_handle)
            .or_else(entry)
            .or_else(|| widget(at, handle, after_handle, WidgetLayout::Lines, &mut self.stamps));
        if found.is_none() && self.undated && after_handle.starts_with(is_whitespace) {
            return permalink(at, handle, after_handle, &mut self.paths);
        }
        found
    }

    /// The entry of a list of references that begins with the handle at `at`, at the beginning of its line:
    /// `@dortiz. “So glad.”`
    #[inline]
    fn handle_alone(at: Cursor<'t>, input: &'t str) -> Option<Attribution> {
        let starts_line = matches!(at.before().as_bytes().last(), None | Some(b'\n' | b' '));
        (starts_line && goes_on_with_quote(input)).then(|| listed(at, None)).flatten()
    }

    /// The attribution of a rare form whose handle begins with the `@` at `at`, with a mark before or behind it.
    #[cold]
    fn rarely_signed(&mut self, at: Cursor<'t>, input: &'t str) -> Option<Attribution> {
        let before = at.before();
        let found = match before.as_bytes() {
            [.., b'_' | b'*'] => emphasized_handle(emphasis_at_end(before), input).ok().and_then(|(rest, handle)| {
                let marks = emphasis_at_end(before);
                widget(at.moved_to(at.at - marks.len()), handle, rest, WidgetLayout::Emphasis(marks), &mut self.stamps)
            }),
            [.., b'['] => {
                let open = at.moved_to(at.at - 1);
                listed(at, Some(open)).or_else(|| {
                    let (rest, handle) = handle_in_link(input).ok()?;
                    let found = widget(open, handle, rest, WidgetLayout::Lines, &mut self.stamps);
                    found.or_else(|| permalink(open, handle, rest, &mut self.paths).filter(|_| self.undated))
                })
            }
            [.., b'r', b' '] => return card(at, &mut self.stamps),
            _ => {
                let (rest, handle) = joined_handle(input).ok()?;
                return widget(at, handle, rest, WidgetLayout::Joined, &mut self.stamps);
            }
        };
        if found.is_some() {
            return found;
        }
        let (after_handle, handle) = signing_handle(input).ok()?;
        unbracketed(at, handle, after_handle)
            .or_else(|| widget(at, handle, after_handle, WidgetLayout::Lines, &mut self.stamps))
    }

    /// The attribution of a rare form whose handle, `bracketed`, has its parenthesis at `open`.
    #[cold]
    fn rarely_bracketed(
        &mut self,
        at: Cursor<'t>,
        open: Cursor<'t>,
        bracketed: BracketedHandle<'t>,
        after: &'t str,
    ) -> Option<Attribution> {
        match behind_parenthesis(open).map(str::as_bytes) {
            Some([] | [b'\n' | b'\r', ..] | [b' ', b' ' | b'\n' | b'\r', ..]) if self.undated => {
                permalink(open, bracketed.handle, after, &mut self.paths)
            }
            _ if may_go_on(after) => listed(at, Some(open)),
            // Behind most handles in parentheses, a sentence goes on.
            Some([b',' | b'.' | b':' | b';' | b')', ..]) => None,
            _ => citation(open, bracketed, after),
        }
    }
}

/// How far into a document its script is looked at, in bytes.
const SCRIPT_WINDOW: usize = 1024;

/// Whether `document` begins in a script with full-width characters, or with one of them. In other documents, handles
/// in full width are not searched for: the search would cost each document a quarter more.
fn is_east_asian(document: &str) -> bool {
    let head = document.as_bytes().get(..SCRIPT_WINDOW).unwrap_or(document.as_bytes());
    // No early exit: eight bytes at once, and more.
    head.iter().fold(false, |found, byte| found | matches!(byte, 0xe3..=0xef))
}

/// The next anchor in `text`, which may be a `＠`.
#[cold]
fn next_wide(text: &[u8], templates: bool) -> Option<usize> {
    let [first @ .., last] = WIDE_BYTES;
    let next = memchr::memchr3_iter(b'@', b']', last, text).find_map(|at| match text.get(at) {
        Some(byte) if *byte == last => at.checked_sub(first.len()).filter(|&start| text.get(start..at) == Some(&first)),
        _ => Some(at),
    });
    let template = templates.then(|| memchr::memchr(b'{', text.get(..next.unwrap_or(text.len()))?)).flatten();
    template.or(next)
}

/// The bytes of `＠`.
const WIDE_BYTES: [u8; 3] = [0xef, 0xbc, 0xa0];

/// Whether `after`, the text behind a handle in parentheses, goes on as the entry of a list of references does.
fn may_go_on(after: &str) -> bool {
    matches!(after.as_bytes(), [b'.' | b',' | b':', b' ', b'"' | b'(' | b'0'..=b'9' | 0xc2 | 0xe2 | 0xe3, ..])
}

/// Whether a full stop and a quote follow the handle with which `input` begins.
fn goes_on_with_quote(input: &str) -> bool {
    handle(input).is_ok_and(|(rest, _)| matches!(rest.as_bytes(), [b'.', b' ', b'"' | 0xc2 | 0xe2 | 0xe3, ..]))
}

/// The entry of a list of references whose author's handle begins with the `@` at `at`, in the bracket at `open`.
#[cold]
#[inline(never)]
fn listed(at: Cursor<'_>, open: Option<Cursor<'_>>) -> Option<Attribution> {
    let (after_handle, handle) = consumed(handle).parse(at.moved_to(at.at + 1).after()).ok()?;
    bibliography(at, open, handle, after_handle)
}

/// `signing_handle`: a handle without parentheses, unless its word goes on as an e-mail address or the sentence ends
/// there.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "of two calls, the one that nearly every handle needs is not inlined otherwise"
)]
fn signing_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    let may_follow = |c: char| !c.is_ascii() || is_whitespace(c) || matches!(c, ',' | '[' | '*' | '`');
    terminated(consumed(handle), peek(satisfy(may_follow))).parse(input)
}

/// `handle_in_link`: a handle whose link began before its `@`.
fn handle_in_link(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    terminated(consumed(handle), (char(']'), link_target)).parse(input)
}

/// `joined_handle`: a handle whose line was joined to the next by a full stop.
fn joined_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    terminated(consumed(handle), (char('.'), peek(satisfy(is_whitespace)))).parse(input)
}

/// `emphasized_handle`: a handle and the `marks` that close its emphasis, at the end of a line: `dortiz_<br>`.
fn emphasized_handle<'t>(marks: &str, input: &'t str) -> IResult<&'t str, Consumed<'t, Handle>> {
    // A handle may end with an underscore as well.
    let (_, raw) = recognize(handle).parse(input)?;
    let raw = raw.strip_suffix(marks).unwrap_or(raw);
    let (rest, handle) = parsed(input.split_at_checked(raw.len()).map(|(_, rest)| (rest, Handle::new(raw))))?;
    let rest = strip_closing_emphasis(rest, marks).ok_or(nom::Err::Error(()))?;
    let (rest, _) = (opt(break_tag), line_end).parse(rest)?;
    parsed(handle.ok().map(|handle| (rest, (raw, handle))))
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
