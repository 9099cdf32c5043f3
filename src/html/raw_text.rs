//! Elements whose content is no markup and ends only with their end tag.

use memchr::{memchr, memchr2};

use crate::markup::tag::is_space;

/// How the content of an element is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Markup,
    /// Up to the end tag.
    RawText,
    /// Up to an end tag that stands in no comment with a script in it.
    Script,
    /// Up to the end of the input.
    PlainText,
}

/// How the content of the element with this name is read. `noscript` holds markup for readers without scripts.
pub(super) fn content(name: &str) -> Content {
    const RAW: [&str; 7] = ["style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"];
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    match name.len() {
        3..=9 if is("script") => Content::Script,
        3..=9 if is("plaintext") => Content::PlainText,
        3..=9 if RAW.into_iter().any(is) => Content::RawText,
        _ => Content::Markup,
    }
}

/// How long the content of the element with this name is, at the beginning of `input`.
pub(super) fn content_len(input: &str, name: &str) -> usize {
    let end = match content(name) {
        Content::Markup => Some(0),
        Content::RawText => raw_text_end(input, name),
        Content::Script => script_end(input),
        Content::PlainText => None,
    };
    end.unwrap_or(input.len())
}

/// Where the end tag begins.
fn raw_text_end(input: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr(b'<', input.as_bytes().get(at..)?)?;
        if begins(input, at, "</", name) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where in a script its end tag begins.
///
/// Within `<!-- … -->`, a script that begins hides the end tag of another ("script data double escaped state").
fn script_end(input: &str) -> Option<usize> {
    let bytes = input.as_bytes();
    // Where the comment began, and whether a script began in it.
    let mut comment: Option<(usize, bool)> = None;
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += if comment.is_some() { memchr2(b'<', b'>', rest)? } else { memchr(b'<', rest)? };
        match comment {
            _ if bytes.get(at) == Some(&b'>') => {
                let from = comment.map_or(at, |(from, _)| from);
                if input.get(from..at).is_some_and(|before| before.ends_with("--")) {
                    comment = None;
                }
            }
            None | Some((_, false)) if begins(input, at, "</", "script") => return Some(at),
            None if input.get(at..).is_some_and(|rest| rest.starts_with("<!--")) => {
                comment = Some((at + "<!".len(), false));
            }
            Some((from, false)) if begins(input, at, "<", "script") => comment = Some((from, true)),
            Some((from, true)) if begins(input, at, "</", "script") => comment = Some((from, false)),
            _ => {}
        }
        at += 1;
    }
}

/// Whether a tag of this name stands at `at`, as far as the end of its name.
fn begins(input: &str, at: usize, open: &str, name: &str) -> bool {
    let Some(rest) = input.get(at..).and_then(|rest| rest.strip_prefix(open)) else { return false };
    let Some((found, after)) = rest.split_at_checked(name.len()) else { return false };
    found.eq_ignore_ascii_case(name)
        && after.bytes().next().is_some_and(|byte| is_space(byte) || matches!(byte, b'/' | b'>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_text_ends_with_its_end_tag() {
        for (input, name, len) in [
            ("a<p></P></style>", "STYLE", Some(8)),
            ("</styles></style x>", "style", Some(9)),
            ("</style", "style", None),
            ("<!-- </title> -->", "title", Some(5)),
            ("a</textarea\n>", "textarea", Some(1)),
            ("", "iframe", None),
        ] {
            assert_eq!(content_len(input, name), len.unwrap_or(input.len()), "{input:?}");
        }
        assert_eq!(content_len("a</plaintext>", "plaintext"), 13);
        for name in ["p", "noscript", "template", "svg"] {
            assert_eq!(content_len("a", name), 0, "{name}");
        }
    }

    #[test]
    fn a_script_in_a_comment_of_a_script_hides_an_end_tag() {
        for (input, len) in [
            ("a</script>", Some(1)),
            ("<!-- </script>", Some(5)),
            ("<!-- <script> </script> --></script>", Some(27)),
            ("<!-- <script> --></script>", Some(17)),
            ("<!--><script></script>", Some(13)),
            ("<!---><script></script>", Some(14)),
            ("<!-- <scripts></script>", Some(14)),
            ("<script></script>", Some(8)),
            ("<!-- <script></script></script>", Some(22)),
            ("<!-- <script></script>", None),
        ] {
            assert_eq!(content_len(input, "script"), len.unwrap_or(input.len()), "{input:?}");
        }
    }
}
