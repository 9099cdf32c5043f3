//! URLs among the words.
//!
//! Fitted with the weights: this is a copy of the rules of [`crate::link`], and coarser.

use crate::boundary::token::TokenClass;
use crate::link::CODE_LEN;

/// The class and the length of the URL that begins `rest`.
#[inline]
pub(super) fn url(rest: &str) -> Option<(TokenClass, usize)> {
    let prefixes: &[&str] = match rest.as_bytes() {
        [b'h', b't', ..] => &["https://", "http://"],
        [b'p', b'i', ..] => &["pic.twitter.com/", "pic.x.com/"],
        [b'w', b'w', ..] => &["www."],
        _ => return None,
    };
    let prefix = prefixes.iter().find(|p| rest.starts_with(**p))?;
    let after = rest.as_bytes().get(prefix.len()..)?;
    let is_picture = prefix.starts_with("pic");
    // Known quirk: `www.` inherits the class of the next URL.
    let is_twitters = is_picture || rest.split_once("://").is_some_and(|(_, after)| after.starts_with("t.co/"));
    let code = if is_picture { Some(after) } else { after.strip_prefix(b"t.co/") };
    let len = match code {
        Some(code) => {
            let letters = code.iter().take(CODE_LEN).take_while(|b| b.is_ascii_alphanumeric()).count();
            rest.len() - code.len() + letters
        }
        None => prefix.len() + path_len(after),
    };
    Some((if is_twitters { TokenClass::TwitterUrl } else { TokenClass::Url }, len))
}

/// The length of a URL without its scheme; another one glued to it ends it.
fn path_len(path: &[u8]) -> usize {
    let ends = |at: usize, byte: u8| {
        byte.is_ascii_whitespace()
            || !byte.is_ascii()
            || matches!(byte, b'<' | b'>' | b'"' | b')' | b']' | b'|')
            || matches!(byte, b'h' | b'p') && path.get(at..).is_some_and(begins_url)
    };
    path.iter().enumerate().position(|(at, byte)| ends(at, *byte)).unwrap_or(path.len())
}

fn begins_url(bytes: &[u8]) -> bool {
    [&b"https://"[..], b"http://", b"pic.twitter.com/"].iter().any(|prefix| bytes.starts_with(prefix))
}

/// Where a URL begins whose first letters end `word`, if `after` goes on with it.
#[inline]
pub(super) fn begins_in(word: &[u8], after: &[u8]) -> Option<usize> {
    let letters = match after {
        [b':', b'/', b'/', ..] if word.ends_with(b"https") => 5,
        [b':', b'/', b'/', ..] if word.ends_with(b"http") => 4,
        [b'.', b't', b'w', ..] if word.ends_with(b"pic") && after.starts_with(b".twitter.com/") => 3,
        _ => return None,
    };
    Some(word.len() - letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_end_where_their_tool_or_the_next_one_ends_them() {
        for (text, after, short) in [
            ("https://a.example/b?c=d#e", " so", false),
            ("http://a.example", "\n", false),
            ("www.a.example/b", "", false),
            ("https://a.example/b", ")", false),
            ("https://a.example/b", "]", false),
            ("https://a.example/b", "<", false),
            ("https://a.example/b", ">", false),
            ("https://a.example/b", "\"", false),
            ("https://a.example/b", "|c", false),
            ("https://a.example/b", "é", false),
            ("https://a.example/b", "https://c.example", false),
            ("https://a.example/b", "http://c.example", false),
            ("https://a.example/b", "pic.twitter.com/c", false),
            ("https://a.example/http/pic", "", false),
            ("https://t.co/AbCdEf1234", "so", true),
            ("http://t.co/AbCdEf1234", "", true),
            ("https://t.co/AbC", "…", true),
            ("pic.twitter.com/AbCdEf1234", "So", true),
            ("pic.x.com/AbCdEf1234", "", true),
            ("pic.twitter.com/AbC", "-", true),
        ] {
            let rest = alloc::format!("{text}{after}");
            let class = if short { TokenClass::TwitterUrl } else { TokenClass::Url };
            assert_eq!(url(&rest), Some((class, text.len())), "{rest:?}");
        }
    }

    #[test]
    fn words_are_no_urls() {
        for rest in
            ["", "so", "https", "https:/a", "htt://a", "pic.example.com/a", "pics", "www", "wwww.a", "t.co/AbCdEf1234"]
        {
            assert!(url(rest).is_none(), "{rest:?}");
        }
    }

    #[test]
    fn a_url_may_be_glued_to_a_word() {
        for (word, after, at) in [
            ("soonhttps", "://a", Some(4)),
            ("soonhttp", "://a", Some(4)),
            ("soonpic", ".twitter.com/a", Some(4)),
            ("https", "://a", Some(0)),
            ("soonpic", ".twitter.example", None),
            ("soon", ".twitter.com/a", None),
            ("soon", "://a", None),
            ("soonhttps", ":/a", None),
            ("soonhttps", "", None),
        ] {
            assert_eq!(begins_in(word.as_bytes(), after.as_bytes()), at, "{word:?} {after:?}");
        }
    }
}
