//! What stays of the format that a text was taken out of: tags of half-cleaned HTML, escapes of white space, the border
//! between two strings of JSON. All of them are gaps between the parts of a quotation.

use memchr::memrchr;
use nom::{Parser, branch::alt, combinator::value};

use super::{
    element::is_known,
    string_escape::{blank_escape, trim_blank_escapes_end},
    tag::{Tag, tag},
};
use crate::text::{
    comment::{comment_len, trim_comments_end},
    offset::char_floor,
    parse::{IResult, mismatch, parsed},
    steps,
    whitespace::{gap0, trim_gap_end},
};

/// The longest tag that is looked at, in bytes.
const LONGEST_TAG: usize = 400;
/// The most tags, escapes and gaps in a row.
const MOST: usize = 16;

/// `left_tag`: a tag of an element of HTML, in half-cleaned text.
pub(crate) fn left_tag(input: &str) -> IResult<&str, Tag<'_>> {
    if !input.starts_with('<') {
        return mismatch();
    }
    let head = input.get(..char_floor(input, LONGEST_TAG)).unwrap_or_default();
    steps::step(8);
    let (after, found) = tag(head)?;
    steps::step(head.len() - after.len());
    parsed(is_known(found.name).then(|| (input.get(head.len() - after.len()..).unwrap_or_default(), found)))
}

/// `left_comment`: a comment of HTML.
fn left_comment(input: &str) -> IResult<&str, ()> {
    let len = comment_len(input);
    parsed(input.get(len..).filter(|_| len > 0).map(|rest| (rest, ())))
}

/// `remains0`: tags and escapes of white space with the gaps between them; may be empty. A link's start tag is none: what it
/// encloses is linked.
pub(crate) fn remains0(input: &str) -> IResult<&str, ()> {
    let mut rest = input;
    for _ in 0..MOST {
        let (after, _) = gap0(rest)?;
        rest = after;
        if !rest.starts_with(['<', '\\']) {
            break;
        }
        let unlinked = nom::combinator::verify(left_tag, |found: &Tag<'_>| !found.is_start("a"));
        let one = alt((left_comment, value((), unlinked), value((), blank_escape))).parse(rest);
        let Ok((after, ())) = one else { break };
        rest = after;
    }
    Ok((rest, ()))
}

/// `text` without the tags, the comments, the escapes of white space and the gaps at its end, and without the border that sets
/// an attribution apart as a string of its own.
#[inline]
pub(crate) fn trim_remains_end(text: &str) -> &str {
    match text.as_bytes() {
        [.., b'>' | b'"']
        | [.., b'\\', b'n' | b'r' | b't' | b'\\']
        | [.., b'\\', b'u', _, _, _, _]
        | [.., b'\\', b'x', _, _] => trim_any_remains_end(text),
        _ => text,
    }
}

/// Whether `text` ends with a tag or an escape of white space, so that nothing is glued to it.
pub(crate) fn ends_with_remains(text: &str) -> bool {
    trim_remains_end(text).len() < text.len()
}

#[cold]
fn trim_any_remains_end(text: &str) -> &str {
    // A line break of LaTeX.
    let mut rest = text.strip_suffix("\\\\").unwrap_or_else(|| record_border_at_end(text).unwrap_or(text));
    for _ in 0..MOST {
        let bare = trim_gap_end(trim_comments_end(trim_blank_escapes_end(rest)));
        let trimmed = without_tag_at_end(bare).map_or(bare, trim_gap_end);
        if trimmed.len() == rest.len() {
            break;
        }
        rest = trimmed;
    }
    rest
}

/// `text` before the tag with which it ends.
pub(crate) fn without_tag_at_end(text: &str) -> Option<&str> {
    let inner = text.strip_suffix('>')?;
    let from = char_floor(inner, inner.len().saturating_sub(LONGEST_TAG));
    let at = from + memrchr(b'<', inner.as_bytes().get(from..)?)?;
    steps::step(inner.len() - at);
    let (before, last) = text.split_at_checked(at)?;
    matches!(left_tag(last), Ok(("", _))).then_some(before)
}

/// How far back the string before the one that opens is looked for, in bytes.
const WIDEST_BORDER: usize = 1500;

/// `text` up to the end of the string before the one that opens at its end: the element before in an array, or the field of the
/// same name in the object before.
fn record_border_at_end(text: &str) -> Option<&str> {
    let opened = text.strip_suffix('"')?;
    let from = char_floor(opened, opened.len().saturating_sub(WIDEST_BORDER));
    let window = opened.get(from..)?;
    steps::step(window.len());
    let head = window.trim_end();
    let named = head.strip_suffix(':').and_then(|head| head.trim_end().strip_suffix('"'));
    let (records, name) = named.and_then(|named| named.rsplit_once('"')).unwrap_or((head, ""));
    if name.len() > LONGEST_FIELD {
        return None;
    }
    let end = (!name.is_empty()).then(|| field_end(records, name)).flatten().or_else(|| {
        let value = records.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ','));
        let before =
            value.strip_suffix('"').filter(|_| records.get(value.len()..).is_some_and(|gap| gap.contains(',')))?;
        Some(before.len())
    })?;
    opened.get(..from + end)
}

