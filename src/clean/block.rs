//! The lines of a quotation: what the converter put before each, and how each ends.

use alloc::vec::Vec;

use crate::text::whitespace::{is_line_break, is_line_marker};

use super::width::WidthUnit;

/// A line, without what was put before it and behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuotedLine<'s> {
    pub(super) text: &'s str,
    /// The line as it stands in the input.
    pub(super) raw: &'s str,
    /// Whether Markdown's sign of a line break ends it: two spaces, or a backslash.
    pub(super) hard: bool,
}

impl QuotedLine<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it holds more than one word: only such a line could have been broken.
    pub(super) fn has_whitespace(&self) -> bool {
        self.text.contains(char::is_whitespace)
    }
}

/// What a converter put before the lines of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockMargin {
    /// Nothing, or what may be the author's.
    Bare,
    /// `> `, the marker of a quotation, before every line.
    Marked,
    /// `| `, the marker of a line that is kept as it is, before the author's lines; others go on after spaces.
    LineBlock,
    /// The same indentation before every line.
    Indented,
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct QuotedBlock<'s> {
    pub(super) lines: Vec<QuotedLine<'s>>,
    pub(super) margin: BlockMargin,
    /// The width of what stood before every line; the first one's is not in the text.
    pub(super) margin_width: usize,
}

/// Indentation of fewer columns may be the author's.
const NARROWEST_INDENTATION: usize = 2;

/// Reads the lines of `text`. `following` is what the input has after it, whose lines have the same margin.
pub(super) fn block<'s>(text: &'s str, following: &str) -> QuotedBlock<'s> {
    let raws: Vec<&str> = split_lines(text).collect();
    let is_shown = |raw: &&str| !is_empty(raw);
    let next = split_lines(following).skip(1).find(is_shown);
    let inner = || raws.iter().skip(1).copied().filter(is_shown).chain(next);
    // A blank line without a marker lies between two quotations, or in none.
    let marked = raws.iter().skip(1).all(|raw| raw.trim_start().starts_with('>') || raw.trim().is_empty());
    let depth = if marked { inner().map(marker_depth).min().unwrap_or(0) } else { 0 };
    let line_block = depth == 0 && is_line_block(&raws);
    let indentation = inner().map(|raw| indentation(after_markers(raw, depth))).min().unwrap_or(0);
    let (margin, margin_width) = match depth {
        0 if line_block => (BlockMargin::LineBlock, "| ".len()),
        0 if indentation >= NARROWEST_INDENTATION => (BlockMargin::Indented, indentation),
        0 => (BlockMargin::Bare, 0),
        _ => (
            BlockMargin::Marked,
            inner().map(|raw| raw.len() - after_markers(raw, depth).trim_start().len()).min().unwrap_or(0),
        ),
    };
    let lines = raws.iter().enumerate().map(|(at, raw)| {
        let inside = match (at, margin) {
            (0, _) => raw,
            (_, BlockMargin::LineBlock) => raw.strip_prefix('|').unwrap_or(raw),
            _ => after_markers(raw, depth),
        };
        line(inside, raw, at + 1 < raws.len() && (depth > 0 || margin == BlockMargin::Bare))
    });
    QuotedBlock { lines: lines.collect(), margin, margin_width }
}

fn line<'s>(inside: &'s str, raw: &'s str, may_be_hard: bool) -> QuotedLine<'s> {
    let text = inside.trim();
    let unescaped = text.strip_suffix('\\').filter(|rest| may_be_hard && !rest.is_empty() && !rest.ends_with('\\'));
    let spaced = may_be_hard && !text.is_empty() && inside.ends_with("  ");
    QuotedLine { text: unescaped.unwrap_or(text).trim_end(), raw, hard: spaced || unescaped.is_some() }
}

/// The lines of `text` without what ends them.
pub(super) fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split(is_line_break))
}

fn is_empty(raw: &str) -> bool {
    raw.trim_matches(|c: char| c.is_whitespace() || is_line_marker(c)).is_empty()
}

