//! What X makes a link of (a tag, a mention, a cashtag, an address), as the end or the beginning of a piece of text.
//!
//! Coarser than what [`Links`](crate::Links) finds: it only tells converters' additions from what the author wrote.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while1,
    character::complete::{anychar, one_of},
    combinator::{peek, recognize, verify},
    sequence::{pair, preceded},
};

use crate::{
    link::{URL_STARTS, url_start},
    text::{parse::IResult, steps},
};

/// What tags, mentions and cashtags begin with.
const SIGILS: &str = "#＃@＠$";

/// `anchor_start`: the first characters of what is linked in a tweet.
pub(crate) fn anchor_start(input: &str) -> IResult<&str, &str> {
    let sigil = recognize(preceded(one_of(SIGILS), verify(anychar, |c| is_name(*c))));
    alt((peek(sigil), url_start)).parse(input)
}

/// `name`: sigil and name of a tag, mention or cashtag.
fn name(input: &str) -> IResult<&str, &str> {
    recognize(pair(one_of(SIGILS), take_while1(is_name))).parse(input)
}

fn is_name(c: char) -> bool {
    // A mark belongs to the letter before it, and some scripts have no word without one.
    c.is_alphanumeric()
        || matches!(c, '_' | '\\' | '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

/// Whether `text` begins with what is linked in a tweet.
pub(super) fn begins_with_anchor(text: &str) -> bool {
    anchor_start(text).is_ok()
}

/// Whether `text` is one tag, mention, cashtag or address.
pub(super) fn is_anchor(text: &str) -> bool {
    matches!(name(text), Ok(("", _))) || url_start(text).is_ok() && !text.contains(char::is_whitespace)
}

/// What is linked at the end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor<'s> {
    /// A tag, mention or cashtag.
    Name,
    Address(&'s str),
}

/// The longest address or tag that is looked for.
const LONGEST: usize = 400;

/// What is linked at the end of `text`.
pub(super) fn anchor_at_end(text: &str) -> Option<Anchor<'_>> {
    let mut word_start = text.len();
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() {
            break;
        }
        if text.len() - at > LONGEST {
            return None;
        }
        word_start = at;
        steps::step(1);
        if SIGILS.contains(c) && matches!(name(text.get(at..)?), Ok(("", _))) {
            return Some(Anchor::Name);
        }
    }
    let word = text.get(word_start..)?;
    // All addresses have one of them.
    if !word.contains(['/', '.']) {
        return None;
    }
    steps::step(2 * word.len());
    let start = URL_STARTS.iter().filter_map(|address| word.rfind(address)).max();
    // The last but longest beginning: `https://t.co/` holds `t.co/`.
    let start = match start {
        Some(start) => URL_STARTS.iter().filter_map(|address| overlapping(word, address, start)).min()?,
        // An address is shown without its scheme: `bbc.co.uk/news/world-eur…`.
        None if word.contains('.') && word.contains('/') => 0,
        None => return None,
    };
    word.get(start..).map(Anchor::Address)
}

/// Where the last `address` in `word` begins, if it reaches over `start`.
fn overlapping(word: &str, address: &str, start: usize) -> Option<usize> {
    word.rfind(address).filter(|&at| at <= start && at + address.len() >= start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_ends_a_text() {
        for (text, expected) in [
            ("see #Tag", Some(Anchor::Name)),
            ("so!#Tag_1", Some(Anchor::Name)),
            (r"@d\_ortiz", Some(Anchor::Name)),
            ("at https://t.co/AbCdEfGhIj", Some(Anchor::Address("https://t.co/AbCdEfGhIj"))),
            ("word.https://t.co/AbCdEfGhIj", Some(Anchor::Address("https://t.co/AbCdEfGhIj"))),
            ("pic.twitter.com/AbCdEfGhIj", Some(Anchor::Address("pic.twitter.com/AbCdEfGhIj"))),
            ("https://t.co/AAAAAAAAAApic.x.com/AbCdEfGhIj", Some(Anchor::Address("pic.x.com/AbCdEfGhIj"))),
            ("bbc.co.uk/news/world-eur…", Some(Anchor::Address("bbc.co.uk/news/world-eur…"))),
            ("word", None),
            ("# ", None),
            ("#", None),
            ("", None),
        ] {
            assert_eq!(anchor_at_end(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_anchor_is_a_whole_text() {
        for (text, expected) in [
            ("#Tag", true),
            ("@dortiz", true),
            ("https://a.b/c", true),
            ("#Tag x", false),
            ("#a.b", false),
            ("x", false),
        ] {
            assert_eq!(is_anchor(text), expected, "{text:?}");
        }
    }
}
