//! A reader of the strings of one JSON object.

use alloc::string::String;

use memchr::memchr2;
use nom::{
    Parser,
    character::complete::{char, multispace0},
    sequence::{delimited, preceded, terminated},
};

use crate::text::parse::{IResult, mismatch, parsed};

/// The string in the field `name` of the object `json`, still escaped.
pub(super) fn field<'j>(json: &'j str, name: &str) -> Option<&'j str> {
    let (mut rest, _) = punctuation('{', json.trim_start()).ok()?;
    loop {
        let (value_at, key) = terminated(string, delimited(multispace0, char(':'), multispace0)).parse(rest).ok()?;
        if key == name {
            return string(value_at).ok().map(|(_, value)| value);
        }
        let (after, ()) = value(value_at).ok()?;
        (rest, _) = preceded(multispace0, |input| punctuation(',', input)).parse(after).ok()?;
    }
}

/// `c` and the whitespace behind it.
fn punctuation(c: char, input: &str) -> IResult<&str, char> {
    terminated(char(c), multispace0).parse(input)
}

/// `string`: what is between its quotes.
fn string(input: &str) -> IResult<&str, &str> {
    let (inner, _) = char('"').parse(input)?;
    let mut at = 0;
    loop {
        let Some(distance) = inner.as_bytes().get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) else {
            return mismatch();
        };
        at += distance;
        if inner.as_bytes().get(at) == Some(&b'"') {
            return parsed(Some((inner.get(at + 1..).unwrap_or_default(), inner.get(..at).unwrap_or_default())));
        }
        at += 2;
    }
}

/// `value` of any type, which is passed over.
fn value(input: &str) -> IResult<&str, ()> {
    let mut rest = input;
    let mut depth = 0_usize;
    loop {
        match rest.bytes().next() {
            Some(b'"') => (rest, _) = string(rest)?,
            Some(b'{' | b'[') => {
                depth += 1;
                rest = rest.get(1..).unwrap_or_default();
            }
            Some(b'}' | b']') if depth > 0 => {
                depth -= 1;
                rest = rest.get(1..).unwrap_or_default();
            }
            Some(b',' | b'}' | b']') if depth == 0 => return Ok((rest, ())),
            Some(_) => rest = rest.get(rest.chars().next().map_or(1, char::len_utf8)..).unwrap_or_default(),
            None => return mismatch(),
        }
    }
}

/// The text that `written`, the inside of a string, stands for; broken escapes are left out.
pub(super) fn text(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = escape.chars();
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r' | 'b' | 'f') | None => {}
            Some('u') => {
                let (after, c) = code_units(chars.as_str());
                out.extend(c);
                chars = after.chars();
            }
            Some(c) => out.push(c),
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// The character of the code unit behind `\u`, or of a pair of them, and what follows.
fn code_units(input: &str) -> (&str, Option<char>) {
    let Some((rest, first)) = code_unit(input) else { return (input, None) };
    let second = rest.strip_prefix("\\u").and_then(code_unit);
    if let (0xd800..=0xdbff, Some((after, second))) = (first, second) {
        return (after, char::decode_utf16([first, second]).next().and_then(Result::ok));
    }
    (rest, char::from_u32(u32::from(first)))
}

/// The four digits of a code unit, and what follows.
fn code_unit(input: &str) -> Option<(&str, u16)> {
    let (digits, rest) = input.split_at_checked(4)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((rest, u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_the_outermost_object() {
        let json = r#" { "a" : [1, {"b": "no, }"}], "c":null,"d":"x\"}","b": "yes", "e": 1.5}"#;
        for (name, expected) in [("b", Some("yes")), ("d", Some(r#"x\"}"#)), ("a", None), ("f", None)] {
            assert_eq!(field(json, name), expected, "{name}");
        }
        for json in ["", "{", "[]", "{}", r#"{"b"}"#, r#"{"b":"#, r#"{"b":"x"#, r#"{"a":"#, r#"{"a":1 "b":"x"}"#] {
            assert_eq!(field(json, "b"), None, "{json}");
        }
    }

    #[test]
    fn escapes_stand_for_characters() {
        for (written, expected) in [
            (r#"a\nb\t\"\\\/"#, "a\nb\t\"\\/"),
            (r"\u00e9\ud83c\udf09", "é🌉"),
            (r"\ud83c \u12", " 12"),
            (r"\u+123 \", "+123 "),
        ] {
            assert_eq!(text(written), expected, "{written}");
        }
    }
}
