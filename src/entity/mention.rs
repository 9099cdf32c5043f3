//! `@mention` and `@owner/list`, by the rules of twitter-text.

use nom::{
    Parser,
    bytes::complete::{take_while, take_while_m_n},
    character::complete::{char, one_of},
    combinator::{opt, recognize, verify},
    sequence::preceded,
};

use super::cashtag::is_space;
use crate::{
    handle::{Handle, is_handle_byte},
    text::{chars::is_accented_latin, parse::IResult},
};

/// `mention`: the sigil and a handle, and the name of a list where one follows; gives the list's `/name`.
pub(super) fn mention(input: &str) -> IResult<&str, Option<&str>> {
    preceded((at_sign, screen_name), opt(list_slug)).parse(input)
}

/// `at_sign`, the full-width one of Japanese keyboards too.
fn at_sign(input: &str) -> IResult<&str, char> {
    one_of("@＠").parse(input)
}

/// `screen_name`: as many characters of a handle as a handle can have.
fn screen_name(input: &str) -> IResult<&str, &str> {
    take_while_m_n(1, Handle::MAX_LEN, is_handle_char).parse(input)
}

/// `list_slug`: `/` and a name of at most 25 characters that begins with a letter.
fn list_slug(input: &str) -> IResult<&str, &str> {
    let name = verify(take_while_m_n(1, 25, |c| is_handle_char(c) || c == '-'), |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    recognize((char('/'), name)).parse(input)
}

fn is_handle_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_handle_byte)
}

/// Whether a mention may be followed by `after`: not by another sigil, the `://` of a URL, an accented letter, or more
/// of the handle behind an escape.
pub(super) fn may_precede(after: &str) -> bool {
    !after.starts_with("://")
        && !goes_on_escaped(after)
        && !after.starts_with(|c| matches!(c, '@' | '＠') || is_accented_latin(c))
}

/// Whether a name goes on with an underscore that markup escapes, `@kim\_lee`: the part before it names somebody else.
pub(super) fn goes_on_escaped(after: &str) -> bool {
    after.starts_with("\\_") || after.starts_with("&#95;")
}

/// Whether a mention may follow `before`, which ends the text before it; `bare` where `before` reaches the beginning of
/// the text.
pub(super) fn may_follow(before: &str, bare: bool) -> bool {
    let Some(last) = before.chars().next_back() else { return bare };
    if !is_handle_char(last) && !matches!(last, '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠') {
        return true;
    }
    // `RT@handle`, where `RT` is a word of its own.
    let Some(word) = before.strip_suffix(['t', 'T']).and_then(|rest| rest.strip_suffix(['r', 'R'])) else {
        return false;
    };
    word.chars().next_back().map_or(bare, |c| !is_handle_char(c) && !matches!(c, '+' | '~' | '.' | '-'))
}

/// The account to which a tweet with this text replies: the mention at its very beginning.
pub(crate) fn reply_to(text: &str) -> Option<Handle> {
    let (after, handle) = reply(text).ok()?;
    if may_precede(after) { Handle::new(handle).ok() } else { None }
}

/// `reply`: a mention after nothing but whitespace.
fn reply(input: &str) -> IResult<&str, &str> {
    preceded((take_while(is_space), at_sign), screen_name).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_remainder() {
        for (input, expected) in [
            ("@dana rest", Some((None, " rest"))),
            ("＠danaさん", Some((None, "さん"))),
            ("@dana/my-list!", Some((Some("/my-list"), "!"))),
            ("@dana/7", Some((None, "/7"))),
            ("@a23456789012345678901", Some((None, "1"))),
            ("@", None),
            ("@ñ", None),
        ] {
            assert_eq!(mention(input).ok().map(|(rest, list)| (list, rest)), expected, "{input:?}");
        }
    }

    #[test]
    fn a_mention_follows_no_word_but_rt() {
        for (before, allowed) in [
            ("", true),
            (" ", true),
            ("の", true),
            (".", true),
            ("(", true),
            ("RT", true),
            (" rt", true),
            ("RT:", true),
            ("a", false),
            ("art", false),
            ("-RT", false),
            ("@", false),
            ("&", false),
        ] {
            assert_eq!(may_follow(before, true), allowed, "{before:?}");
        }
        assert!(!may_follow("", false));
        assert!(!may_follow("RT", false));
    }

    #[test]
    fn a_reply_begins_with_a_mention() {
        for (text, handle) in [
            ("@dana yes", Some("dana")),
            (" \u{3000}@dana yes", Some("dana")),
            (".@dana yes", None),
            ("yes @dana", None),
            ("@http://example.com", None),
            ("", None),
        ] {
            assert_eq!(
                reply_to(text).map(|handle| handle.to_string()),
                handle.map(|handle| format!("@{handle}")),
                "{text:?}"
            );
        }
    }
}
