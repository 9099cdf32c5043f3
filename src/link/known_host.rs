//! The hosts of X, and the codes in the paths of two of them.

use crate::text::case::strip_suffix_ignore_case;

/// A host of X.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KnownHost {
    /// Its paths are codes of pictures and videos.
    Media,
    /// Its paths are codes of shortened links.
    Short,
    /// The site itself.
    Site,
    /// A site of others with the same paths.
    Mirror,
}

/// The hosts of X whose paths are the codes of pictures and videos, and the `/` before the code.
pub(crate) const MEDIA_HOSTS: [&str; 2] = ["pic.twitter.com/", "pic.x.com/"];

/// The hosts of X whose paths are codes, and the `/` before the code.
pub(crate) const CODE_HOSTS: [&str; 3] = {
    let [media, media_x] = MEDIA_HOSTS;
    [media, media_x, "t.co/"]
};

/// How many letters and digits such a code has; until about 2013 it had eight.
pub(crate) const CODE_LEN: usize = 10;

/// Shorter codes were cut short.
pub(super) const SHORTEST_CODE: usize = 8;

#[rustfmt::skip]
const KNOWN: [(&str, KnownHost); 9] = [
    ("pic.twitter.com", KnownHost::Media), ("pic.x.com", KnownHost::Media),
    ("t.co", KnownHost::Short),
    ("twitter.com", KnownHost::Site), ("x.com", KnownHost::Site),
    ("vxtwitter.com", KnownHost::Mirror), ("fxtwitter.com", KnownHost::Mirror), ("fixvx.com", KnownHost::Mirror),
    ("fixupx.com", KnownHost::Mirror),
];

/// The length of the longest known host.
const LONGEST: usize = "mobile.vxtwitter.com".len();

impl KnownHost {
    /// The host of X with this name.
    pub(super) fn new(name: &str) -> Option<Self> {
        let bare = match name.split_once('.') {
            Some((prefix, bare)) if ["www", "mobile", "m"].iter().any(|p| p.eq_ignore_ascii_case(prefix)) => bare,
            _ => name,
        };
        KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(bare)).map(|&(_, known)| known)
    }

    /// The host of X that ends `text`, and the text before it.
    pub(super) fn at_end(text: &str) -> Option<(&str, Self)> {
        // Media are certain wherever they stand: in `eventpic.twitter.com/…` the space was lost.
        let mut media = KNOWN.iter().filter(|(_, known)| *known == Self::Media);
        if let Some(before) = media.find_map(|(host, _)| strip_suffix_ignore_case(text, host)) {
            return Some((before, Self::Media));
        }
        let window = text.bytes().rev().take(LONGEST + 1);
        let len = window.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')).count();
        let (before, host) = text.split_at_checked(text.len() - len)?;
        Some((before, Self::new(host)?))
    }
}

/// Whether `code` has the length and the characters of a code.
pub(crate) fn is_code(code: &str) -> bool {
    code.len() == CODE_LEN && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether `text` ends with a link whose path is a whole code: `pic.twitter.com/AbCdEf1234`.
pub(crate) fn ends_with_code_link(text: &str) -> bool {
    let parts = text.len().checked_sub(CODE_LEN).and_then(|at| text.split_at_checked(at));
    parts.is_some_and(|(host, code)| is_code(code) && host.strip_suffix('/').is_some_and(ends_with_code_host))
}

/// Whether `text` ends with a host whose paths are codes.
pub(crate) fn ends_with_code_host(text: &str) -> bool {
    matches!(KnownHost::at_end(text), Some((_, KnownHost::Media | KnownHost::Short)))
}

/// Hosts of networks whose posts have the same shape as tweets, and of code.
const OTHER_NETWORKS: [&str; 12] = [
    "bsky.app/",
    "threads.net/",
    "threads.com/",
    "truthsocial.com/",
    "mastodon.social/",
    "tiktok.com/",
    "instagram.com/",
    "facebook.com/",
    "linkedin.com/",
    "github.com/",
    "gab.com/",
    "t.me/",
];

/// Whether a URL in `text` leads to a post of another network.
pub(crate) fn leads_to_other_network(text: &str) -> bool {
    memchr::memchr_iter(b':', text.as_bytes()).any(|colon| {
        let Some(url) = text.get(colon..).and_then(|url| url.strip_prefix("://")) else { return false };
        let url = url.strip_prefix("www.").unwrap_or(url);
        OTHER_NETWORKS.iter().any(|host| url.starts_with(host))
    })
}
