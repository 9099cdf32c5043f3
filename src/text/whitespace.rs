//! Whitespace, gaps and line breaks, as flattening leaves them between words.
//!
//! Between two parts may stand spaces of any kind, line breaks from a hard wrap, and at each line break the marker that
//! the converter repeats at the beginning of a line: `> ` of a quotation in Markdown, `| ` of a line block in
//! reStructuredText.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while,
    character::complete::satisfy,
    combinator::{eof, peek, recognize, value, verify},
};

use crate::text::{parse::IResult, steps};

/// The widest gap between two parts that is still a gap, in bytes.
///
/// A converter indents by a few dozen columns at most; the bound keeps a text of nothing but line breaks linear.
pub(crate) const WIDEST_GAP: usize = 200;

/// Unicode whitespace, and the characters of [`is_invisible`].
pub(crate) fn is_whitespace(c: char) -> bool {
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => is_ascii_whitespace(byte),
        _ => c.is_whitespace() || is_invisible(c),
    }
}

/// [`is_whitespace`] of an ASCII character.
pub(crate) const fn is_ascii_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Characters without width that are no part of a word: bidi marks and isolates, zero-width space, word joiner, BOM.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A character that ends a line.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whitespace within a line.
pub(crate) fn is_blank(c: char) -> bool {
    is_whitespace(c) && !is_line_break(c)
}

/// How many lines end in `gap`: `\r\n` ends one.
pub(crate) fn line_breaks(gap: &str) -> usize {
    // Nearly all gaps.
    if matches!(gap, "" | " ") {
        return 0;
    }
    let mut previous = None;
    let ends_line = |&c: &char| {
        let before = previous.replace(c);
        is_line_break(c) && (before, c) != (Some('\r'), '\n')
    };
    gap.chars().filter(ends_line).count()
}

/// A character that joins or varies the one before it: not counted as a character of a display name.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{300}'..='\u{36f}')
        || is_invisible(c)
}

/// A marker that converters put at the beginning of each line of a block.
pub(crate) fn is_line_marker(c: char) -> bool {
    matches!(c, '>' | '|')
}

/// A character of the margin that converters put before a line: whitespace and line markers.
pub(crate) fn is_margin(c: char) -> bool {
    is_whitespace(c) || is_line_marker(c)
}

/// Where the last line break of `text` begins.
///
/// The same as `text.rfind(is_line_break)`, without taking each character of a line for one.
pub(crate) fn last_line_break(text: &str) -> Option<usize> {
    let frequent = memchr::memrchr2(b'\n', b'\r', text.as_bytes());
    let line = frequent.map_or(0, |at| at + 1);
    let rare = text.as_bytes().get(line..).and_then(last_rare_line_break);
    rare.map(|at| line + at).or(frequent)
}

/// Where the last line break of `line` begins that is none of `\n` and `\r`.
fn last_rare_line_break(line: &[u8]) -> Option<usize> {
    if line.is_empty() {
        return None;
    }
    let begins = |at: usize, bytes: &[u8]| line.get(at..).is_some_and(|rest| rest.starts_with(bytes));
    let control = |at: usize| match line.get(at)? {
        0x85 => at.checked_sub(1).filter(|&at| begins(at, &[0xc2])),
        _ => Some(at),
    };
    let separator = |at: usize| at.checked_sub(2).filter(|&at| begins(at, &[0xe2, 0x80]));
    // U+0085, U+2028 and U+2029 are looked for by their last bytes, which fewer characters have than their first.
    let last_control = memchr::memrchr3_iter(b'\x0b', b'\x0c', 0x85, line).find_map(control);
    let last_separator = memchr::memrchr2_iter(0xa8, 0xa9, line).find_map(separator);
    last_control.max(last_separator)
}

/// The line with which `text` ends; empty behind a line break.
pub(crate) fn last_line(text: &str) -> &str {
    let Some(at) = last_line_break(text) else { return text };
    let mut chars = text.get(at..).unwrap_or_default().chars();
    chars.next();
    chars.as_str()
}

