//! Leftovers of the format that a text was extracted from: tags of half-cleaned HTML, escapes of whitespace, the border
//! between two strings of JSON. All of them are gaps between the parts of a quotation.

use memchr::memrchr;
use nom::{
    Parser,
    branch::alt,
    combinator::{value, verify},
};

use super::{
    element::{Apart, apart, is_known},
    string_escape::{blank_escape, trim_blank_escapes_end},
    tag::{Tag, tag},
};
use crate::text::{
    comment::{comment, trim_comments_end},
    offset::{first_bytes, last_bytes},
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
    let head = first_bytes(input, LONGEST_TAG);
    steps::step(8);
    let (after, found) = tag(head)?;
    steps::step(head.len() - after.len());
    parsed(is_known(found.name).then(|| (input.get(head.len() - after.len()..).unwrap_or_default(), found)))
}

/// `break_tag`: the tag of a line break.
pub(crate) fn break_tag(input: &str) -> IResult<&str, Tag<'_>> {
    verify(left_tag, |found: &Tag<'_>| apart(found.name) == Apart::Break).parse(input)
}

/// `text` before the tag of a line break with which it ends.
pub(crate) fn without_break_at_end(text: &str) -> Option<&str> {
    without_tag_at_end(text).filter(|before| text.get(before.len()..).is_some_and(|tag| break_tag(tag).is_ok()))
}

/// `left_comment`: a comment of HTML.
fn left_comment(input: &str) -> IResult<&str, ()> {
    value((), comment).parse(input)
}

/// `remains0`: tags and escapes of whitespace with the gaps between them; may be empty. A link's start tag is none:
/// what it encloses is linked.
pub(crate) fn remains0(input: &str) -> IResult<&str, ()> {
    let mut rest = input;
    for _ in 0..MOST {
        let (after, _) = gap0(rest)?;
        rest = after;
        if !rest.starts_with(['<', '\\']) {
            break;
        }
        let unlinked = verify(left_tag, |found: &Tag<'_>| !found.is_start("a"));
        let one = alt((left_comment, value((), unlinked), value((), blank_escape))).parse(rest);
        let Ok((after, ())) = one else { break };
        rest = after;
    }
    Ok((rest, ()))
}

/// `text` without the tags, the comments, the escapes of whitespace and the gaps at its end, and without the border
/// that sets an attribution apart as a string of its own.
#[inline]
pub(crate) fn trim_remains_end(text: &str) -> &str {
    match text.as_bytes() {
        [.., b'>']
        | [.., b'\\', b'n' | b'r' | b't' | b'\\']
        | [.., b'\\', b'u', _, _, _, _]
        | [.., b'\\', b'x', _, _] => trim_any_remains_end(text),
        _ => text,
    }
}

/// `before`, the text before an attribution, up to the end of the string or the row above where the attribution begins
/// one of its own.
#[inline]
pub(crate) fn without_record_border(before: &str) -> &str {
    match before.as_bytes().last() {
        Some(b'"' | b'\'') => record_border_at_end(before).unwrap_or(before),
        Some(b'\t') => without_row_numbers(before),
        _ => before,
    }
}

/// Whether `text` ends with a tag or an escape of whitespace, so that nothing is glued to it.
pub(crate) fn ends_with_remains(text: &str) -> bool {
    trim_remains_end(text).len() < text.len()
}

#[cold]
fn trim_any_remains_end(text: &str) -> &str {
    // A line break of LaTeX.
    let mut rest = text.strip_suffix("\\\\").unwrap_or(text);
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
    let window = last_bytes(inner, LONGEST_TAG);
    let at = inner.len() - window.len() + memrchr(b'<', window.as_bytes())?;
    steps::step(inner.len() - at);
    let (before, last) = text.split_at_checked(at)?;
    matches!(left_tag(last), Ok(("", _))).then_some(before)
}

/// How far back the string before the one that opens is looked for, in bytes.
const WIDEST_BORDER: usize = 1500;

/// `text` up to the end of the string before the one that opens at its end: the element before in an array, the field
/// of the same name in the object before, or the last cell of the row before.
#[cold]
fn record_border_at_end(text: &str) -> Option<&str> {
    let quote = text.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let opened = text.strip_suffix(quote)?;
    let window = last_bytes(opened, WIDEST_BORDER);
    steps::step(window.len());
    let head = window.trim_end();
    let named = head.strip_suffix(':').and_then(|head| head.trim_end().strip_suffix(quote));
    let (records, name) = named.and_then(|named| named.rsplit_once(quote)).unwrap_or((head, ""));
    if name.len() > LONGEST_FIELD {
        return None;
    }
    let field = || (!name.is_empty()).then(|| field_end(records, name, quote)).flatten();
    let end = field().or_else(|| border(records, quote)).or_else(|| row_end(window, quote))?;
    opened.get(..opened.len() - window.len() + end)
}

/// The end of the last string of `records`, if a comma follows it.
fn border(records: &str, quote: char) -> Option<usize> {
    let value = records.trim_end_matches(is_of_border);
    let before =
        value.strip_suffix(quote).filter(|_| records.get(value.len()..).is_some_and(|gap| gap.contains(',')))?;
    Some(before.len())
}

/// The end of the string that ends the row before the last of `rows`, whose fields have no quotes.
fn row_end(rows: &str, quote: char) -> Option<usize> {
    let (rows, fields) = rows.rsplit_once('\n').filter(|(_, fields)| fields.len() <= LONGEST_FIELD)?;
    let row = rows.trim_end_matches(is_of_border).strip_suffix(quote).filter(|_| !fields.contains(quote))?;
    Some(row.len())
}

/// What stands between two strings.
fn is_of_border(c: char) -> bool {
    c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ',')
}

