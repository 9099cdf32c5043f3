//! The author's lines, out of the lines of the input.

use alloc::borrow::Cow;

use super::{
    block::{block, split_lines},
    evidence::Setting,
    hard_wrap, split_link,
};
use crate::text::{cow_builder::Draft, whitespace::is_line_break};

/// `text` without markers and indentation, and without the breaks that a converter made.
pub(super) fn unwrap_lines<'s>(text: &'s str, setting: &Setting<'_>) -> Cow<'s, str> {
    if !text.contains(is_line_break) {
        return Cow::Borrowed(text);
    }
    let block = block(text, setting.following);
    let seams = split_link::seams(&block, setting.split_attribution).unwrap_or_else(|| hard_wrap::seams(&block));
    let mut draft = Draft::new(text);
    let mut seams = seams.iter();
    for line in &block.lines {
        draft.push(line.text);
        if let Some(seam) = seams.next() {
            draft.push(seam.as_str());
        }
    }
    draft.finish()
}

/// `text` with one space for each run of spaces, none at the ends of lines, and at most one blank line in a row.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let mut draft = Draft::new(text);
    let mut blank_lines = 0;
    for line in split_lines(text) {
        let mut words = line.trim().split([' ', '\t']).filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            blank_lines += 1;
            continue;
        };
        if !draft.as_str().is_empty() {
            draft.push(if blank_lines > 0 { "\n\n" } else { "\n" });
        }
        blank_lines = 0;
        draft.push(first);
        for word in words {
            draft.push(" ");
            draft.push(word);
        }
    }
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidy_keeps_lines_and_words() {
        for (text, expected) in [
            ("", ""),
            (" a ", "a"),
            ("a  b\tc", "a b c"),
            ("a \n b", "a\nb"),
            ("a\n\n\n b", "a\n\nb"),
            ("\n\na\r\n", "a"),
            ("a\u{a0}b\u{3000}c", "a\u{a0}b\u{3000}c"),
        ] {
            assert_eq!(tidy(text), expected, "{text:?}");
        }
        assert!(matches!(tidy("a b\n\nc"), Cow::Borrowed(_)));
    }
}
