//! The rest of a URL after its host: port, path and query, or the code of a short link.
//!
//! The characters are those of twitter-text's `validGeneralUrlPathChars` and `validUrlQueryChars`.

use nom::{
    Parser,
    bytes::complete::take_while,
    character::complete::{char, digit1},
    combinator::recognize,
    multi::many0_count,
    sequence::delimited,
};

use super::{
    known_host::CODE_LEN,
    start::{glued_link, scheme_len},
};
use crate::text::{chars::is_accented_latin, parse::IResult, steps};

/// The length of the path and the query at the beginning of `input`, the `…` of a cut included; both may be missing.
pub(super) fn path_len(input: &str) -> usize {
    let (path_len, is_cut) = if input.starts_with('/') { part(input, 0, Part::Path) } else { (0, false) };
    // A `?` of which no query follows is punctuation.
    let has_query = !is_cut && input.get(path_len..).is_some_and(|rest| rest.starts_with('?'));
    if has_query { part(input, path_len, Part::Query).0 } else { path_len }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Path,
    Query,
}

/// The end of the part of a URL that begins at `start` in `input`, and whether it was cut short with `…`.
///
/// Looks at each character once, and at those in parentheses or brackets that are not closed at most three times.
fn part(input: &str, start: usize, part: Part) -> (usize, bool) {
    let mut at = start;
    // The part ends after the last character that can end one: punctuation before a space is not part of it.
    let mut end = start;
    while let Some(rest) = input.get(at..) {
        steps::step(1);
        let Some(c) = rest.chars().next() else { break };
        let step = match c {
            '…' => return (at + c.len_utf8(), true),
            '(' => group_len(parentheses(rest)),
            '[' => group_len(brackets(rest)),
            '\\' => escape_len(rest),
            ':' | '.' => match glued_link(input, at) {
                Some(glue) => return (glue, false),
                None => Some(c.len_utf8()),
            },
            c => part.holds(c).then(|| c.len_utf8()),
        };
        let Some(step) = step else { break };
        at += step;
        let escaped = if c == '\\' { rest.chars().nth(1) } else { None };
        if c == '(' || part.ends_with(escaped.unwrap_or(c)) {
            end = at;
        }
    }
    (end, false)
}

impl Part {
    /// Whether `c` may stand in the part; parentheses and brackets are not asked about.
    fn holds(self, c: char) -> bool {
        if c.is_ascii() {
            return c.is_ascii_alphanumeric() || "!*';:=+,.$/%#-_~@|&".contains(c) || (self == Self::Query && c == '?');
        }
        self == Self::Path && (c == '–' || is_word_char(c))
    }

    /// Whether the part may end with `c`.
    fn ends_with(self, c: char) -> bool {
        match self {
            Self::Path => c.is_ascii_alphanumeric() || "+-=_#/".contains(c) || is_word_char(c),
            Self::Query => c.is_ascii_alphanumeric() || "-_&=#/".contains(c),
        }
    }
}

/// Letters of paths other than ASCII: Cyrillic, and Latin with accents.
fn is_word_char(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}') || is_accented_latin(c)
}

/// `parentheses`: balanced, with one level inside at most, as in `/wiki/Primer_(film)`.
fn parentheses(input: &str) -> IResult<&str, &str> {
    let inner = delimited(char('('), inside, char(')'));
    recognize(delimited(char('('), (inside, many0_count((inner, inside))), char(')'))).parse(input)
}

/// `brackets`, as in `?id[]=1`; not those of a Markdown link that follows.
fn brackets(input: &str) -> IResult<&str, &str> {
    recognize(delimited(char('['), inside, char(']'))).parse(input)
}

/// `inside` of parentheses and brackets; may be empty.
fn inside(input: &str) -> IResult<&str, &str> {
    let held = |c| {
        steps::step(1);
        Part::Path.holds(c)
    };
    take_while(held).parse(input)
}

/// The length of a group that was found, unless it is empty or the target of a Markdown link.
fn group_len(group: IResult<&str, &str>) -> Option<usize> {
    let (_, group) = group.ok()?;
    let is_target = scheme_len(group.get(1..)?) > 0;
    (group != "()" && !is_target).then_some(group.len())
}

