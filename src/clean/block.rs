//! The lines of a quotation without the margin that a converter put before them.

use alloc::vec::Vec;

use crate::text::whitespace::{is_line_break, is_line_marker};

use super::width::WidthUnit;

/// A line without margin and trailing whitespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuotedLine<'s> {
    pub(super) text: &'s str,
    /// The line in the input.
    pub(super) raw: &'s str,
    /// Whether it ends with a hard line break of Markdown: two spaces or a backslash.
    pub(super) hard: bool,
}

impl QuotedLine<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the line has more than one word: only such a line could have been broken.
    pub(super) fn has_whitespace(&self) -> bool {
        self.text.contains(char::is_whitespace)
    }
}

/// The margin of the lines of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockMargin {
    /// No margin, or one that may be the author's.
    Bare,
    /// `> ` of a block quotation before every line.
    Marked,
    /// `| ` of a line block before the author's lines; wrapped lines are indented.
    LineBlock,
    /// The same indentation of every line.
    Indented,
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct QuotedBlock<'s> {
    pub(super) lines: Vec<QuotedLine<'s>>,
    pub(super) margin: BlockMargin,
    /// The width of the margin. The first line's margin is not in the text.
    pub(super) margin_width: usize,
}

impl<'s> QuotedBlock<'s> {
    /// Each line but the last, with the next line.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&QuotedLine<'s>, &QuotedLine<'s>)> {
        self.lines.iter().zip(self.lines.iter().skip(1))
    }
}

/// Narrower indentation may be the author's.
const NARROWEST_INDENTATION: usize = 2;

/// Reads the lines of `text`; `following` is the rest of the quotation, whose lines have the same margin.
pub(super) fn block<'s>(text: &'s str, following: &str) -> QuotedBlock<'s> {
    let raws: Vec<&str> = split_lines(text).collect();
    let is_shown = |raw: &&str| !is_empty(raw);
    let next = split_lines(following).skip(1).find(is_shown);
    let inner = || raws.iter().skip(1).copied().filter(is_shown).chain(next);
    // A blank line may lack the marker, between two quotations.
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

/// The lines of `text` without their line breaks.
pub(super) fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split(is_line_break))
}

fn is_empty(raw: &str) -> bool {
    raw.trim_matches(|c: char| c.is_whitespace() || is_line_marker(c)).is_empty()
}

/// Whether `raws` are a line block of reStructuredText: lines begin with `|`, and all others are indented.
fn is_line_block(raws: &[&str]) -> bool {
    let is_kept = |raw: &&str| *raw == "|" || raw.starts_with("| ");
    let mut rest = raws.iter().skip(1).filter(|raw| !raw.trim().is_empty());
    raws.iter().skip(1).any(is_kept) && rest.all(|raw| is_kept(raw) || raw.starts_with("  "))
}

/// The number of markers at the beginning of `raw`.
fn marker_depth(raw: &str) -> usize {
    raw.chars().take_while(|&c| c == '>' || c.is_whitespace()).filter(|&c| c == '>').count()
}

/// `raw` without its first `depth` markers, the whitespace before each, and the space after the last.
fn after_markers(raw: &str, depth: usize) -> &str {
    let rest = (0..depth).fold(raw, |rest, _| rest.trim_start().strip_prefix('>').unwrap_or(rest));
    if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest }
}

/// The width of the whitespace at the beginning of `line`.
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
