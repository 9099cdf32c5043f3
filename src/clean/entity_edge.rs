//! An entity (mention, hashtag, cashtag or URL) as the beginning or the end of a piece of text.
//!
//! Coarser than [`Entities`](crate::Entities): it only separates the additions of converters from the author's text.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while1,
    character::complete::{anychar, satisfy},
    combinator::{peek, recognize, verify},
    sequence::{pair, preceded},
};

use crate::{
    entity::is_hashtag_char,
    link::{Links, url_start},
    text::{chars::is_sigil, offset::last_bytes, parse::IResult, steps},
};

/// `entity_start`: the first characters of an entity.
pub(super) fn entity_start(input: &str) -> IResult<&str, &str> {
    let sigil = recognize(preceded(satisfy(is_sigil), verify(anychar, |c| is_name_char(*c))));
    alt((peek(sigil), url_start)).parse(input)
}

/// `name`: sigil and name of a mention, hashtag or cashtag.
fn name(input: &str) -> IResult<&str, &str> {
    recognize(pair(satisfy(is_sigil), take_while1(is_name_char))).parse(input)
}

/// A character of a name, or the backslash before an escaped one.
fn is_name_char(c: char) -> bool {
    c == '\\' || is_hashtag_char(c)
}

/// Whether `text` begins with an entity.
pub(super) fn begins_with_entity(text: &str) -> bool {
    entity_start(text).is_ok()
}

/// Whether `text` is one entity.
pub(super) fn is_entity(text: &str) -> bool {
    matches!(name(text), Ok(("", _))) || url_start(text).is_ok() && !text.contains(char::is_whitespace)
}

/// The entity at the end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EdgeEntity<'s> {
    /// A mention, hashtag or cashtag.
    Name,
    Url(&'s str),
}

/// The longest entity that is searched for, in bytes.
const LONGEST: usize = 400;

/// The entity at the end of `text`.
pub(super) fn entity_at_end(text: &str) -> Option<EdgeEntity<'_>> {
    let window = last_bytes(text, LONGEST);
    let before_name = window.trim_end_matches(is_name_char);
    steps::step(window.len() - before_name.len());
    if before_name.len() < window.len() && before_name.ends_with(is_sigil) {
        return Some(EdgeEntity::Name);
    }
    let word = window.rsplit(char::is_whitespace).next()?;
    steps::step(word.len());
    if word.len() == window.len() && window.len() < text.len() {
        return None;
    }
    match Links::new(word).last() {
        Some(link) => word.ends_with(link.as_str()).then_some(EdgeEntity::Url(link.as_str())),
        // A URL is displayed without its scheme: `bbc.co.uk/news/world-eur…`.
        None => (word.contains('.') && word.contains('/')).then_some(EdgeEntity::Url(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_ends_a_text() {
        for (text, expected) in [
            ("see #Tag", Some(EdgeEntity::Name)),
            ("so!#Tag_1", Some(EdgeEntity::Name)),
            (r"@d\_ortiz", Some(EdgeEntity::Name)),
            ("at https://t.co/AbCdEfGhIj", Some(EdgeEntity::Url("https://t.co/AbCdEfGhIj"))),
            ("word.https://t.co/AbCdEfGhIj", Some(EdgeEntity::Url("https://t.co/AbCdEfGhIj"))),
            ("pic.twitter.com/AbCdEfGhIj", Some(EdgeEntity::Url("pic.twitter.com/AbCdEfGhIj"))),
            ("https://t.co/AAAAAAAAAApic.x.com/AbCdEfGhIj", Some(EdgeEntity::Url("pic.x.com/AbCdEfGhIj"))),
            ("bbc.co.uk/news/world-eur…", Some(EdgeEntity::Url("bbc.co.uk/news/world-eur…"))),
            ("word", None),
            ("# ", None),
            ("#", None),
            ("", None),
        ] {
            assert_eq!(entity_at_end(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_entity_is_a_whole_text() {
        for (text, expected) in [
            ("#Tag", true),
            ("@dortiz", true),
            ("https://a.b/c", true),
            ("#Tag x", false),
            ("#a.b", false),
            ("x", false),
        ] {
            assert_eq!(is_entity(text), expected, "{text:?}");
        }
    }
}
