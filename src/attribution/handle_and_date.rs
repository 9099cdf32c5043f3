//! The productions of `(@HANDLE)` and of the date behind it, which every form shares.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case, take_while_m_n},
    character::complete::{char, satisfy},
    combinator::{consumed, opt, value},
    sequence::{delimited, preceded, terminated},
};

use super::types::Consumed;
use crate::{
    date::{self, Timestamp},
    handle::{Handle, handle},
    markup::{
        destination::{self, Destination},
        emphasis::{emphasis, strip_closing_emphasis},
        link::reference_number,
    },
    status_id::StatusId,
    text::{
        chars::{is_at_sign, is_middle_dot},
        comment::comment,
        offset::Cursor,
        parse::{IResult, mismatch, repeated},
        whitespace::{gap_len, gap0, is_whitespace},
    },
};

/// A handle in parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BracketedHandle<'t> {
    pub(super) handle: Consumed<'t, Handle>,
    /// The target of a link that begins before the name and ends behind the parenthesis:
    /// `[Dana Ortiz (@dortiz)](https://…)`.
    pub(super) link: Option<Destination>,
}

impl BracketedHandle<'_> {
    /// The id of the author's tweet that the link around name and handle leads to.
    pub(super) fn status_id(&self) -> Option<StatusId> {
        self.link.and_then(|target| target.status_of(self.handle.1))
    }
}

/// A date, and the id of the tweet that its link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LinkedDate<'t> {
    pub(super) date: Consumed<'t, Timestamp>,
    pub(super) status_id: Option<StatusId>,
}

impl<'t> LinkedDate<'t> {
    fn new(date: Consumed<'t, Timestamp>, target: Option<Destination>) -> Self {
        Self { date, status_id: target.and_then(|target| target.status_id) }
    }
}

/// `bracketed_handle`: `(@dortiz)`, `([@dortiz](https://…))`, `( @dortiz )`, `(@d\_ortiz)`, `（@dortiz）`, and in texts
/// that were tokenised for a treebank `-LRB- @dortiz -RRB-`.
pub(super) fn bracketed_handle(input: &str) -> IResult<&str, BracketedHandle<'_>> {
    let open = (alt((tag("("), tag("（"), tag_no_case(TREEBANK_OPEN))), padding);
    let close = (padding, alt((tag(")"), tag("）"), tag_no_case("-RRB-"))));
    let parsed = delimited(open, alt((at_handle, linked_handle)), close).parse(input);
    let (rest, handle) = parsed.or_else(|_| rarely_bracketed_handle(input))?;
    let (rest, link) = opt(preceded(char(']'), destination::link_target)).parse(rest)?;
    Ok((rest, BracketedHandle { handle, link }))
}

/// `rarely_bracketed_handle`: with comments of HTML around the handle, `(@<!-- -->dortiz<!-- -->)`, or with a blank
/// behind the `@` in the brackets of a treebank, `-LRB- @ dortiz -RRB-`.
#[cold]
fn rarely_bracketed_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    if input.starts_with('-') {
        let close = (padding, tag_no_case("-RRB-"));
        return delimited((tag_no_case(TREEBANK_OPEN), padding), tokenised_handle, close).parse(input);
    }
    let comments = || repeated(0, 2, preceded(padding, comment));
    let mark = (char('('), comments(), padding, satisfy(is_at_sign), comments());
    delimited(mark, consumed(handle), (comments(), padding, char(')'))).parse(input)
}

/// A handle whose `@` was tokenised as a word of its own: `@ dortiz`.
fn tokenised_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    preceded(tag("@ "), consumed(handle)).parse(input)
}

/// The opening parenthesis of the Penn Treebank.
const TREEBANK_OPEN: &str = "-LRB-";

/// `padding`: the space or line break that pretty-printers leave around the handle's link.
fn padding(input: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 3, is_whitespace).parse(input)
}

/// `linked_handle`: `[@dortiz](https://dev.to/dortiz)`.
fn linked_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    delimited(char('['), at_handle, (char(']'), destination::link_target)).parse(input)
}

/// `at_handle`: `@dortiz`, with the backslashes of Markdown.
pub(super) fn at_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    preceded((opt(char('\\')), satisfy(is_at_sign)), consumed(handle)).parse(input)
}

/// `middle_dot`: the dot between the parts of a widget.
pub(super) fn middle_dot(input: &str) -> IResult<&str, char> {
    terminated(satisfy(is_middle_dot), gap0).parse(input)
}

