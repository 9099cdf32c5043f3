//! The address of a tweet as markup has it: the whole of a `href`, and not a link somewhere in a text.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
    sequence::preceded,
};

use super::{
    known_host::KnownHost,
    site_path::{SitePath, site_path},
    start::scheme_len,
};
use crate::{handle::Handle, status_id::StatusId, text::parse::IResult};

/// A tweet that an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StatusAddress<'a> {
    pub(crate) id: StatusId,
    pub(crate) handle: Option<Handle>,
    /// The address at X itself: of one in an archive, what was archived; `None` at a front end of others.
    pub(crate) url: Option<&'a str>,
}

/// What `address` leads to, if it is the address of a tweet: at X, at a mirror or a front end, or in an archive.
pub(crate) fn status_address(address: &str) -> Option<StatusAddress<'_>> {
    let address = address.trim();
    at_site(address).or_else(|| at_site(archived(address)?))
}

/// `address` at X, a mirror or a front end.
fn at_site(address: &str) -> Option<StatusAddress<'_>> {
    let (path, host) = host(address).ok()?;
    let known = KnownHost::new(host);
    let (rest, SitePath::Status { handle, id: Some(id) }) = site_path(path).ok()? else { return None };
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let url = match known {
        Some(KnownHost::Site | KnownHost::Mirror) => Some(address),
        None if is_front_end(host, rest) => None,
        _ => return None,
    };
    Some(StatusAddress { id, handle, url })
}

/// `host`: what stands between the scheme, which may be missing, and the path; without its port.
fn host(address: &str) -> IResult<&str, &str> {
    let rest = address.get(scheme_len(address)..).unwrap_or_default();
    let (rest, _) = opt(tag("//")).parse(rest)?;
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).ok_or(nom::Err::Error(()))?;
    Ok((path, host.split_once(':').map_or(host, |(name, _)| name)))
}

/// Whether the paths of `host` are those of X: Nitter and its kin, which mark the tweet of a page with `#m`.
fn is_front_end(host: &str, rest: &str) -> bool {
    rest.ends_with("#m") || host.split('.').any(|label| label.eq_ignore_ascii_case("nitter"))
}

/// What is archived at `address`, `https://web.archive.org/web/20210304/https://twitter.com/…`.
fn archived(address: &str) -> Option<&str> {
    let (path, _) = host(address).ok()?;
    let path = path.split(['?', '#']).next()?;
    let scheme = |input| -> IResult<&str, (&str, &str)> {
        preceded(tag("/"), (alt((tag_no_case("https:/"), tag_no_case("http:/"))), tag("/"))).parse(input)
    };
    let at = path.match_indices("/http").find(|&(at, _)| path.get(at..).is_some_and(|rest| scheme(rest).is_ok()))?.0;
    path_onwards(address, path, at + 1)
}

/// `address` from byte `at` of its `path` on, with what follows the path.
fn path_onwards<'a>(address: &'a str, path: &str, at: usize) -> Option<&'a str> {
    let start = address.find(path)?;
    address.get(start + at..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_tweets() {
        for (address, id, handle, url) in [
            ("https://twitter.com/dortiz/status/1415?ref_src=twsrc%5Etfw", 1415, "dortiz", true),
            ("http://twitter.com/#!/dortiz/status/1415", 1415, "dortiz", true),
            ("//x.com/dortiz/statuses/1415", 1415, "dortiz", true),
            (" HTTPS://Mobile.Twitter.com/dortiz/status/1415/photo/1 ", 1415, "dortiz", true),
            ("https://x.com/i/web/status/1415#x", 1415, "", true),
            ("twitter.com/dortiz/status/1415", 1415, "dortiz", true),
            ("https://twitter.com:443/dortiz/status/1415/", 1415, "dortiz", true),
            (
                "https://web.archive.org/web/20210304id_/https://twitter.com/dortiz/status/1415?s=20",
                1415,
                "dortiz",
                true,
            ),
            ("https://nitter.net/dortiz/status/1415#m", 1415, "dortiz", false),
            ("https://nitter.example.org/dortiz/status/1415", 1415, "dortiz", false),
            ("https://birds.example.org/dortiz/status/1415#m", 1415, "dortiz", false),
        ] {
            let found = status_address(address).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(
                (found.id.get(), found.handle, found.url.is_some()),
                (id, Handle::new(handle).ok(), url),
                "{address}"
            );
        }
        let archived = status_address("https://web.archive.org/web/2021/http://twitter.com/a/status/1415?s=20");
        assert_eq!(archived.and_then(|found| found.url), Some("http://twitter.com/a/status/1415?s=20"));
    }

    #[test]
    fn other_addresses() {
        for address in [
            "",
            "https://twitter.com/dortiz",
            "https://twitter.com/dortiz/status/",
            "https://twitter.com/dortiz/status/1415…",
            "https://twitter.com/dortiz/status/1415abc",
            "https://twitter.com/intent/tweet?url=https://twitter.com/dortiz/status/1415",
            "https://example.com/dortiz/status/1415",
            "https://example.com/share?url=/https://twitter.com/dortiz/status/1415",
            "https://pic.twitter.com/dortiz/status/1415",
            "/dortiz/status/1415",
            "see https://twitter.com/dortiz/status/1415",
        ] {
            assert_eq!(status_address(address), None, "{address}");
        }
    }
}
