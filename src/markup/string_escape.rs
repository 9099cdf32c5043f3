//! The escapes of strings in JSON and in the languages that print such strings: `\n`, `\"`, `\u2014`, `\xe2\x80\x94`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{char, one_of},
    combinator::{map, map_opt, verify},
    sequence::preceded,
};

use crate::text::{
    parse::{IResult, mismatch, parsed},
    steps,
};

/// `string_escape`: one escaped character; surrogates and bytes of UTF-8 are read together.
pub(crate) fn string_escape(input: &str) -> IResult<&str, char> {
    steps::step(1);
    alt((preceded(char('\\'), single), surrogates, map_opt(utf16, |unit| char::from_u32(unit.into())), utf8))
        .parse(input)
}

/// `doubled_escape`: one character of a string that was put into another string: `\\n`, `\\u2014`.
pub(crate) fn doubled_escape(input: &str) -> IResult<&str, char> {
    let inner = input.strip_prefix(r"\\").filter(|inner| inner.starts_with(['n', 'r', 't', 'u', 'x', '"', '/']));
    match inner.and_then(|_| input.get(1..)) {
        Some(inner) => string_escape(inner),
        None => mismatch(),
    }
}

/// `any_escape`: one escaped character, of a string in another string if `is_doubled`. A carriage return is none: a line
/// feed follows it.
pub(crate) fn any_escape(input: &str, is_doubled: bool) -> IResult<&str, Option<char>> {
    let doubled = |input| if is_doubled { doubled_escape(input) } else { mismatch() };
    map(alt((doubled, string_escape)), |c| (c != '\r').then_some(c)).parse(input)
}

/// `blank_escape`: an escape of whitespace, or one that was escaped again.
pub(crate) fn blank_escape(input: &str) -> IResult<&str, char> {
    verify(alt((doubled_escape, string_escape)), |c| c.is_whitespace()).parse(input)
}

/// The letter or sign behind the backslash.
fn single(input: &str) -> IResult<&str, char> {
    map(one_of(r#"nrt"'/\"#), |c| match c {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        c => c,
    })
    .parse(input)
}

fn hexadecimal<'i>(digits: usize) -> impl Parser<&'i str, Output = u16, Error = ()> {
    let digits = take_while_m_n(digits, digits, |c: char| c.is_ascii_hexdigit());
    map_opt(digits, |digits: &str| u16::from_str_radix(digits, 16).ok())
}

fn utf16(input: &str) -> IResult<&str, u16> {
    preceded(tag(r"\u"), hexadecimal(4)).parse(input)
}

fn surrogates(input: &str) -> IResult<&str, char> {
    map_opt((utf16, utf16), |(high, low)| char::decode_utf16([high, low]).next()?.ok().filter(|c| c.len_utf16() == 2))
        .parse(input)
}

fn utf8(input: &str) -> IResult<&str, char> {
    let (mut rest, mut bytes) = (input, [0; 4]);
    for len in 1..=bytes.len() {
        let (after, byte) = preceded(tag(r"\x"), hexadecimal(2)).parse(rest)?;
        rest = after;
        if let Some(slot) = bytes.get_mut(len - 1) {
            *slot = u8::try_from(byte).unwrap_or_default();
        }
        let read = bytes.get(..len).and_then(|bytes| core::str::from_utf8(bytes).ok());
        if let Some(c) = read.and_then(|read| read.chars().next()) {
            return Ok((rest, c));
        }
    }
    parsed(None)
}

/// Whether `text` has escapes that are no author's: of a line break before something else than a small letter, as
/// `C:\\new` has one, or of a character by its number.
pub(crate) fn is_escaped(text: &str) -> bool {
    let is_escape = |at: usize| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let Ok((after, c)) = string_escape(from) else { return false };
        let is_word = after.starts_with(|c: char| c.is_ascii_lowercase() || c.is_whitespace()) || after.is_empty();
        let is_number = from.starts_with("\\u") || from.starts_with("\\x");
        !before.ends_with('\\') && (is_number || c.is_whitespace() && !is_word)
    };
    memchr::memchr_iter(b'\\', text.as_bytes()).any(is_escape)
}

/// The length of the longest escape of whitespace: `\xe2\x80\xaf`.
const LONGEST_BLANK: usize = 12;

/// `text` without the escapes of whitespace at its end.
pub(crate) fn trim_blank_escapes_end(text: &str) -> &str {
    let mut rest = text;
    // `\n` and its like first: the others begin with the same byte, further away.
    'trim: loop {
        for len in [2, 3, 6, 7, 8, LONGEST_BLANK] {
            let split = rest.len().checked_sub(len).and_then(|at| rest.split_at_checked(at));
            if let Some((before, escape)) = split {
                // A path of Windows, `C:\\n`, has such a backslash as well.
                let is_path = escape.starts_with(r"\\") && before.ends_with(':');
                if matches!(blank_escape(escape), Ok(("", _))) && !before.ends_with('\\') && !is_path {
                    rest = before.trim_end_matches([' ', '\u{a0}']);
                    continue 'trim;
                }
            }
        }
        return rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_single_characters() {
        for (input, rest, c) in [
            (r"\nNobody", "Nobody", '\n'),
            (r"\r\n", r"\n", '\r'),
            (r#"\"so"#, "so", '"'),
            (r"\\n", "n", '\\'),
            (r"\/", "", '/'),
            (r"\u2014 Dana", " Dana", '—'),
            (r"\ud83c\udf09!", "!", '🌉'),
            (r"\xe2\x80\x94 Dana", " Dana", '—'),
            (r"\x41a", "a", 'A'),
            (r"\xf0\x9f\x8c\x89", "", '🌉'),
        ] {
            assert_eq!(string_escape(input), Ok((rest, c)), "{input:?}");
        }
        for input in ["", "n", r"\", r"\(ツ)", r"\_", r"\ud83c", r"\u201", r"\xe2\x80", r"\xff\xff\xff\xff", r"\*"] {
            assert!(string_escape(input).is_err(), "{input:?}");
        }
    }

    #[test]
    fn escapes_that_were_escaped_again_are_single_characters() {
        for (input, rest, c) in [
            (r"\\nNobody", "Nobody", '\n'),
            (r"\\u2014 Dana", " Dana", '—'),
            (r#"\\"so"#, "so", '"'),
            (r"\\ud83c\udf09!", "!", '🌉'),
        ] {
            assert_eq!(doubled_escape(input), Ok((rest, c)), "{input:?}");
        }
        for input in ["", r"\n", r"\\", r"\\a", r"\\u20"] {
            assert!(doubled_escape(input).is_err(), "{input:?}");
        }
    }

    #[test]
    fn escapes_of_white_space_are_trimmed() {
        for (text, kept) in [
            (r"so glad!\n\n", "so glad!"),
            (r"so glad!\r\n \t", "so glad!"),
            (r"so glad!\u00a0\xc2\xa0\xe2\x80\xaf", "so glad!"),
            (r"C:\\n", r"C:\\n"),
            (r"so glad!\\n\\n", "so glad!"),
            (r"so glad!\\r\\n", "so glad!"),
            (r"so glad!\\u00a0", "so glad!"),
            ("so glad", "so glad"),
            ("", ""),
            (r"\n", ""),
            (r"bridge\u2014", r"bridge\u2014"),
        ] {
            assert_eq!(trim_blank_escapes_end(text), kept, "{text:?}");
        }
    }
}
