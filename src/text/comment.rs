//! Comments of HTML, which front ends leave between the parts of a page, and even between the characters of a word:
//! `<!---->`, `<!-- -->`, `<!--[-->`.

use crate::text::{
    parse::{IResult, parsed},
    steps,
};

/// The most bytes between `<!--` and `-->` that are skipped: front ends leave nothing there, or a mark of their own.
const WIDEST_COMMENT: usize = 32;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";

/// How many bytes of `input` are a comment; 0 if it begins with none, or with a long one.
#[inline]
pub(crate) fn comment_len(input: &str) -> usize {
    if input.starts_with(OPENING) { closed_comment_len(input.as_bytes()) } else { 0 }
}

/// `comment`: a short comment.
pub(crate) fn comment(input: &str) -> IResult<&str, &str> {
    let len = comment_len(input);
    parsed(input.split_at_checked(len).filter(|_| len > 0).map(|(comment, rest)| (rest, comment)))
}

fn closed_comment_len(input: &[u8]) -> usize {
    let widest = OPENING.len() + WIDEST_COMMENT + CLOSING.len();
    let Some(inner) = input.get(OPENING.len()..widest.min(input.len())) else { return 0 };
    let closing = memchr::memmem::find(inner, CLOSING.as_bytes());
    steps::step(closing.unwrap_or(inner.len()));
    closing.map_or(0, |at| OPENING.len() + at + CLOSING.len())
}

/// `text` without the comments at its end; at most eight.
pub(crate) fn trim_comments_end(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..8 {
        let Some(inner) = rest.strip_suffix(CLOSING) else { break };
        let from = inner.len().saturating_sub(WIDEST_COMMENT + OPENING.len());
        let opening = inner.as_bytes().get(from..).and_then(|inner| memchr::memmem::rfind(inner, OPENING.as_bytes()));
        let Some(before) = opening.and_then(|at| rest.get(..from + at)) else { break };
        steps::step(rest.len() - before.len());
        rest = before;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_comments_are_skipped_in_both_directions() {
        for (input, comment) in [
            ("", ""),
            ("<!---->", "<!---->"),
            ("<!-- -->x", "<!-- -->"),
            ("<!--[-->x-->", "<!--[-->"),
            ("<!-->x", ""),
            ("<!--", ""),
            ("x<!---->", ""),
        ] {
            assert_eq!(comment_len(input), comment.len(), "{input:?}");
        }
        for (width, is_skipped) in [(WIDEST_COMMENT, true), (WIDEST_COMMENT + 1, false)] {
            let comment = format!("<!--{}-->", "x".repeat(width));
            assert_eq!(comment_len(&comment) == comment.len(), is_skipped, "{width}");
            assert_eq!(trim_comments_end(&comment).is_empty(), is_skipped, "{width}");
        }
        for (text, kept) in
            [("7<!----><!-- -->", "7"), ("7<!---->x", "7<!---->x"), ("-->", "-->"), ("7é<!--é-->", "7é")]
        {
            assert_eq!(trim_comments_end(text), kept, "{text:?}");
        }
    }
}
