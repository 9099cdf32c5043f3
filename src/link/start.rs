//! The beginnings of links: schemes and hosts of X, also of a link that is glued to the text before it.

use nom::{Parser, branch::alt, bytes::complete::tag};

use super::known_host::{CODE_HOSTS, SHORTEST_CODE};
use crate::text::{
    case::{strip_prefix_ignore_case, strip_suffix_ignore_case},
    parse::IResult,
};

/// The schemes of links.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The beginnings of URLs in a text, in lowercase.
const URL_STARTS: [&str; 6] = {
    let ([https, http], [media, media_x, short]) = (SCHEMES, CODE_HOSTS);
    [https, http, media, media_x, short, "www."]
};

/// `url_start`: one of [`URL_STARTS`].
pub(crate) fn url_start(input: &str) -> IResult<&str, &str> {
    alt(URL_STARTS.map(tag)).parse(input)
}

/// The length of the scheme at the beginning of `text`, its `://` included; 0 without one.
pub(crate) fn scheme_len(text: &str) -> usize {
    let scheme = SCHEMES.iter().find(|scheme| strip_prefix_ignore_case(text, scheme).is_some());
    scheme.map_or(0, |scheme| scheme.len())
}

/// The text before the scheme that ends `text` without its `://`.
pub(super) fn before_scheme(text: &str) -> Option<&str> {
    SCHEMES.iter().find_map(|scheme| strip_suffix_ignore_case(text, scheme.strip_suffix("://")?))
}

/// The start of another link that is glued to the URL at the beginning of `input`, if its `:` or first `.` after `pic`
/// stands at `at`.
///
/// A URL that holds another (`/web/2020/https://…`, `?url=https://…`) has a separator between them.
pub(super) fn glued_link(input: &str, at: usize) -> Option<usize> {
    let (before, rest) = input.split_at_checked(at)?;
    let is_glued = |left: &str| left.ends_with(|c: char| c.is_ascii_alphanumeric());
    let left = if rest.starts_with("://") {
        before_scheme(before).filter(|left| is_glued(left))?
    } else {
        let left = strip_suffix_ignore_case(before, "pic")?;
        let mut hosts = CODE_HOSTS.iter().filter_map(|host| host.strip_prefix("pic"));
        let code = hosts.find_map(|host| strip_prefix_ignore_case(rest, host))?;
        let has_code = code.bytes().take_while(u8::is_ascii_alphanumeric).take(SHORTEST_CODE).count() == SHORTEST_CODE;
        let in_path = left.ends_with('/') && !left.ends_with("//");
        (has_code && (in_path || is_glued(left))).then_some(left)?
    };
    Some(left.len())
}