/// The length of a character that Markdown escaped, or of one by its number in a string of JSON: `\u0026`.
fn escape_len(rest: &str) -> Option<usize> {
    if let Some(digits) = rest.strip_prefix("\\u00") {
        let number = digits.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
        return (number.is_ascii() && (Part::Query.holds(char::from(number)))).then_some(6);
    }
    let escaped = rest.chars().nth(1)?;
    (escaped.is_ascii_punctuation() && Part::Path.holds(escaped)).then_some(2)
}

/// `port`: its length with the colon; 0 without one.
pub(super) fn port_len(input: &str) -> usize {
    let port: IResult<&str, &str> = recognize((char(':'), digit1)).parse(input);
    port.map_or(0, |(_, port)| port.len())
}

/// The longest word that may be glued to a code.
const LONGEST_WORD: usize = 20;
/// The longest code to twitter-text.
const LONGEST_CODE: usize = 40;

/// The length of the code at the beginning of `input`, without a word or link that is glued to it; may be 0.
///
/// To twitter-text, codes of `t.co` have no fixed length. So with `lenient`, up to forty letters and digits that are
/// too many for a code and a glued word are one code, and more are none.
pub(super) fn code_len(input: &str, lenient: bool) -> Option<usize> {
    let run = input.bytes().take(LONGEST_CODE + 1).take_while(u8::is_ascii_alphanumeric).count();
    // The scheme or host of a link that is glued to the code is at the end of the run.
    let run = match input.get(run..)?.chars().next() {
        Some(':' | '.') => glued_link(input, run).or_else(|| glued_at_beginning(input, run)).unwrap_or(run),
        _ => run,
    };
    match run {
        0..=CODE_LEN => Some(run),
        run if lenient && run > LONGEST_CODE => None,
        run if lenient && run > CODE_LEN + LONGEST_WORD => Some(run),
        _ => Some(CODE_LEN),
    }
}

/// Whether the run is nothing but the scheme of a glued link.
fn glued_at_beginning(input: &str, run: usize) -> Option<usize> {
    (scheme_len(input) == run + "://".len()).then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::Marked;

    #[test]
    fn paths_and_queries_end_before_punctuation() {
        for marked in [
            "‖",
            "/‖",
            "/a.b‖, c",
            "/a‖.",
            "/a/‖?",
            "/a?b=c&d‖",
            "/a‖.?b",
            "?#a‖",
            "/a_(b)‖.",
            "/a_(b_(c)_d)‖",
            "/a‖)",
            "/a?b=c‖)",
            "/a‖(b",
            "/a‖](https://example.com/a)",
            "/a?b[]=1‖",
            "/a[b](c)‖",
            "/a‖[July 14",
            r"/a\_b\_‖",
            r"/a‖\ b",
            r"/a?b=c\u0026d=e‖\u201d",
            r"/a‖\nb",
            "/слова‖日",
            "/a…‖",
            "/a.…‖b",
            "/a‖https://b",
            "/web/https://b.c‖",
            "/‖pic.twitter.com/AbCdEf1234",
            "/a‖pic.twitter.com/AbCdEf1234",
            "/topic.twitter.com/x‖",
        ] {
            let marked = Marked::read(marked);
            assert_eq!(path_len(&marked.text), marked.place(), "{marked:?}");
        }
    }

    #[test]
    fn codes_end_where_something_is_glued_to_them() {
        for marked in [
            "AbCdEf1234‖",
            "AbCdEf12‖",
            "AbCdEf1234‖The mayor",
            "AbCdEf12‖https://t.co/",
            "AbCdEf12‖pic.twitter.com/AbCdEf1234",
            "‖https://t.co/",
            "‖-",
            "abcdefghijklmnopqrstuvwxyz0123456789‖",
        ] {
            let marked = Marked::read(marked);
            assert_eq!(code_len(&marked.text, true), Some(marked.place()), "{marked:?}");
        }
        assert_eq!(code_len("abcdefghijklmnopqrstuvwxyz0123456789abcde", true), None);
    }
}
