//! Short lines up to the dash, which may be a title and no text.

use crate::text::{
    offset::last_bytes,
    whitespace::{is_whitespace, last_line},
};

/// The longest heading of a release, in bytes; in a text whose lines were joined, a whole page may begin with `#`.
pub(super) const LONGEST_TITLE: usize = 60;

/// The line with which `before` ends, if it is a short one.
pub(super) fn short_line(before: &str) -> Option<&str> {
    let end = last_bytes(before, LONGEST_TITLE);
    let line = last_line(end);
    (end.len() == before.len() || line.len() < end.len()).then(|| line.trim_matches(is_whitespace))
}

/// Whether `text` has a `#` before a space, as every heading has.
pub(super) fn holds_heading_mark(text: &str) -> bool {
    memchr::memchr_iter(b'#', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_follows_the_mark_of_a_heading() {
        for (text, expected) in [
            ("# Bridges", true),
            ("It rained.\n### Bridges", true),
            ("#bridges # rain", true),
            ("#bridges", false),
            ("rain #", false),
            ("", false),
        ] {
            assert_eq!(holds_heading_mark(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_no_short_one() {
        let rain = "It rained and rained. ".repeat(5);
        for (before, expected) in [
            ("", Some("")),
            (" Photo ", Some("Photo")),
            ("It rained.\nPhoto ", Some("Photo")),
            (&*format!("{rain}\nPhoto "), Some("Photo")),
            (&rain, None),
            (&*format!("It rained.\n{rain}"), None),
        ] {
            assert_eq!(short_line(before), expected, "{before:?}");
        }
    }
}
