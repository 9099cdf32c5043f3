//! A reader of the strings of one JSON object.

use alloc::string::String;

use memchr::{memchr, memchr2};
use nom::{
    Parser,
    character::complete::{char, multispace0},
    sequence::{delimited, preceded, terminated},
};

use crate::{
    markup::string_escape::string_escape,
    text::parse::{IResult, mismatch, parsed},
};

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

/// The text that `written`, the inside of a string, stands for. Carriage returns, and escapes that are broken or stand
/// for nothing visible, are left out.
pub(super) fn text(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escape)) = memchr(b'\\', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        rest = match string_escape(escape) {
            Ok((after, '\r')) => after,
            Ok((after, c)) => {
                out.push(c);
                after
            }
            Err(_) => {
                let broken = escape.get(1..).unwrap_or_default();
                match broken.strip_prefix('u') {
                    // Half of a pair of code units.
                    Some(digits) => hexadecimal_end(digits).unwrap_or(digits),
                    None => broken.strip_prefix(['b', 'f']).unwrap_or(broken),
                }
            }
        };
    }
    out.push_str(rest);
    out
}

/// What follows the four digits of a code unit.
fn hexadecimal_end(input: &str) -> Option<&str> {
    let (digits, rest) = input.split_at_checked(4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(rest)
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
