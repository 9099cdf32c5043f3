//! The tweet that the destination of a link leads to.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::char,
    combinator::{map, peek, verify},
    sequence::{delimited, preceded, terminated},
};

use super::link::{inline_destination, is_absolute, printed_destination, url};
use crate::{
    handle::Handle,
    link::Links,
    status_id::StatusId,
    text::{
        parse::{IResult, parsed},
        steps,
        whitespace::{gap0, line_end},
    },
};

/// The status id and the handle in a destination; empty if it leads elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Destination {
    pub(crate) status_id: Option<StatusId>,
    pub(crate) handle: Option<Handle>,
}

impl Destination {
    fn of(url: &str) -> Self {
        steps::step(url.len());
        let status = Links::new(url).next().filter(|link| link.status_id().is_some());
        Self { status_id: status.and_then(|link| link.status_id()), handle: status.and_then(|link| link.handle()) }
    }

    /// The status id, unless it is that of another author's tweet.
    pub(crate) fn status_of(self, author: Handle) -> Option<StatusId> {
        self.status_id.filter(|_| self.handle.is_none_or(|handle| handle == author))
    }
}

/// The handle in a `url` of a status, as it is written there.
pub(crate) fn written_handle(url: &str) -> Option<&str> {
    let is_status = |path: &str| path.starts_with('/') || path.starts_with("es/");
    let mut paths = url.match_indices("/status").map(|(at, status)| url.split_at(at + status.len()));
    let (before, _) = paths.find(|(_, path)| is_status(path))?;
    before.rsplit('/').nth(1)
}

/// `link_target`: `(https://twitter.com/dortiz/status/1 "title")` after the `]` of a Markdown link.
pub(crate) fn link_target(input: &str) -> IResult<&str, Destination> {
    // With whitespace in it, it is the remains of a broken link.
    let unbroken = verify(inline_destination, |url: &str| !url.contains(char::is_whitespace));
    map(unbroken, Destination::of).parse(input)
}

/// `bare_target`: a URL up to whitespace or the bracket `end`.
pub(crate) fn bare_target<'i>(end: char) -> impl Parser<&'i str, Output = Destination, Error = ()> {
    let delimiters = match end {
        '>' => "<>",
        '}' => "{}",
        _ => "[]",
    };
    map(url(delimiters), Destination::of)
}

/// `target_within`: the attributes of a start tag, at most so many characters, one of which is a URL.
pub(crate) fn target_within<'i>(most: usize) -> impl Parser<&'i str, Output = Destination, Error = ()> {
    map(take_while_m_n(1, most, |c| !matches!(c, '<' | '>')), Destination::of)
}

/// `printed_url`: a URL that stands for itself, up to whitespace or brackets: with a scheme, or a tweet's.
pub(crate) fn printed_url(input: &str) -> IResult<&str, Destination> {
    let (_, address) = url("<>[]{}").parse(input)?;
    let address = address.trim_end_matches(['.', ',', ')']);
    let found = Destination::of(address);
    let rest = input.get(address.len()..).filter(|_| is_absolute(address) || found.status_id.is_some());
    parsed(rest.map(|rest| (rest, found)))
}

/// `worded_status_link`: a link to a tweet whose text is a word or a mark,
/// ` [link](https://twitter.com/dortiz/status/1)`, in parentheses or not.
pub(crate) fn worded_status_link(input: &str) -> IResult<&str, Destination> {
    let text = || (char('['), take_while_m_n(1, LONGEST_WORD, |c: char| !matches!(c, '[' | ']' | '\n')), char(']'));
    let bare = || preceded(text(), link_target);
    let link = alt((bare(), delimited(char('('), bare(), char(')'))));
    verify(preceded(gap0, link), |found: &Destination| found.status_id.is_some()).parse(input)
}

/// The longest text of such a link, in characters.
const LONGEST_WORD: usize = 40;

/// `bare_status_url`: the URL of a tweet and nothing else in the line.
pub(crate) fn bare_status_url(input: &str) -> IResult<&str, Destination> {
    // A status URL holds no mark of a handle, so that each byte is looked at for one handle only.
    let url = take_while_m_n(1, LONGEST_STATUS_URL, |c: char| {
        !c.is_whitespace() && !matches!(c, '@' | '(' | ')' | '[' | ']')
    });
    let of_tweet = verify(map(terminated(url, line_end), Destination::of), |found| found.status_id.is_some());
    preceded((gap0, peek(tag("http"))), of_tweet).parse(input)
}

/// The longest URL of a tweet with its query, in characters.
const LONGEST_STATUS_URL: usize = 200;

/// `status_target`: a tweet's URL in brackets behind a link's text: ` (https://twitter.com/dortiz/status/1)`,
/// ` [https://…]`, ` <https://…>`, `[](https://…)`; or as the text of a link whose end is wrapped, ` [[https://…](…`.
pub(crate) fn status_target(input: &str) -> IResult<&str, Destination> {
    let linked = preceded(char('['), alt((preceded(char(']'), inline_destination), printed_destination)));
    let bracketed = alt((printed_destination, linked));
    verify(map(preceded(gap0, bracketed), Destination::of), |found: &Destination| found.status_id.is_some())
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_handle_of_a_status_is_the_part_of_its_path_before() {
        for (url, handle) in [
            ("https://twitter.com/dortiz/status/1415245567461347331", Some("dortiz")),
            ("https://x.com/x/status/1415245567461347331", Some("x")),
            (r"https://twitter.com/d\_ortiz/statuses/1415245567461347331?s=20", Some(r"d\_ortiz")),
            ("https://twitter.com/status_quo/status/1415245567461347331", Some("status_quo")),
            ("https://twitter.com/dortiz", None),
            ("https://twitter.com/status_quo", None),
        ] {
            assert_eq!(written_handle(url), handle, "{url:?}");
        }
    }
}
