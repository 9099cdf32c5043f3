//! The part of an attribution that says so itself: `(@HANDLE)` and the date after it.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n, take_while1},
    character::complete::{char, digit1},
    combinator::{opt, recognize, value, verify},
    sequence::{delimited, preceded},
};

use crate::markup::destination::{self, Target};
use crate::{
    date::{self, Timestamp},
    handle::{Handle, is_handle_byte},
    status_id::StatusId,
    text::{
        parse::{IResult, mismatch, parsed},
        whitespace::{gap_len, gap0, is_whitespace},
    },
};

/// `(@HANDLE)` and what the converter made of its parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BracketedHandle<'t> {
    pub(crate) handle: Handle,
    /// The handle as it stands in the input, escapes included and `@` not.
    pub(crate) written: &'t str,
    /// Whether the link that ends after the parenthesis began before it, so that the name has a `[` before it:
    /// `[Dana Ortiz (@dortiz)](https://…)`.
    pub(crate) closes_link: bool,
}

/// The date of an attribution with the markup that closes its link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated<'t> {
    pub(crate) stamp: Timestamp,
    /// The date as it stands in the input, without markup.
    pub(crate) written: &'t str,
    pub(crate) status_id: Option<StatusId>,
}

/// `bracketed_handle`: `(@dortiz)`, `([@dortiz](https://…))`, `( @dortiz )`, `(@d\_ortiz)`, `（@dortiz）`.
pub(crate) fn bracketed_handle(input: &str) -> IResult<&str, BracketedHandle<'_>> {
    let (rest, (handle, written)) =
        delimited(opening, alt((linked_handle, at_handle)), closing_parenthesis).parse(input)?;
    let (rest, link) = opt(preceded(char(']'), destination::link_target)).parse(rest)?;
    Ok((rest, BracketedHandle { handle, written, closes_link: link.is_some() }))
}

fn opening(input: &str) -> IResult<&str, ()> {
    value((), (alt((char('('), char('（'))), few_blanks)).parse(input)
}

fn closing_parenthesis(input: &str) -> IResult<&str, ()> {
    value((), (few_blanks, alt((char(')'), char('）'))))).parse(input)
}

/// Pretty-printers leave a space or a line break around the handle's link.
fn few_blanks(input: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 3, is_whitespace).parse(input)
}

/// `linked_handle`: `[@dortiz](https://dev.to/dortiz)`.
fn linked_handle(input: &str) -> IResult<&str, (Handle, &str)> {
    delimited(char('['), at_handle, (char(']'), destination::link_target)).parse(input)
}

/// `at_handle`: `@dortiz`, with the backslashes of Markdown.
pub(crate) fn at_handle(input: &str) -> IResult<&str, (Handle, &str)> {
    let (rest, _) = (opt(char('\\')), char('@')).parse(input)?;
    let handle = Handle::read_escaped(rest).and_then(|(handle, len)| {
        let (written, rest) = rest.split_at_checked(len)?;
        Some((rest, (handle, written)))
    });
    parsed(handle)
}

/// The length of the characters of a handle, and backslashes, with which `input` begins.
fn escaped_handle_len(input: &str) -> usize {
    let bytes = input.bytes().take(2 * Handle::MAX_LEN);
    bytes.take_while(|&byte| is_handle_byte(byte) || byte == b'\\').count()
}

/// What follows the handle behind the `@` with which `input` begins.
pub(crate) fn after_handle(input: &str) -> &str {
    let handle = input.get(1..).unwrap_or_default();
    handle.get(escaped_handle_len(handle)..).unwrap_or_default()
}

/// Whether the handle behind the `@` with which `input` begins can be that of an attribution without parentheses. That of an
/// e-mail address or at the end of a sentence is refused here, at a fraction of the cost of the grammar.
pub(crate) fn may_sign(input: &str) -> bool {
    after_handle(input).starts_with(|c: char| !c.is_ascii() || is_whitespace(c) || matches!(c, ',' | '[' | '*' | '`'))
}

