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

#[cfg(test)]
mod tests {
    use super::*;

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
