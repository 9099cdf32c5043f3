//! Tags, attributes and comments, as the [HTML standard](https://html.spec.whatwg.org/multipage/parsing.html) takes
//! them apart:
//!
//! ```text
//! tag           = "<" ["/"] tag_name *attribute_gap *(attribute *attribute_gap) ">"
//! tag_name      = letter *(any but whitespace, "/", ">")
//! attribute_gap = whitespace / "/"
//! attribute     = name [*whitespace "=" *whitespace value]
//! value         = '"' *any '"' / "'" *any "'" / *(any but whitespace, ">")
//! declaration   = comment / "<!" *any ">" / "<?" *any ">" / "</" *any ">"
//! comment       = "<!--" *any ("-->" / "--!>") / "<!-->" / "<!--->"
//! ```

use crate::text::case::starts_with_ignore_case;
use memchr::{memchr, memchr_iter};
use nom::{Parser, branch::alt, bytes::complete::tag as literal, combinator::value, sequence::preceded};

use crate::{
    markup::tag_open::tag_open,
    text::{
        byte_set::ByteSet,
        parse::{IResult, mismatch, parsed},
    },
};

/// Whitespace of HTML, and the bytes that stand between attributes.
static SPACE: ByteSet = ByteSet::of(&[(b' ', b' '), (b'\t', b'\n'), (b'\x0c', b'\r')]);
static GAP: ByteSet = ByteSet::of(&[(b' ', b' '), (b'\t', b'\n'), (b'\x0c', b'\r'), (b'/', b'/')]);
/// The bytes that end a tag's name, an attribute's name, and a value without quotes.
static ENDS_TAG_NAME: ByteSet =
    ByteSet::of(&[(b' ', b' '), (b'\t', b'\n'), (b'\x0c', b'\r'), (b'/', b'/'), (b'>', b'>')]);
static ENDS_NAME: ByteSet = ByteSet::of(&[(b' ', b' '), (b'\t', b'\n'), (b'\x0c', b'\r'), (b'/', b'/'), (b'=', b'>')]);
static ENDS_VALUE: ByteSet = ByteSet::of(&[(b' ', b' '), (b'\t', b'\n'), (b'\x0c', b'\r'), (b'>', b'>')]);

/// A start tag or an end tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'p> {
    pub(crate) name: &'p str,
    pub(crate) kind: TagKind,
    /// Everything behind the name, with the `>`; empty where there is no attribute.
    pub(crate) attributes: &'p str,
    /// Whether an attribute is called `class`, or begins with `data-`.
    pub(crate) has_class: bool,
    pub(crate) has_data: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagKind {
    Start,
    End,
}

/// An attribute, its value as it stands in the page; empty if there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attribute<'p> {
    pub(crate) name: &'p str,
    pub(crate) value: &'p str,
}

impl<'p> Tag<'p> {
    pub(crate) fn is_start(&self, name: &str) -> bool {
        self.kind == TagKind::Start && self.name.eq_ignore_ascii_case(name)
    }

    pub(crate) fn attributes(&self) -> impl Iterator<Item = Attribute<'p>> + use<'p> {
        Attributes { rest: self.attributes }
    }

    /// The value of the attribute with this name, as it stands in the page.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'p str> {
        self.attributes().find(|attribute| attribute.name.eq_ignore_ascii_case(name)).map(|attribute| attribute.value)
    }

    /// The classes.
    pub(crate) fn classes(&self) -> impl Iterator<Item = &'p str> + use<'p> {
        let class = self.has_class.then(|| self.attribute("class")).flatten();
        class.unwrap_or_default().split_ascii_whitespace()
    }
}

struct Attributes<'p> {
    rest: &'p str,
}

impl<'p> Iterator for Attributes<'p> {
    type Item = Attribute<'p>;

    fn next(&mut self) -> Option<Self::Item> {
        let (rest, found) = preceded(attribute_gap, attribute).parse(self.rest).ok()?;
        self.rest = rest;
        Some(found)
    }
}

