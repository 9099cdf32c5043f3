//! Parts of a text between handle and date: some versions of trafilatura print the links of a tweet, or all but its
//! first line, behind the author, `— Dana Ortiz (@dortiz)[#bridges][pic.twitter.com/AbCdEf1234][July 14, 2021]`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, satisfy},
    combinator::{consumed, opt, recognize, verify},
    sequence::{delimited, preceded},
};

use super::handle_and_date::{LinkedDate, dated, markdown_date};
use crate::{
    handle::Handle,
    length::fits_tweet,
    link::Links,
    markup::destination::link_target,
    text::{
        chars::{is_hash_sign, is_sigil},
        offset::first_bytes,
        parse::{IResult, mismatch, parsed, repeated},
        steps,
        whitespace::{gap0, is_line_break, is_whitespace, line_breaks, trim_gap_end},
    },
};

/// A date, and the part of the text before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MovedDate<'t> {
    pub(super) text: &'t str,
    pub(super) date: LinkedDate<'t>,
}

/// Whether a date's `link` may be that of a tweet of `author`: it leads to nobody else's.
pub(super) fn may_be_of(author: Handle, link: &str) -> bool {
    Links::new(link).next().and_then(|link| link.handle()).is_none_or(|handle| handle == author)
}

/// `moved_date`: a date behind parts of the text.
pub(super) fn moved_date(input: &str) -> IResult<&str, MovedDate<'_>> {
    alt((date_behind_links, date_behind_lines)).parse(input)
}

/// The most links of a tweet that are read.
const MOST_LINKS: usize = 16;

/// `date_behind_links`: nothing but links, hashtags and mentions stand before the date.
fn date_behind_links(input: &str) -> IResult<&str, MovedDate<'_>> {
    let links = recognize(repeated(1, MOST_LINKS, preceded(gap0, moved_link)));
    let (rest, (_, text, gap)) = (gap0, links, gap0).parse(input)?;
    if line_breaks(gap) > 1 && !rest.starts_with('[') {
        return mismatch();
    }
    let (rest, date) = dated(rest)?;
    Ok((rest, MovedDate { text, date }))
}

/// `moved_link`: `[#bridges]`, `[@annbell](https://twitter.com/annbell)`, `pic.twitter.com/AbCdEf1234`.
fn moved_link(input: &str) -> IResult<&str, &str> {
    let label = verify(take_while_m_n(1, LONGEST_LABEL, |c| !is_bracket_or_break(c)), is_entity);
    let bracketed = recognize((delimited(char('['), label, char(']')), opt(link_target)));
    alt((bracketed, bare_link, hashtag)).parse(input)
}

/// The longest display link, hashtag or mention, in characters.
const LONGEST_LABEL: usize = 140;

fn is_bracket_or_break(c: char) -> bool {
    matches!(c, '[' | ']') || is_line_break(c)
}

/// Whether `label` is a hashtag, a mention, a cashtag or a link.
fn is_entity(label: &str) -> bool {
    !label.contains(is_whitespace) && (label.starts_with(is_sigil) || label.contains('/'))
}

/// `bare_link`: a link without markup, without the words glued to it. A link to a tweet is the attribution's own.
fn bare_link(input: &str) -> IResult<&str, &str> {
    let (_, word) = take_while_m_n(1, LONGEST_LABEL, |c| !is_bracket_or_break(c) && !is_whitespace(c)).parse(input)?;
    let link = Links::new(word).next().filter(|link| link.span().start == 0 && link.status_id().is_none());
    parsed(link.and_then(|link| input.split_at_checked(link.as_str().len())).map(|(link, rest)| (rest, link)))
}

/// `hashtag`: a word behind its sign.
fn hashtag(input: &str) -> IResult<&str, &str> {
    let word = take_while_m_n(1, LONGEST_LABEL, |c: char| c.is_alphanumeric() || c == '_');
    recognize((satisfy(is_hash_sign), word)).parse(input)
}

/// The most bytes of the lines before a date: a tweet of 280 characters, with its links in markup.
const LONGEST_LINES: usize = 1400;

/// `date_behind_lines`: words stand before the date, which is in brackets.
///
/// The words begin a line, or are glued to the handle. Behind a space, they would be a sentence about the author.
fn date_behind_lines(input: &str) -> IResult<&str, MovedDate<'_>> {
    let (body, gap) = gap0(input)?;
    if !gap.is_empty() && !gap.contains(is_line_break) {
        return mismatch();
    }
    let window = first_bytes(body, LONGEST_LINES);
    for at in memchr::memchr_iter(b'[', window.as_bytes()) {
        steps::step(4);
        let (text, from_date) = body.split_at_checked(at).unwrap_or_default();
        let Ok((rest, (link, date))) = consumed(markdown_date).parse(from_date) else {
            continue;
        };
        let text = trim_gap_end(text);
        let is_read = link.contains(']') && !text.is_empty() && !text.contains("(@") && fits_tweet(text);
        return parsed(is_read.then_some((rest, MovedDate { text, date })));
    }
    mismatch()
}