/// `dated`: a date, plain or in the link markup of a converter, and a link's target that follows it.
pub(crate) fn dated(input: &str) -> IResult<&str, Dated<'_>> {
    match input.bytes().next() {
        Some(b'[') => alt((markdown_date, org_date, plain_date)).parse(input),
        Some(b'*' | b'_') => alt((markdown_date, plain_date)).parse(input),
        Some(b'`') => rst_date(input),
        _ => plain_date(input),
    }
}

/// `plain_date`: `July 14, 2021`, `[4]July 14, 2021` (lynx numbers its links), `*July 14, 2021*`,
/// `July 14, 2021 (https://twitter.com/dortiz/status/1)`.
pub(crate) fn plain_date(input: &str) -> IResult<&str, Dated<'_>> {
    let (rest, (_, emphasis)) = match input.bytes().next() {
        Some(byte) if byte.is_ascii_alphanumeric() => (input, (None, None)),
        _ => (opt((reference_number, gap0)), opt(emphasis)).parse(input)?,
    };
    let (rest, (stamp, written)) = spanned_date(rest)?;
    let (rest, _) = match emphasis {
        Some(mark) => opt(tag(mark)).parse(rest)?,
        None => (rest, None),
    };
    let (rest, closing) = opt(closing).parse(rest)?;
    Ok((rest, Dated { stamp, written, status_id: closing.and_then(|target| target.status_id) }))
}

/// `markdown_date`: `[July 14, 2021](https://twitter.com/dortiz/status/1)`, `[July 14, 2021][4]`, and with the target
/// lost or broken `[July 14, 2021]`.
fn markdown_date(input: &str) -> IResult<&str, Dated<'_>> {
    let (rest, _) = (opt((reference_number, gap0)), opt(emphasis), char('['), gap0).parse(input)?;
    let (rest, (stamp, written)) = spanned_date(rest)?;
    let (rest, closed) =
        opt(preceded((gap0, char(']')), opt(alt((destination::link_target, reference_target))))).parse(rest)?;
    let status_id = closed.flatten().and_then(|target| target.status_id);
    Ok((rest, Dated { stamp, written, status_id }))
}

/// `org_date`: `[[https://twitter.com/dortiz/status/1][July 14, 2021]]`.
fn org_date(input: &str) -> IResult<&str, Dated<'_>> {
    let (rest, target) = delimited(tag("[["), destination::bare_target(']'), tag("][")).parse(input)?;
    let (rest, (stamp, written)) = spanned_date(rest)?;
    let (rest, _) = tag("]]").parse(rest)?;
    Ok((rest, Dated { stamp, written, status_id: target.status_id }))
}

/// `rst_date`: `` `July 14, 2021 <https://twitter.com/dortiz/status/1>`__ ``.
fn rst_date(input: &str) -> IResult<&str, Dated<'_>> {
    let (rest, _) = char('`').parse(input)?;
    let (rest, (stamp, written)) = spanned_date(rest)?;
    let (rest, target) = delimited((gap0, char('<')), destination::bare_target('>'), tag(">`")).parse(rest)?;
    let (rest, _) = take_while_m_n(0, 2, |c| c == '_').parse(rest)?;
    Ok((rest, Dated { stamp, written, status_id: target.status_id }))
}

/// A date and the slice that it was read from.
pub(crate) fn spanned_date(input: &str) -> IResult<&str, (Timestamp, &str)> {
    if !date::may_begin_date(input) {
        return mismatch();
    }
    let (rest, stamp) = alt((date::date, date::epoch_millis, date::short_year_date)).parse(input)?;
    let written = input.get(..input.len() - rest.len()).unwrap_or_default();
    Ok((rest, (stamp, written)))
}

/// `reference_number`: `[4]`, a link's number in the text dumps of lynx and its kin.
fn reference_number(input: &str) -> IResult<&str, &str> {
    recognize((char('['), verify(digit1, |digits: &str| digits.len() <= 4), char(']'))).parse(input)
}

