//! The iterator over links: it goes from `/` to `/`, for every link has one.

use core::{fmt, iter::FusedIterator};

use memchr::memchr;

use super::{
    host::{Host, host_len},
    known_host::{CODE_LEN, KnownHost, SHORTEST_CODE},
    path::{code_len, path_len, port_len},
    site_path::{SitePath, site_path},
    start::before_scheme,
    types::{Link, LinkKind},
};
use crate::text::{chars::is_sigil, steps};

/// The links of a text, in its order and without overlap.
///
/// It finds
///
/// * the URLs of X, with or without `http://` or `https://`: `pic.twitter.com/…`, `pic.x.com/…`, `t.co/…`, tweets
///   and accounts at `twitter.com` or `x.com` and their hosts `www.`, `mobile.` and `m.`, and tweets at the mirrors
///   `vxtwitter.com`, `fxtwitter.com`, `fixvx.com` and `fixupx.com`;
/// * any other `http://` or `https://` URL of a host with a domain name.
///
/// URLs end where twitter-text ends them: before trailing punctuation, but after balanced parentheses. Unlike there, an
/// unbalanced `)` or `]` always ends a URL, as in a Markdown link.
///
/// Flattening loses the space before and after a link. So a link may be glued to a word or to the previous link, and
/// codes end after their known length: ten letters and digits after `pic.twitter.com/` and `t.co/` (eight until about
/// 2013, read only if nothing is glued to the code).
///
/// ```
/// use embedded_tweet::Links;
///
/// let text = "https://t.co/AAAAAAAAAApic.twitter.com/BBBBBBBBBBThe mayor (https://example.com/a_(b)).";
/// let links: Vec<_> = Links::new(text).map(|link| link.as_str()).collect();
/// assert_eq!(links, ["https://t.co/AAAAAAAAAA", "pic.twitter.com/BBBBBBBBBB", "https://example.com/a_(b)"]);
/// ```
///
/// # Complexity
///
/// *O*(n) for all links of a text of n bytes, without allocation. A text without `/` costs the search for that byte.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Links<'t> {
    text: &'t str,
    /// The offset of `text` in its document.
    offset: usize,
    /// The end of the last link.
    at: usize,
    /// The second part of a text in two parts, and its offset in the document.
    rest: Option<(&'t str, usize)>,
}

impl<'t> Links<'t> {
    /// The links of `text`, which may be any text.
    ///
    /// ```
    /// # use embedded_tweet::Links;
    /// assert_eq!(Links::new("see t.co/AbCdEf1234").next().unwrap().as_str(), "t.co/AbCdEf1234");
    /// ```
    pub fn new(text: &'t str) -> Self {
        Self::at(text, 0)
    }

    /// The links of `text`, which stands at byte `offset` of its document.
    pub(crate) fn at(text: &'t str, offset: usize) -> Self {
        Self { text, offset, at: 0, rest: None }
    }

    /// These links, and then those of `rest`, which stands at this byte offset of the same document.
    pub(crate) fn and_at(self, rest: Option<(&'t str, usize)>) -> Self {
        Self { rest, ..self }
    }

    /// The next link of this part of the text.
    fn next_of_part(&mut self) -> Option<Link<'t>> {
        let mut from = self.at;
        while let Some(distance) = memchr(b'/', self.text.as_bytes().get(from..)?) {
            steps::step(1 + distance / 8);
            let slash = from + distance;
            let before = self.text.get(self.at..slash)?;
            if let Some((left, extent)) = link_around(before, self.text.get(slash..)?) {
                let (start, end) = (self.at + left.len(), slash + extent.len);
                self.at = end;
                return Some(Link::new(self.text.get(start..end)?, self.offset + start, extent.kind));
            }
            // Not past the next slash: `https:///t.co/x` is no reason to miss `t.co/x`.
            from = slash + 1;
        }
        self.at = self.text.len();
        None
    }
}

impl<'t> Iterator for Links<'t> {
    type Item = Link<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let link = self.next_of_part();
        if link.is_some() {
            return link;
        }
        let (text, offset) = self.rest.take()?;
        *self = Self::at(text, offset);
        self.next_of_part()
    }
}

impl FusedIterator for Links<'_> {}

impl fmt::Debug for Links<'_> {
    /// Writes the byte at which the search goes on, and not the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Links").field("at", &(self.offset + self.at)).finish_non_exhaustive()
    }
}

/// The extent of a link from one of its slashes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Extent {
    /// In bytes.
    len: usize,
    kind: LinkKind,
}