/// Whether lines begin with `|`, and all others are indented, as reStructuredText has it.
fn is_line_block(raws: &[&str]) -> bool {
    let is_kept = |raw: &&str| *raw == "|" || raw.starts_with("| ");
    let mut rest = raws.iter().skip(1).filter(|raw| !raw.trim().is_empty());
    raws.iter().skip(1).any(is_kept) && rest.all(|raw| is_kept(raw) || raw.starts_with("  "))
}

/// How many markers stand at the beginning of `raw`.
fn marker_depth(raw: &str) -> usize {
    raw.chars().take_while(|&c| c == '>' || c.is_whitespace()).filter(|&c| c == '>').count()
}

/// `raw` without its first `depth` markers and the blanks before each, and without the space after the last.
fn after_markers(raw: &str, depth: usize) -> &str {
    let mut rest = raw;
    for _ in 0..depth {
        match rest.trim_start().strip_prefix('>') {
            Some(after) => rest = after,
            None => break,
        }
    }
    if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest }
}

/// The columns of white space at the beginning of `line`.
fn indentation(line: &str) -> usize {
    WidthUnit::Columns.width(line) - WidthUnit::Columns.width(line.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (BlockMargin, usize, Vec<(&str, bool)>) {
        let block = block(text, "");
        (block.margin, block.margin_width, block.lines.iter().map(|line| (line.text, line.hard)).collect())
    }

    #[test]
    fn margins_are_told_from_what_the_author_wrote() {
        for (text, margin, width, lines) in [
            ("a\nb", BlockMargin::Bare, 0, vec!["a", "b"]),
            ("a\r\nb\rc", BlockMargin::Bare, 0, vec!["a", "b", "c"]),
            ("a\n> b\n>\n> c", BlockMargin::Marked, 2, vec!["a", "b", "", "c"]),
            ("a\n> > b\n> > c", BlockMargin::Marked, 4, vec!["a", "b", "c"]),
            ("a\n> > b\n> c", BlockMargin::Marked, 2, vec!["a", "> b", "c"]),
            ("a\n> b\nc", BlockMargin::Bare, 0, vec!["a", "> b", "c"]),
            ("a\n     b\n     c", BlockMargin::Indented, 5, vec!["a", "b", "c"]),
            ("a\n    > b\n    c", BlockMargin::Indented, 4, vec!["a", "> b", "c"]),
            ("a\n b", BlockMargin::Bare, 0, vec!["a", "b"]),
            ("a\n  b\n| c\n|\n| d", BlockMargin::LineBlock, 2, vec!["a", "b", "c", "", "d"]),
            ("a\n| b\nc", BlockMargin::Bare, 0, vec!["a", "| b", "c"]),
        ] {
            let (read_margin, read_width, read_lines) = read(text);
            let texts: Vec<&str> = read_lines.iter().map(|(text, _)| *text).collect();
            assert_eq!((read_margin, read_width, texts), (margin, width, lines), "{text:?}");
        }
    }

    #[test]
    fn what_follows_has_the_same_margin() {
        assert_eq!(block("a\n> b", "\n>\n> — Dana").margin, BlockMargin::Marked);
        assert_eq!(block("a\n> b", "\n— Dana").margin, BlockMargin::Bare);
        assert_eq!(block("a\n  b", "\n  — Dana").margin, BlockMargin::Indented);
        assert_eq!(block("a\n  b", "\n— Dana").margin, BlockMargin::Bare);
        assert_eq!(block("a\n> b", " — Dana").margin, BlockMargin::Marked);
    }

    #[test]
    fn hard_breaks_are_two_spaces_or_a_backslash_before_another_line() {
        for (text, hard) in [
            ("a  \n> b", true),
            ("a\\\n> b", true),
            ("a \n> b", false),
            ("a\\\\\n> b", false),
            ("a  \n     b", false),
            ("a  ", false),
        ] {
            assert_eq!(read(text).2.first().unwrap().1, hard, "{text:?}");
        }
    }
}