/// `reference_target`: `[4]` or `[tweet]` after a link's text, as Markdown refers to a definition elsewhere.
fn reference_target(input: &str) -> IResult<&str, Target> {
    let label = take_while_m_n(1, 40, |c: char| !matches!(c, '[' | ']' | '\n'));
    value(Target::default(), delimited(char('['), label, char(']'))).parse(input)
}

fn emphasis(input: &str) -> IResult<&str, &str> {
    verify(take_while1(|c| matches!(c, '*' | '_')), |marks: &str| marks.len() <= 3).parse(input)
}

/// `closing`: the target that a converter prints behind a link's text, if it is a tweet's, or a number glued to it: `[4]`.
fn closing(input: &str) -> IResult<&str, Target> {
    if !input.get(gap_len(input)..).is_some_and(|next| next.starts_with(['(', '[', '<'])) {
        return mismatch();
    }
    alt((destination::status_target, value(Target::default(), reference_number))).parse(input)
}

/// How far before an `@` its `(` stands: over `\\`, `[` and a few blanks. `None` if `before`, the text up to the `@`, does
/// not end so.
pub(crate) fn opening_len(before: &str) -> Option<usize> {
    // Nearly always it stands right there, or there is none.
    match before.as_bytes() {
        [.., b'('] => return Some(1),
        [.., seen] if seen.is_ascii_graphic() && !matches!(seen, b'\\' | b'[') => return None,
        _ => {}
    }
    let unescaped = before.strip_suffix('\\').unwrap_or(before);
    let unlinked = unescaped.strip_suffix('[').unwrap_or(unescaped);
    let (at, c) = unlinked.char_indices().rev().take(4).find(|&(_, c)| !is_whitespace(c))?;
    matches!(c, '(' | '（').then_some(before.len() - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_with_its_escapes_is_passed_over() {
        for (input, after) in [
            ("@dortiz July", " July"),
            (r"@d\_ortiz July", " July"),
            (r"@\_a\_b\_c\_d\_e\_f\_g\_ July", " July"),
            ("@dortiz", ""),
            ("@", ""),
        ] {
            assert_eq!(after_handle(input), after, "{input:?}");
        }
    }

    #[test]
    fn a_handle_within_a_word_or_at_the_end_of_a_sentence_does_not_sign() {
        for (input, signs) in [
            ("@dortiz July 14, 2021", true),
            ("@dortiz\nSo glad!", true),
            ("@dortiz\u{a0}· 7:32 AM", true),
            ("@dortiz· 7:32 AM", true),
            ("@dortiz, 7:32 AM", true),
            ("@dortiz[July 14, 2021]", true),
            ("@dortiz*July 14, 2021*", true),
            ("@dortiz`July 14, 2021 <", true),
            ("@example.com", false),
            ("@dortiz!", false),
            ("@dortiz: So glad!", false),
            ("@dortiz", false),
        ] {
            assert_eq!(may_sign(input), signs, "{input:?}");
        }
    }

    #[test]
    fn a_date_is_read_with_the_markup_around_it() {
        for (input, id, rest) in [
            ("July 14, 2021 It", None, " It"),
            ("*July 14, 2021* It", None, " It"),
            ("***July 14, 2021*** It", None, " It"),
            ("*[July 14, 2021](https://twitter.com/dortiz/status/1)*", Some(1), "*"),
            ("__[July 14, 2021](https://twitter.com/dortiz/status/1)__", Some(1), "__"),
            ("[July 14, 2021][tweet] It", None, " It"),
            ("[July 14, 2021][4] It", None, " It"),
            ("[July 14, 2021] It", None, " It"),
            ("[July 14, 2021][a [bridge]] It", None, "[a [bridge]] It"),
        ] {
            let read = dated(input).map(|(rest, dated)| (dated.written, dated.status_id.map(StatusId::get), rest));
            assert_eq!(read, Ok(("July 14, 2021", id, rest)), "{input:?}");
        }
        for input in ["****July 14, 2021****", "(July 14, 2021)", "[the bridge][July 14, 2021]"] {
            assert!(dated(input).is_err(), "{input:?}");
        }
    }
}
