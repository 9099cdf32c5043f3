//! Addresses among the words.

/// A link's length, and whether it is an address of twitter.com's own.
pub(in crate::boundary) struct Link {
    pub(in crate::boundary) len: usize,
    pub(in crate::boundary) short: bool,
}

/// The link that begins `rest`.
#[inline]
pub(in crate::boundary) fn link(rest: &str) -> Option<Link> {
    let prefixes: &[&str] = match rest.as_bytes() {
        [b'h', b't', ..] => &["https://", "http://"],
        [b'p', b'i', ..] => &["pic.twitter.com/", "pic.x.com/"],
        [b'w', b'w', ..] => &["www."],
        _ => return None,
    };
    let prefix = prefixes.iter().find(|p| rest.starts_with(**p))?;
    let picture = prefix.starts_with("pic");
    // The weights were fitted to `www.` taking after the next address.
    let short = picture || rest.split_once("://").is_some_and(|(_, r)| r.starts_with("t.co/"));
    let target = rest.as_bytes().get(prefix.len()..)?;
    if picture || target.starts_with(b"t.co/") {
        let skipped = if picture { 0 } else { 5 };
        let code = target.iter().skip(skipped).take(10).take_while(|b| b.is_ascii_alphanumeric()).count();
        return Some(Link { len: prefix.len() + skipped + code, short });
    }
    Some(Link { len: prefix.len() + target_len(target), short })
}

/// The length of an address without its scheme; one glued to it ends it.
fn target_len(target: &[u8]) -> usize {
    let ends =
        |b: &u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b')' | b']' | b'|') || !b.is_ascii();
    let mut from = target;
    while let [first, rest @ ..] = from {
        if ends(first) || (matches!(first, b'h' | b'p') && begins_link(from)) {
            break;
        }
        from = rest;
    }
    target.len() - from.len()
}

fn begins_link(bytes: &[u8]) -> bool {
    bytes.starts_with(b"https://") || bytes.starts_with(b"http://") || bytes.starts_with(b"pic.twitter.com/")
}

/// Where a link begins whose first letters end `word`, if `after` goes on with it.
#[inline]
pub(in crate::boundary) fn begins_in(word: &[u8], after: &[u8]) -> Option<usize> {
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
    fn addresses_end_where_their_tool_or_the_next_one_ends_them() {
        for (address, after, short) in [
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
            let rest = alloc::format!("{address}{after}");
            let found = link(&rest).map(|link| (link.len, link.short));
            assert_eq!(found, Some((address.len(), short)), "{rest:?}");
        }
    }

    #[test]
    fn words_are_no_addresses() {
        for rest in
            ["", "so", "https", "https:/a", "htt://a", "pic.example.com/a", "pics", "www", "wwww.a", "t.co/AbCdEf1234"]
        {
            assert!(link(rest).is_none(), "{rest:?}");
        }
    }

    #[test]
    fn an_address_may_be_glued_to_a_word() {
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