/// `tag`: one that has its `>`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a tag is large, and was copied once more otherwise")]
pub(crate) fn tag(input: &str) -> IResult<&str, Tag<'_>> {
    let (name_start, kind) = opening(input)?;
    let (inner, name) = tag_name(name_start)?;
    let mut tag = Tag { name, kind, attributes: "", has_class: false, has_data: false };
    if let Some(after) = inner.strip_prefix('>') {
        return Ok((after, tag));
    }
    let mut rest = inner;
    loop {
        (rest, _) = attribute_gap(rest)?;
        if let Some(after) = rest.strip_prefix('>') {
            let len = inner.len() - after.len();
            tag.attributes = inner.get(..len).unwrap_or_default();
            return Ok((after, tag));
        }
        let found;
        (rest, found) = attribute(rest)?;
        match found.name.as_bytes() {
            [b'd' | b'D', _, _, _, b'-', ..] => tag.has_data |= is_data(found.name),
            [b'c' | b'C', ..] => tag.has_class |= found.name.eq_ignore_ascii_case("class"),
            _ => {}
        }
    }
}

/// Whether an attribute of this name is one of the page's author.
pub(crate) fn is_data(name: &str) -> bool {
    starts_with_ignore_case(name, "data-")
}

/// `"<" ["/"]`
fn opening(input: &str) -> IResult<&str, TagKind> {
    let end = input.strip_prefix("</").map(|rest| (rest, TagKind::End));
    parsed(end.or_else(|| input.strip_prefix('<').map(|rest| (rest, TagKind::Start))))
}

/// `tag_name`
fn tag_name(input: &str) -> IResult<&str, &str> {
    if !input.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return mismatch();
    }
    run(input, |byte| !ENDS_TAG_NAME.contains(byte))
}

/// `attribute_gap`
fn attribute_gap(input: &str) -> IResult<&str, &str> {
    run(input, |byte| GAP.contains(byte))
}

/// `attribute`: a name may begin with `=`; a quoted value ends with its quote.
#[inline(always)]
#[expect(clippy::inline_always, reason = "called for each attribute of a page: a sixth of its time otherwise")]
fn attribute(input: &str) -> IResult<&str, Attribute<'_>> {
    let Some((_, others)) = input.as_bytes().split_first().filter(|&(&first, _)| first != b'>') else {
        return mismatch();
    };
    let len = others.iter().position(|&byte| ENDS_NAME.contains(byte)).unwrap_or(others.len());
    let Some((name, rest)) = input.split_at_checked(1 + len) else { return mismatch() };
    let Ok((value_start, ())) = equals(rest) else { return Ok((rest, Attribute { name, value: "" })) };
    // A quote that nothing closes is no mismatch of the value alone: there is no tag.
    let (rest, value) = preceded(spaces, attribute_value).parse(value_start)?;
    Ok((rest, Attribute { name, value }))
}

/// `*whitespace "="`
fn equals(input: &str) -> IResult<&str, ()> {
    let (rest, _) = if input.starts_with('=') { (input, "") } else { spaces(input)? };
    parsed(rest.strip_prefix('=').map(|rest| (rest, ())))
}

/// `value`
fn attribute_value(input: &str) -> IResult<&str, &str> {
    match input.as_bytes().first() {
        Some(&quote @ (b'"' | b'\'')) => {
            let inner = input.get(1..).unwrap_or_default();
            let (value, rest) = match memchr(quote, inner.as_bytes()) {
                Some(close) => inner.split_at_checked(close).unwrap_or_default(),
                None => return mismatch(),
            };
            Ok((rest.get(1..).unwrap_or_default(), value))
        }
        Some(_) => run(input, |byte| !ENDS_VALUE.contains(byte)),
        None => mismatch(),
    }
}

fn spaces(input: &str) -> IResult<&str, &str> {
    run(input, is_space)
}

/// Whitespace of HTML.
pub(crate) fn is_space(byte: u8) -> bool {
    SPACE.contains(byte)
}

/// The bytes at the beginning of `input` of which `is_part`, all of which or none are ASCII.
fn run(input: &str, is_part: impl Fn(u8) -> bool) -> IResult<&str, &str> {
    let len = input.bytes().position(|byte| !is_part(byte)).unwrap_or(input.len());
    parsed(input.split_at_checked(len).map(|(part, rest)| (rest, part)))
}

/// `declaration`: what begins like a tag and is none, up to its end or that of the input.
pub(crate) fn declaration(input: &str) -> IResult<&str, ()> {
    let bogus = preceded(alt((literal("<!"), literal("<?"), not_an_end_tag)), up_to_angle);
    value((), alt((comment, bogus))).parse(input)
}