/// The link whose first slash begins `after`, and the text before the link; `before` begins at the end of the previous
/// link.
fn link_around<'t>(before: &'t str, after: &str) -> Option<(&'t str, Extent)> {
    if let (Some(before), Some(rest)) = (before.strip_suffix(':'), after.strip_prefix("//")) {
        let left = before_scheme(before)?;
        // By twitter-text's rules, `@http://…` is no link.
        let extent = if left.ends_with(is_sigil) { None } else { after_scheme(rest) }?;
        return Some((left, Extent { len: "//".len() + extent.len, ..extent }));
    }
    let (left, known) = KnownHost::at_end(before)?;
    let is_part_of_other = match known {
        KnownHost::Media => left.ends_with("//"),
        // Of another URL, or by twitter-text's rules of a hashtag or mention.
        _ => left.ends_with(|c| c == '/' || is_sigil(c)),
    };
    let extent = if is_part_of_other { None } else { after_known_host(known, after, false) }?;
    Some((left, extent))
}

/// The extent of a link from its host on.
fn after_scheme(rest: &str) -> Option<Extent> {
    let host_len = match host_len(rest)? {
        Host::Whole(len) => len,
        Host::Cut(len) => return Some(Extent { len, kind: LinkKind::Other }),
    };
    let (host, after) = rest.split_at_checked(host_len)?;
    let extent = match KnownHost::new(host) {
        Some(known @ (KnownHost::Media | KnownHost::Short)) => after_known_host(known, after, true).or(root(after)),
        Some(known) => after_known_host(known, after, true).or_else(|| other(after)),
        None => other(after),
    }?;
    Some(Extent { len: host_len + extent.len, ..extent })
}

/// The extent of a link of X from the `/` after its host on.
fn after_known_host(known: KnownHost, after: &str, has_scheme: bool) -> Option<Extent> {
    match known {
        KnownHost::Media => code(after, LinkKind::Media),
        KnownHost::Short => code(after, LinkKind::Short),
        KnownHost::Site => site(after, has_scheme),
        KnownHost::Mirror => site(after, has_scheme).filter(|extent| extent.kind == LinkKind::Status),
    }
}

/// The extent of a link whose path is a code: `/AbCdEf1234`.
fn code(after: &str, kind: LinkKind) -> Option<Extent> {
    let path = after.strip_prefix('/')?;
    let code_len = code_len(path, kind == LinkKind::Short)?;
    let rest = path.get(code_len..)?;
    let cut_len = if code_len < CODE_LEN && rest.starts_with('…') {
        '…'.len_utf8()
    } else if code_len < SHORTEST_CODE && rest.starts_with("...") {
        "...".len()
    } else {
        0
    };
    if code_len == 0 && cut_len == 0 {
        return None;
    }
    let query = if kind == LinkKind::Short && rest.starts_with('?') { path_len(rest) } else { 0 };
    Some(Extent { len: 1 + code_len + cut_len.max(query), kind })
}

/// The extent of a URL whose path should be a code and is empty.
fn root(after: &str) -> Option<Extent> {
    let len = usize::from(after.starts_with('/'));
    let has_code = after.get(len..)?.starts_with(|c: char| c.is_ascii_alphanumeric()) && len > 0;
    (!has_code).then_some(Extent { len, kind: LinkKind::Other })
}

/// The extent of a URL of X's site.
fn site(after: &str, has_scheme: bool) -> Option<Extent> {
    let path_len = path_len(after);
    let shown = after.get(..path_len)?;
    // A display link may be cut with three dots, too; after a URL with a scheme they end the sentence.
    let dots = if !has_scheme && after.get(path_len..)?.starts_with("...") { "...".len() } else { 0 };
    let whole = after.get(..path_len + dots)?;
    match site_path(whole) {
        Ok((rest, SitePath::Status { .. })) if !rest.starts_with(['/', '?', '#']) => {
            Some(Extent { len: whole.len() - rest.len(), kind: LinkKind::Status })
        }
        Ok((_, SitePath::Status { .. })) => Some(Extent { len: shown.len(), kind: LinkKind::Status }),
        Ok((_, SitePath::Profile(_))) => Some(Extent { len: shown.len(), kind: LinkKind::Profile }),
        Err(_) if has_scheme => None,
        Err(_) => (whole.len() > 1).then_some(Extent { len: whole.len(), kind: LinkKind::Other }),
    }
}

/// The extent of any other URL, after its host.
fn other(after: &str) -> Option<Extent> {
    let port_len = port_len(after);
    Some(Extent { len: port_len + path_len(after.get(port_len..)?), kind: LinkKind::Other })
}