/// Whether `rest` begins with the dot behind a part of a widget.
pub(super) fn precedes_dot(rest: &str) -> bool {
    preceded(gap0, middle_dot).parse(rest).is_ok()
}

/// `dated`: a date, plain or in the link markup of a converter, and the destination of a link that follows it.
pub(super) fn dated(input: &str) -> IResult<&str, LinkedDate<'_>> {
    // A check of the first byte saves 400 of 5,600 instructions a tweet.
    match input.as_bytes().first() {
        Some(b'[' | b'*' | b'_' | b'`' | b'h' | b'l' | b'\\' | b'<') => marked_date(input),
        _ => plain_date(input),
    }
}

/// A date in the markup of a converter, or a plain date that begins with the same characters.
#[inline(never)]
fn marked_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    match input.as_bytes().first() {
        Some(b'h' | b'l') => alt((plain_date, asciidoc_date)).parse(input),
        Some(b'\\' | b'<') => alt((plain_date, latex_date, html_date)).parse(input),
        _ => alt((plain_date, markdown_date, org_date, mediawiki_date, rst_date)).parse(input),
    }
}

/// `plain_date`: `July 14, 2021`, `[4]July 14, 2021` (lynx numbers its links), `*July 14, 2021*`,
/// `July 14, 2021 (https://twitter.com/dortiz/status/1)`.
#[inline]
pub(super) fn plain_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let (rest, (_, emphasis)) = match input.as_bytes().first() {
        Some(b'[' | b'*' | b'_') => (opt((reference_number, gap0)), opt(emphasis)).parse(input)?,
        _ => (input, (None, None)),
    };
    let (rest, date) = any_date(rest)?;
    let rest = emphasis.and_then(|marks| strip_closing_emphasis(rest, marks)).unwrap_or(rest);
    let (rest, target) = opt(closing).parse(rest)?;
    Ok((rest, LinkedDate::new(date, target)))
}

/// `markdown_date`: `[July 14, 2021](https://twitter.com/dortiz/status/1)`, `[July 14, 2021][4]`, and with the
/// destination lost or broken `[July 14, 2021]`.
pub(super) fn markdown_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let open = (opt((reference_number, gap0)), opt(emphasis), char('['), gap0);
    let close = preceded((gap0, char(']')), opt(alt((destination::link_target, reference_target))));
    let (rest, (date, target)) = (preceded(open, any_date), opt(close)).parse(input)?;
    Ok((rest, LinkedDate::new(date, target.flatten())))
}

/// `org_date`: `[[https://twitter.com/dortiz/status/1][July 14, 2021]]`.
fn org_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let target = delimited(tag("[["), destination::bare_target(']'), tag("]["));
    let (rest, (target, date, _)) = (target, any_date, tag("]]")).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// `mediawiki_date`: `[https://twitter.com/dortiz/status/1 July 14, 2021]`.
fn mediawiki_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let target = delimited(char('['), destination::bare_target(']'), char(' '));
    let (rest, (target, _, date, _)) = (target, gap0, any_date, char(']')).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// `asciidoc_date`: `https://twitter.com/dortiz/status/1[July 14, 2021]`,
/// `link:https://…[July 14, 2021,window=_blank]`.
fn asciidoc_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let target = preceded(opt(tag("link:")), destination::bare_target(']'));
    let attributes = (opt(char('^')), take_while_m_n(0, MOST_ATTRIBUTES, |c| !matches!(c, '[' | ']' | '\n')));
    let (rest, (target, _, date, _, _)) = (target, char('['), any_date, attributes, char(']')).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// The most characters of the attributes of a link in `AsciiDoc`, and of a start tag in HTML.
const MOST_ATTRIBUTES: usize = 400;

/// `latex_date`: `\href{https://twitter.com/dortiz/status/1}{July 14, 2021}`.
fn latex_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let target = delimited(tag(r"\href{"), destination::bare_target('}'), tag("}{"));
    let (rest, (target, _, date, _)) = (target, gap0, any_date, char('}')).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// `html_date`: `<a href="https://twitter.com/dortiz/status/1">July 14, 2021</a>`, also in a string of JSON.
fn html_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let start = delimited((tag("<a"), satisfy(is_whitespace)), destination::target_within(MOST_ATTRIBUTES), char('>'));
    let end = (gap0, tag("<"), opt(char('\\')), tag("/a>"));
    let (rest, (target, _, date, _)) = (start, gap0, any_date, end).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// `rst_date`: `` `July 14, 2021 <https://twitter.com/dortiz/status/1>`__ ``.