/// `</` before something else than a letter.
fn not_an_end_tag(input: &str) -> IResult<&str, &str> {
    let (rest, opened) = literal("</").parse(input)?;
    if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_alphabetic()) { mismatch() } else { Ok((rest, opened)) }
}

fn up_to_angle(input: &str) -> IResult<&str, &str> {
    let len = memchr(b'>', input.as_bytes()).map_or(input.len(), |at| at + 1);
    parsed(input.split_at_checked(len).map(|(part, rest)| (rest, part)))
}

/// `comment`
fn comment(input: &str) -> IResult<&str, &str> {
    let (inner, _) = literal("<!--").parse(input)?;
    let ends = |&at: &usize| match inner.get(..at) {
        Some("" | "-") => true,
        Some(before) => before.ends_with("--") || before.ends_with("--!"),
        None => false,
    };
    let len = memchr_iter(b'>', inner.as_bytes()).find(ends).map_or(inner.len(), |at| at + 1);
    parsed(inner.split_at_checked(len).map(|(part, rest)| (rest, part)))
}

/// Whether `input` begins a tag or a declaration: all other `<` are text.
pub(crate) fn opens(input: &str) -> bool {
    tag_open(input).is_ok()
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    fn attributes(input: &str) -> Option<(Vec<(&str, &str)>, &str)> {
        let (rest, tag) = tag(input).ok()?;
        Some((tag.attributes().map(|attribute| (attribute.name, attribute.value)).collect(), rest))
    }

    #[test]
    fn a_tag_ends_behind_its_attributes() {
        for (input, expected, rest) in [
            ("<p>a", &[][..], "a"),
            ("<p/>a", &[], "a"),
            ("<p a>b", &[("a", "")], "b"),
            ("<p a=b c='d>' e=\"f>\">g", &[("a", "b"), ("c", "d>"), ("e", "f>")], "g"),
            ("<p a = b\n>", &[("a", "b")], ""),
            ("<p a=\"b\"c=d>", &[("a", "b"), ("c", "d")], ""),
            ("<p a=b/>", &[("a", "b/")], ""),
            ("<p a/b>", &[("a", ""), ("b", "")], ""),
            ("<p =a=b>", &[("=a", "b")], ""),
            ("<p a=>b", &[("a", "")], "b"),
            ("<p a\"b>c\">", &[("a\"b", "")], "c\">"),
            ("<p a=b\"c>d\">", &[("a", "b\"c")], "d\">"),
            ("</p a='>'>b", &[("a", ">")], "b"),
            ("<p é=\"ü\">b", &[("é", "ü")], "b"),
        ] {
            assert_eq!(attributes(input), Some((expected.to_vec(), rest)), "{input:?}");
        }
        for input in ["<p", "<p a", "<p a=", "<p a='b>", "<p a=\"b' c>", "< p>", "<1>", "<>", "</>", "p>"] {
            assert_eq!(attributes(input), None, "{input:?}");
        }
    }

    #[test]
    fn a_declaration_ends_with_its_angle_bracket() {
        for (input, rest) in [
            ("<!doctype html>a", "a"),
            ("<?php a ?>b", "b"),
            ("</ a>b", "b"),
            ("</>b", "b"),
            ("<!-- a > b -->c", "c"),
            ("<!-->a", "a"),
            ("<!--->a", "a"),
            ("<!---->a", "a"),
            ("<!--a--!>b", "b"),
            ("<!--a->b-->c", "c"),
            ("<!---!>a-->b", "b"),
            ("<!-- a", ""),
            ("<!a", ""),
            ("<![CDATA[a>b]]>", "b]]>"),
        ] {
            assert_eq!(declaration(input), Ok((rest, ())), "{input:?}");
        }
        for input in ["<a>", "</a>", "< a>", "<1>", "a", "</"] {
            assert!(declaration(input).is_err(), "{input:?}");
        }
    }

    #[test]
    fn a_tag_knows_its_classes_and_whether_it_has_data() {
        let (_, tag) = tag("<p CLASS='a  b' Data-x=1 class=c>").unwrap();
        assert_eq!((tag.classes().collect::<Vec<_>>(), tag.has_data), (Vec::from(["a", "b"]), true));
        assert_eq!(tag.attribute("data-X"), Some("1"));
        assert!(!super::tag("<p date-x=1 data=2>").unwrap().1.has_data);
    }
}