/// The character of `text` that ends at byte `end`, and where it begins; nearly all are of ASCII.
#[inline]
pub(crate) fn char_before(text: &str, end: usize) -> Option<(usize, char)> {
    let at = end.checked_sub(1)?;
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some((at, char::from(*byte))),
        _ => text.get(..end)?.char_indices().next_back(),
    }
}

/// How many bytes of `input` are a gap: blanks, and line markers after a line break. At most [`WIDEST_GAP`].
#[inline]
pub(crate) fn gap_len(input: &str) -> usize {
    // Nearly all gaps are a space, or nothing.
    match input.as_bytes() {
        [first, ..] if first.is_ascii_graphic() => 0,
        [b' ', second, ..] if second.is_ascii_graphic() => 1,
        _ => any_gap_len(input),
    }
}

/// [`gap_len`] of any input.
fn any_gap_len(input: &str) -> usize {
    let is_seen = |byte: u8| byte.is_ascii_graphic() && !is_line_marker(char::from(byte));
    match input.as_bytes() {
        [b'\n', seen, ..] if is_seen(*seen) => return 1,
        [b'\n', b'\n', seen, ..] if is_seen(*seen) => return 2,
        _ => {}
    }
    let mut at_line_start = false;
    let mut at = 0;
    while at < WIDEST_GAP {
        steps::step(1);
        at += match input.as_bytes().get(at) {
            Some(b' ' | b'\t') => 1,
            Some(b'\n' | b'\r') => {
                at_line_start = true;
                1
            }
            Some(b'>' | b'|') if at_line_start => 1,
            Some(byte) if byte.is_ascii_graphic() => break,
            Some(_) => match input.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_whitespace(c) => {
                    at_line_start |= is_line_break(c);
                    c.len_utf8()
                }
                _ => break,
            },
            None => break,
        };
    }
    at
}

/// Whether `rest` goes on without an empty line.
pub(crate) fn same_paragraph(rest: &str) -> bool {
    rest.get(..gap_len(rest)).is_some_and(|gap| line_breaks(gap) < 2)
}

/// Whether `text` ends with an empty line.
pub(crate) fn ends_with_empty_line(text: &str) -> bool {
    text.get(trim_gap_end(text).len()..).is_some_and(|gap| line_breaks(gap) > 1)
}

/// `gap`: blanks, line breaks, and line markers after a line break; may be empty.
#[expect(clippy::unnecessary_wraps, reason = "a production has the signature of one")]
pub(crate) fn gap0(input: &str) -> IResult<&str, &str> {
    match input.split_at_checked(gap_len(input)) {
        Some((gap, rest)) => Ok((rest, gap)),
        None => Ok((input, "")),
    }
}

/// `narrow_gap0`: a gap with at most one line break; may be empty.
///
/// A converter that wraps lines breaks a date once. A blank line separates two things: a count and a heading, an
/// attribution and the next paragraph.
pub(crate) fn narrow_gap0(input: &str) -> IResult<&str, &str> {
    verify(gap0, |gap: &str| line_breaks(gap) < 2).parse(input)
}

/// `narrow_gap1`: a [`narrow_gap0`] of at least one character.
pub(crate) fn narrow_gap1(input: &str) -> IResult<&str, &str> {
    verify(narrow_gap0, |gap: &str| !gap.is_empty()).parse(input)
}

/// `line_end`: the end of a line or of the input behind nothing but spaces; consumes nothing.
pub(crate) fn line_end(input: &str) -> IResult<&str, ()> {
    let spaces = take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'));
    value((), peek((spaces, alt((eof, recognize(satisfy(is_line_break))))))).parse(input)
}

/// The most bytes that are taken off the end of a text: wide dumps indent an attribution by most of a line.
const WIDEST_TRIM: usize = 1000;

/// `input` without the gap at its end: blanks, and line markers that stand at the beginning of their line.
///
/// Takes off at most about [`WIDEST_TRIM`] bytes.
#[inline]
pub(crate) fn trim_gap_end(input: &str) -> &str {
    let is_seen = |byte: u8| byte.is_ascii_graphic() && !is_line_marker(char::from(byte));
    match input.as_bytes() {
        [.., last] if is_seen(*last) => input,
        [seen @ .., b' '] if seen.last().is_some_and(|&last| is_seen(last)) => {
            input.get(..seen.len()).unwrap_or_default()
        }
        _ => trim_any_gap_end(input),
    }
}

