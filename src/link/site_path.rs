//! The paths of X's site that lead to a tweet or an account.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case, take_while1},
    character::complete::{char, digit0, one_of},
    combinator::{eof, map, map_opt, not, opt, peek, recognize, value, verify},
    sequence::{delimited, preceded, terminated},
};

use crate::{
    handle::{Handle, handle},
    status_id::StatusId,
    text::parse::IResult,
};

/// A tweet or an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SitePath {
    /// The id is missing in a URL that was cut short.
    Status {
        handle: Option<Handle>,
        id: Option<StatusId>,
    },
    Profile(Handle),
}

/// `site_path`: the path of a tweet, up to its id or the number of its picture, or of an account.
pub(super) fn site_path(path: &str) -> IResult<&str, SitePath> {
    preceded((opt(tag("/#!")), char('/')), alt((status, profile))).parse(path)
}

/// `status`: `HANDLE/status/ID`, `i/web/status/ID`, `i/status/ID` or `statuses/ID`; and `/photo/1` or `/video/1` after
/// it.
fn status(input: &str) -> IResult<&str, SitePath> {
    let keyword = || (alt((tag_no_case("statuses"), tag_no_case("status"))), char('/'));
    let unnamed = value(None, (tag("i/"), opt(tag("web/")), keyword()));
    let bare = value(None, tag_no_case("statuses/"));
    let named = map(terminated(handle, (char('/'), keyword())), Some);
    let (rest, (handle, id)) = (alt((unnamed, bare, named)), id).parse(input)?;
    let (rest, _) = opt(attachment).parse(rest)?;
    Ok((rest, SitePath::Status { handle, id }))
}

/// `id`: all digits that follow, or the place where they were cut off.
fn id(input: &str) -> IResult<&str, Option<StatusId>> {
    let truncated = value(None, (digit0, cut));
    let whole = map_opt(digit0, |digits: &str| digits.parse().ok().map(Some));
    alt((truncated, whole)).parse(input)
}

/// `cut`: the end of a link that was cut short.
fn cut(input: &str) -> IResult<&str, &str> {
    terminated(alt((tag("…"), tag("..."))), eof).parse(input)
}

/// `attachment`: which of a tweet's pictures or videos.
fn attachment(input: &str) -> IResult<&str, &str> {
    recognize((alt((tag("/photo/"), tag("/video/"))), one_of("1234"))).parse(input)
}

/// `profile`: a handle and nothing else but a query.
fn profile(input: &str) -> IResult<&str, SitePath> {
    let end = (opt(char('/')), alt((eof, recognize(peek(one_of("?#"))))));
    map(delimited(not(peek(page)), handle, end), SitePath::Profile).parse(input)
}

/// `page` of the site that is no account.
fn page(input: &str) -> IResult<&str, &str> {
    let segment = take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_');
    verify(segment, |segment: &str| PAGES.split(' ').any(|page| page.eq_ignore_ascii_case(segment))).parse(input)
}

/// The first segments of the paths of X's own pages.
const PAGES: &str = "about account compose download explore favorites followers following hashtag home i intent jobs \
    login logout messages notifications privacy search settings share signup status statuses tos who_to_follow";

#[cfg(test)]
mod tests {
    use super::*;

    fn status(handle: &str, id: u64) -> SitePath {
        SitePath::Status { handle: Handle::new(handle).ok(), id: StatusId::from_u64(id) }
    }

    #[test]
    fn value_and_remainder() {
        for (path, expected) in [
            ("/dortiz/status/123", Some((status("dortiz", 123), ""))),
            ("/dortiz/statuses/123?s=20", Some((status("dortiz", 123), "?s=20"))),
            ("/dortiz/status/123/photo/1", Some((status("dortiz", 123), ""))),
            ("/dortiz/status/123The", Some((status("dortiz", 123), "The"))),
            ("/#!/dortiz/status/123", Some((status("dortiz", 123), ""))),
            (r"/d\_ortiz/status/123", Some((status("d_ortiz", 123), ""))),
            ("/i/web/status/123", Some((status("", 123), ""))),
            ("/i/status/123", Some((status("", 123), ""))),
            ("/statuses/123", Some((status("", 123), ""))),
            ("/dortiz/status/1415…", Some((status("dortiz", 0), ""))),
            ("/dortiz/status/...", Some((status("dortiz", 0), ""))),
            ("/dortiz/status/", None),
            ("/dortiz/status/99999999999999999999", None),
            ("/dortiz", Some((SitePath::Profile(Handle::new("dortiz").unwrap()), ""))),
            ("/dortiz/?lang=en", Some((SitePath::Profile(Handle::new("dortiz").unwrap()), "?lang=en"))),
            ("/dortiz/likes", None),
            ("/dort…", None),
            ("/search?q=x", None),
            ("/i", None),
            ("/", None),
        ] {
            assert_eq!(site_path(path).ok().map(|(rest, value)| (value, rest)), expected, "{path:?}");
        }
    }
}
