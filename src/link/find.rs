//! Finds the next link: hops from `/` to `/`, for every link has one.

use memchr::memchr;

use super::{
    LinkKind,
    host::{CODE_LEN, Host, KnownHost, LONGEST_KNOWN, host_len, is_host_byte},
    path::{Tail, code_len, port_len, tail},
    status_url::{Target, target},
};
use crate::text::{chars::is_sigil, steps};

/// Where a link stands, and what it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: LinkKind,
}

/// How far a link reaches, in bytes, and what it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Extent {
    len: usize,
    kind: LinkKind,
}

/// The first link of `text` that begins at or after `floor`, the end of the link before it.
pub(super) fn next_link(text: &str, floor: usize) -> Option<Found> {
    let mut from = floor;
    loop {
        let slash = from + memchr(b'/', text.as_bytes().get(from..)?)?;
        steps::step(1 + (slash - from) / 8);
        let before = text.get(floor..slash)?;
        let after = text.get(slash..)?;
        let found = match after.strip_prefix("//").filter(|_| before.ends_with(':')) {
            Some(rest) => with_scheme(before, rest, floor),
            None => without_scheme(before, after, floor),
        };
        if found.is_some() {
            return found;
        }
        // Not past the next slash: `https:///t.co/x` is no reason to miss `t.co/x`.
        from = slash + 1;
    }
}

/// The length of the scheme at the beginning of `text`, its `://` included; 0 where there is none.
pub(super) fn scheme_len(text: &str) -> usize {
    ["https://", "http://"].iter().find(|scheme| starts_with_ignore_case(text, scheme)).map_or(0, |scheme| scheme.len())
}

/// The link whose `://` ends `before` and begins `rest`'s host.
fn with_scheme(before: &str, rest: &str, floor: usize) -> Option<Found> {
    let scheme = ["https:", "http:"].into_iter().find(|scheme| ends_with_ignore_case(before, scheme))?;
    let start = before.len() - scheme.len();
    // By twitter-text's rules, `@http://…` is no link.
    if before.get(..start)?.ends_with(is_sigil) {
        return None;
    }
    let extent = after_scheme(rest)?;
    let end = before.len() + "//".len() + extent.len;
    Some(Found { start: floor + start, end: floor + end, kind: extent.kind })
}

/// The link without a scheme whose host ends `before` and whose path begins `after`.
fn without_scheme(before: &str, after: &str, floor: usize) -> Option<Found> {
    let (host_len, known) = known_host(before)?;
    let extent = after_known_host(known, after, false)?;
    let start = before.len() - host_len;
    Some(Found { start: floor + start, end: floor + before.len() + extent.len, kind: extent.kind })
}

/// The host of X that ends `before`, and its length, if a link may begin with it there.
fn known_host(before: &str) -> Option<(usize, KnownHost)> {
    // Media are certain wherever they stand: in `eventpic.twitter.com/…` the space was lost.
    let media = ["pic.twitter.com", "pic.x.com"].into_iter().find(|host| ends_with_ignore_case(before, host));
    if let Some(host) = media {
        let rejected = before.get(..before.len() - host.len())?.ends_with("//");
        return (!rejected).then_some((host.len(), KnownHost::Media));
    }
    let window = before.as_bytes().iter().rev().take(LONGEST_KNOWN + 1);
    let host_len = window.take_while(|&&byte| is_host_byte(byte)).count();
    let (left, host) = before.split_at_checked(before.len() - host_len)?;
    // Part of another address, or by twitter-text's rules of a tag or mention.
    if left.ends_with(|c| c == '/' || is_sigil(c)) {
        return None;
    }
    Some((host_len, KnownHost::new(host)?))
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

/// Codes shorter than that are no whole ones.
const SHORTEST_CODE: usize = 8;

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
    let query = if kind == LinkKind::Short && rest.starts_with('?') { tail(rest).len } else { 0 };
    Some(Extent { len: 1 + code_len + cut_len.max(query), kind })
}

/// The extent of an address whose path should be a code and is empty.
fn root(after: &str) -> Option<Extent> {
    let len = usize::from(after.starts_with('/'));
    let has_code = after.get(len..)?.starts_with(|c: char| c.is_ascii_alphanumeric()) && len > 0;
    (!has_code).then_some(Extent { len, kind: LinkKind::Other })
}

/// The extent of an address of X's site.
fn site(after: &str, has_scheme: bool) -> Option<Extent> {
    let Tail { len: tail_len, .. } = tail(after);
    let shown = after.get(..tail_len)?;
    // A display link may be cut with three dots, too; after an address with a scheme they end the sentence.
    let dots = if !has_scheme && after.get(tail_len..)?.starts_with("...") { "...".len() } else { 0 };
    let whole = after.get(..tail_len + dots)?;
    match target(whole) {
        Ok((rest, Target::Status { .. })) if !rest.starts_with(['/', '?', '#']) => {
            Some(Extent { len: whole.len() - rest.len(), kind: LinkKind::Status })
        }
        Ok((_, Target::Status { .. })) => Some(Extent { len: shown.len(), kind: LinkKind::Status }),
        Ok((_, Target::Profile(_))) => Some(Extent { len: shown.len(), kind: LinkKind::Profile }),
        Err(_) if has_scheme => None,
        Err(_) => (whole.len() > 1).then_some(Extent { len: whole.len(), kind: LinkKind::Other }),
    }
}

/// The extent of any other address, after its host.
fn other(after: &str) -> Option<Extent> {
    let port = port_len(after);
    let Tail { len, .. } = tail(after.get(port..)?);
    Some(Extent { len: port + len, kind: LinkKind::Other })
}

pub(super) fn starts_with_ignore_case(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

pub(super) fn ends_with_ignore_case(text: &str, suffix: &str) -> bool {
    let start = text.len().checked_sub(suffix.len());
    let end = start.and_then(|start| text.as_bytes().get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(suffix.as_bytes()))
}
