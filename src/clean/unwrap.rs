//! The author's lines, restored from those of the quotation: without margin, wraps and superfluous whitespace.

use alloc::borrow::Cow;

use super::{
    block::{block, split_lines},
    evidence::Evidence,
    hard_wrap, split_link,
};
use crate::text::{cow_builder::CowBuilder, whitespace::is_line_break};

/// `text` without its margin and without the line breaks of a converter.
pub(super) fn unwrap_lines<'s>(text: &'s str, evidence: &Evidence<'_>) -> Cow<'s, str> {
    if !text.contains(is_line_break) {
        return Cow::Borrowed(text);
    }
    let block = block(text, evidence.following);
    let joins = split_link::joins(&block, evidence.split_attribution).unwrap_or_else(|| hard_wrap::joins(&block));
    let mut builder = CowBuilder::new(text);
    let mut joins = joins.iter();
    for line in &block.lines {
        builder.push(line.text);
        if let Some(join) = joins.next() {
            builder.push(join.as_str());
        }
    }
    builder.finish()
}

/// `text` with one space for each run of spaces, none at the ends of lines, and at most one blank line in a row.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let mut builder = CowBuilder::new(text);
    let mut blank_lines = 0;
    for line in split_lines(text) {
        let mut words = line.trim().split([' ', '\t']).filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            blank_lines += 1;
            continue;
        };
        if !builder.as_str().is_empty() {
            builder.push(if blank_lines > 0 { "\n\n" } else { "\n" });
        }
        blank_lines = 0;
        builder.push(first);
        for word in words {
            builder.push(" ");
            builder.push(word);
        }
    }
    builder.finish()
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