fn rst_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let close = (tag(">`"), take_while_m_n(0, 2, |c| c == '_'));
    let target = delimited((gap0, char('<')), destination::bare_target('>'), close);
    let (rest, (_, date, target)) = (char('`'), any_date, target).parse(input)?;
    Ok((rest, LinkedDate::new(date, Some(target))))
}

/// `any_date`: a date of one of the forms that stand without a time of day, and its slice.
pub(super) fn any_date(input: &str) -> IResult<&str, Consumed<'_, Timestamp>> {
    if !date::may_begin_date(input) {
        return mismatch();
    }
    consumed(alt((date::date, date::epoch_millis, date::short_year_date))).parse(input)
}

/// `rarely_dated`: a date in a form that no embed has, plain or as the text of a link.
pub(super) fn rarely_dated(input: &str) -> IResult<&str, LinkedDate<'_>> {
    let target = alt((destination::link_target, reference_target));
    let mut linked = (delimited((char('['), gap0), consumed(date::loose_date), (gap0, char(']'))), opt(target));
    let (rest, (date, target)) = if input.starts_with('[') {
        linked.parse(input)
    } else {
        (consumed(date::loose_date), opt(closing)).parse(input)
    }?;
    Ok((rest, LinkedDate::new(date, target)))
}

/// `reference_target`: `[4]` or `[tweet]` after a link's text, as Markdown refers to a definition elsewhere.
fn reference_target(input: &str) -> IResult<&str, Destination> {
    let label = take_while_m_n(1, 40, |c: char| !matches!(c, '[' | ']' | '\n'));
    value(Destination::default(), delimited(char('['), label, char(']'))).parse(input)
}

/// `closing`: the destination that a converter prints behind a link's text, if it is a tweet's, or a number glued to
/// it: `[4]`.
fn closing(input: &str) -> IResult<&str, Destination> {
    if !input.get(gap_len(input)..).is_some_and(|next| next.starts_with(['(', '[', '<'])) {
        return mismatch();
    }
    alt((destination::status_target, value(Destination::default(), reference_number))).parse(input)
}

/// The parenthesis before the `@` at `at`, over `\\`, `[` and a few spaces.
pub(super) fn opening_parenthesis(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.before();
    match before.as_bytes() {
        [.., b'('] => return Some(at.moved_to(at.at - 1)),
        [.., last] if last.is_ascii_graphic() && !matches!(last, b'\\' | b'[') => return None,
        [.., b'-', b' '] => {
            let opened = before.strip_suffix(' ')?;
            let name = opened.strip_suffix(TREEBANK_OPEN).or_else(|| opened.strip_suffix("-lrb-"))?;
            return Some(at.moved_to(at.previous_end + name.len()));
        }
        _ => {}
    }
    let unescaped = before.strip_suffix('\\').unwrap_or(before);
    let unlinked = unescaped.strip_suffix('[').unwrap_or(unescaped);
    let (open, c) = unlinked.char_indices().rev().take(4).find(|&(_, c)| !is_whitespace(c))?;
    matches!(c, '(' | '（').then_some(at.moved_to(at.previous_end + open))
}

#[cfg(test)]
mod tests {
    use nom::Offset;

    use super::*;
    use crate::marks::{Part, mark, unmarked};

    #[test]
    fn a_date_is_read_with_the_markup_around_it() {
        for (marked, id) in [
            ("⦅July 14, 2021⦆‖ It", None),
            ("*⦅July 14, 2021⦆*‖ It", None),
            ("***⦅July 14, 2021⦆***‖ It", None),
            ("*[⦅July 14, 2021⦆](https://twitter.com/dortiz/status/1)‖*", Some(1)),
            ("__[⦅July 14, 2021⦆](https://twitter.com/dortiz/status/1)‖__", Some(1)),
            ("[⦅July 14, 2021⦆][tweet]‖ It", None),
            ("[⦅July 14, 2021⦆][4]‖ It", None),
            ("[⦅July 14, 2021⦆]‖ It", None),
            ("[⦅July 14, 2021⦆]‖[a [bridge]] It", None),
        ] {
            let input = unmarked(marked);
            let (rest, LinkedDate { date: (raw, _), status_id }) = dated(&input).unwrap();
            let (start, end) = (input.offset(raw), input.len() - rest.len());
            let parts = [(Part::Date, start..start + raw.len()), (Part::Place, end..end)];
            assert_eq!((mark(&input, &parts).as_str(), status_id.map(StatusId::get)), (marked, id));
        }
        for input in ["****July 14, 2021****", "(July 14, 2021)", "[the bridge][July 14, 2021]"] {
            assert!(dated(input).is_err(), "{input:?}");
        }
    }
}