/// The longest name of a field, in bytes.
const LONGEST_FIELD: usize = 40;

/// The end of the string that is the last field of this `name` in `records`.
fn field_end(records: &str, name: &str) -> Option<usize> {
    let at = records
        .match_indices(name)
        .map(|(at, _)| at)
        .filter(|&at| records.get(..at).is_some_and(|r| r.ends_with('"')))
        .last()?;
    let value = records
        .get(at + name.len()..)?
        .strip_prefix('"')?
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    let is_closing = |at: &usize| value.get(..*at).is_some_and(|value| !value.ends_with('\\'));
    let len = memchr::memchr_iter(b'"', value.as_bytes()).find(is_closing)?;
    Some(records.len() - value.len() + len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_escapes_are_trimmed() {
        for (text, kept) in [
            ("So glad!</p>\n<p>", "So glad!"),
            ("So glad!<br /><br>", "So glad!"),
            ("So glad! <!-- x --></div>", "So glad!"),
            (r"So glad!\n\n", "So glad!"),
            (r"So glad!</p>\n<p>", "So glad!"),
            (r"So glad!\u00a0", "So glad!"),
            ("So tired <sigh>", "So tired <sigh>"),
            ("see <https://t.co/AbCdEf1234>", "see <https://t.co/AbCdEf1234>"),
            ("mail <dana@example.com>", "mail <dana@example.com>"),
            ("a -> b >", "a -> b >"),
            ("so \"glad\"", "so \"glad\""),
            ("{\"text\": \"So glad.\"},\n  {\"text\": \"", "{\"text\": \"So glad."),
            ("[\"So glad.\", \"", "[\"So glad."),
            ("{\"a\":\"So glad.\"}, {\"b_c\":\"", "{\"a\":\"So glad."),
            ("{\"text\": \"", "{\"text\": \""),
            ("so \"glad\" \"", "so \"glad\" \""),
            ("{\"t\": \"p\", \"x\": \"So.\"},{\"t\": \"p\", \"x\": \"", "{\"t\": \"p\", \"x\": \"So."),
            ("So glad!\\\\", "So glad!"),
            ("", ""),
        ] {
            assert_eq!(trim_remains_end(text), kept, "{text:?}");
        }
    }

    #[test]
    fn remains_end_before_words_and_links() {
        for (input, rest) in [
            ("</p>\n<p>July 14", "July 14"),
            (r" \n July 14", "July 14"),
            ("<!---->July 14", "July 14"),
            ("<a href=b>July 14", "<a href=b>July 14"),
            (" July 14", "July 14"),
            ("<3", "<3"),
        ] {
            assert_eq!(remains0(input), Ok((rest, ())), "{input:?}");
        }
    }
}