/// [`trim_gap_end`] of any input.
fn trim_any_gap_end(input: &str) -> &str {
    let lowest = input.len().saturating_sub(WIDEST_TRIM);
    let mut rest = trim_whitespace_end(input, lowest);
    // A marker is one only if nothing but blanks and markers stand before it in its line.
    loop {
        let unmarked = rest.trim_end_matches(|c: char| is_line_marker(c) || matches!(c, ' ' | '\t'));
        let starts_line = unmarked.is_empty() || unmarked.ends_with(is_line_break);
        if unmarked.len() == rest.len() || !starts_line || unmarked.len() < lowest {
            return rest;
        }
        rest = trim_whitespace_end(unmarked, lowest);
    }
}

fn trim_whitespace_end(input: &str, lowest: usize) -> &str {
    let mut end = input.len();
    while end > lowest {
        steps::step(1);
        match char_before(input, end) {
            Some((at, c)) if is_whitespace(c) => end = at,
            _ => break,
        }
    }
    input.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_ends_a_paragraph() {
        for (rest, expected) in [
            ("", true),
            ("at 11:00 PM", true),
            (" at 11:00 PM", true),
            ("  at 11:00 PM", true),
            ("\nat 11:00 PM", true),
            (" \n> at 11:00 PM", true),
            ("\n\nat 11:00 PM", false),
            ("\n \n at 11:00 PM", false),
            ("\n>\n> at 11:00 PM", false),
        ] {
            assert_eq!(same_paragraph(rest), expected, "{rest:?}");
        }
    }

    #[test]
    fn a_carriage_return_and_its_line_feed_end_one_line() {
        for (gap, lines) in [
            ("", 0),
            ("  ", 0),
            ("\n", 1),
            ("\r", 1),
            ("\r\n", 1),
            (" \r\n \u{2028}", 2),
            ("\n\n", 2),
            ("\r\n\r\n", 2),
            ("\n\r", 2),
            ("\r \n", 2),
        ] {
            assert_eq!(line_breaks(gap), lines, "{gap:?}");
        }
    }

    #[test]
    fn gap_takes_blanks_and_markers_after_line_breaks() {
        for (input, gap) in [
            ("", ""),
            ("x", ""),
            ("  x", "  "),
            ("\u{a0}\u{202f}x", "\u{a0}\u{202f}"),
            ("\n> x", "\n> "),
            (" \r\n> > x", " \r\n> > "),
            ("\n>\n> x", "\n>\n> "),
            ("\n| x", "\n| "),
            ("> x", ""),
            (" | x", " "),
        ] {
            assert_eq!(gap_len(input), gap.len(), "{input:?}");
        }
        assert_eq!(gap_len(&" ".repeat(2 * WIDEST_GAP)), WIDEST_GAP);
    }

    #[test]
    fn the_last_line_begins_behind_the_last_line_break() {
        for text in [
            "",
            "a",
            "a\n",
            "\n",
            "a\nb",
            "a\r\nb",
            "a\nb\u{b}c",
            "a\u{c}b",
            "a\u{85}b\u{c4}\u{c5}",
            "a\nb\u{2028}c",
            "\u{2029}",
            "a\u{2029}b\nc",
            "a\nb\u{3028}c\u{e8}\u{a9}",
        ] {
            assert_eq!(last_line_break(text), text.rfind(is_line_break), "{text:?}");
            assert_eq!(Some(last_line(text)), text.rsplit(is_line_break).next(), "{text:?}");
        }
    }

    #[test]
    fn a_marker_is_trimmed_only_at_the_beginning_of_its_line() {
        for (input, kept) in [
            ("text \n> ", "text"),
            ("text\n>\n> ", "text"),
            ("text ->", "text ->"),
            ("text\na > ", "text\na >"),
            ("> ", ""),
            ("", ""),
            ("text\u{200f} ", "text"),
        ] {
            assert_eq!(trim_gap_end(input), kept, "{input:?}");
        }
    }
}