/// `before` without the fields that stand before an attribution in its row of a table with tabs, if they are numbers:
/// the text is in the row above.
#[cold]
fn without_row_numbers(before: &str) -> &str {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '\t' | ' ' | '.' | '-');
    let rows = before.trim_end_matches(is_number);
    if rows.len() + LONGEST_FIELD > before.len() && rows.ends_with('\n') { rows } else { before }
}

/// The longest name of a field, in bytes.
const LONGEST_FIELD: usize = 40;

/// The end of the string that is the last field of this `name` in `records`.
fn field_end(records: &str, name: &str, quote: char) -> Option<usize> {
    let at = records
        .match_indices(name)
        .map(|(at, _)| at)
        .filter(|&at| records.get(..at).is_some_and(|r| r.ends_with(quote)))
        .last()?;
    let value = records
        .get(at + name.len()..)?
        .strip_prefix(quote)?
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix(quote)?;
    let is_closing = |at: &usize| value.get(..*at).is_some_and(|value| !value.ends_with('\\'));
    let len = value.match_indices(quote).map(|(at, _)| at).find(is_closing)?;
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
            ("So glad!\\\\", "So glad!"),
            ("", ""),
        ] {
            assert_eq!(trim_remains_end(text), kept, "{text:?}");
        }
    }

    #[test]
    fn a_string_of_its_own_has_its_text_in_the_one_before() {
        for (before, kept) in [
            ("so \"glad\"", "so \"glad\""),
            ("{\"text\": \"So glad.\"},\n  {\"text\": \"", "{\"text\": \"So glad."),
            ("[\"So glad.\", \"", "[\"So glad."),
            ("{\"a\":\"So glad.\"}, {\"b_c\":\"", "{\"a\":\"So glad."),
            ("{\"text\": \"", "{\"text\": \""),
            ("so \"glad\" \"", "so \"glad\" \""),
            ("{\"t\": \"p\", \"x\": \"So.\"},{\"t\": \"p\", \"x\": \"", "{\"t\": \"p\", \"x\": \"So."),
            ("- p: \"So glad.\"\n- p: \"", "- p: \"So glad."),
            ("1,\"So glad.\"\n2,\"", "1,\"So glad."),
            ("{'t': 'So glad.'}, {'t': '", "{'t': 'So glad."),
            ("1\tSo glad.\n2\t", "1\tSo glad.\n"),
            ("1\tSo glad.\nso\t", "1\tSo glad.\nso\t"),
            ("She said \"so\"\nand then 'oh'", "She said \"so\"\nand then 'oh'"),
            ("", ""),
        ] {
            assert_eq!(without_record_border(before), kept, "{before:?}");
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
