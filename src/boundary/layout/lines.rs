//! The lines before an attribution, from the last to the first.

use super::line_start::LineStart;
use crate::{
    boundary::{char_class::class_of, feature_values::width, token::TokenClass, types::Site},
    text::{
        offset::char_ceil,
        steps,
        whitespace::{is_line_marker, is_margin, is_whitespace, last_line_break},
    },
};

/// The most lines that are weighed as beginnings.
pub(in crate::boundary) const MOST_LINES: usize = 8;
/// A text that is longer than a tweet by no more may still be one: links and reply mentions weigh less than their
/// letters.
const SLACK: usize = 100;

/// A line's whitespace and markers before its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LinePrefix {
    /// The offset of the first word in the document.
    pub(super) first_word: usize,
    /// The number of quote markers.
    pub(super) depth: usize,
    /// The number of other characters.
    pub(super) indent: usize,
    /// Whether the line has no word.
    pub(super) is_empty: bool,
}

impl LinePrefix {
    /// That of `line`, which begins at `start`.
    pub(super) fn new(line: &str, start: usize) -> Self {
        let words = line.trim_start_matches(is_margin);
        let prefix = line.get(..line.len() - words.len()).unwrap_or_default();
        let depth = prefix.chars().filter(|&c| is_line_marker(c)).count();
        let indent = prefix.chars().count() - depth;
        Self { first_word: start + prefix.len(), depth, indent, is_empty: words.is_empty() }
    }
}

/// The lines of a window from the last to the first.
struct LinesUp<'t> {
    window: &'t str,
    /// The offset of the window in the document.
    start: usize,
    /// The end of the next line in the window.
    end: Option<usize>,
}

impl Iterator for LinesUp<'_> {
    type Item = LinePrefix;

    fn next(&mut self) -> Option<LinePrefix> {
        let before = self.window.get(..self.end?)?;
        let line_break = last_line_break(before);
        let line_start = line_break.map_or(0, |at| char_ceil(before, at + 1));
        steps::step(before.len() - line_start);
        let is_crlf = |at: usize| before.get(..=at).is_some_and(|b| b.ends_with("\r\n"));
        self.end = line_break.map(|at| at - usize::from(is_crlf(at)));
        Some(LinePrefix::new(before.get(line_start..)?, self.start + line_start))
    }
}

/// A line with words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) prefix: LinePrefix,
    /// About what its words weigh.
    pub(super) width: usize,
    /// The classes of its first and last character; a letter is [`TokenClass::Lower`] at the end.
    pub(super) first: TokenClass,
    pub(super) last: TokenClass,
    /// The empty lines above it, and the fewest quote markers of one: a quote ends there if it has more.
    pub(super) empty_above: usize,
    pub(super) empty_depth: usize,
    /// Whether a line break stands above it.
    pub(super) breaks: bool,
}

impl Line {
    const NONE: Self = Self {
        prefix: LinePrefix { first_word: 0, depth: 0, indent: 0, is_empty: true },
        width: 0,
        first: TokenClass::None,
        last: TokenClass::None,
        empty_above: 0,
        empty_depth: usize::MAX,
        breaks: false,
    };

    fn new(prefix: LinePrefix, words: &str) -> Self {
        let last = words.chars().next_back().map_or(TokenClass::None, class_of);
        Self {
            prefix,
            width: width(words),
            first: words.chars().next().map_or(TokenClass::None, class_of),
            last: if last.is_word() { TokenClass::Lower } else { last },
            empty_above: 0,
            empty_depth: usize::MAX,
            breaks: false,
        }
    }
}

/// The lines that can be part of the text, the last first, and the one above them.
pub(super) struct Lines {
    items: [Line; MOST_LINES + 1],
    len: usize,
    /// How many of them may be part of the text.
    pub(super) candidates: usize,
    /// Whether the window was read to its beginning, and nothing was cut off.
    whole: bool,
    follows_quotation: bool,
}

impl Lines {
    pub(super) fn read(site: &Site<'_>) -> Self {
        let window = site.near();
        let start = site.text_end - window.len();
        let mut lines = Self {
            items: [Line::NONE; MOST_LINES + 1],
            len: 0,
            candidates: 0,
            whole: false,
            follows_quotation: site.previous_end > 0,
        };
        let mut up = LinesUp { window, start, end: Some(window.len()) };
        let (mut weight, mut end) = (0, site.text_end);
        while lines.candidates == lines.len && lines.len <= MOST_LINES {
            let Some(prefix) = up.next() else {
                lines.whole = start == site.previous_end;
                break;
            };
            let breaks = up.end.is_some();
            let above = up.end.map_or(0, |end| start + end);
            if prefix.is_empty {
                if let Some(below) = lines.len.checked_sub(1).and_then(|last| lines.items.get_mut(last)) {
                    below.empty_above += 1;
                    below.empty_depth = below.empty_depth.min(prefix.depth);
                }
            } else {
                let words = site.document.get(prefix.first_word..end).unwrap_or_default();
                let line = Line { breaks, ..Line::new(prefix, words.trim_end_matches(is_whitespace)) };
                weight += line.width;
                if let Some(slot) = lines.items.get_mut(lines.len) {
                    *slot = line;
                    lines.len += 1;
                }
                if weight <= site.limit + SLACK && lines.len <= MOST_LINES {
                    lines.candidates = lines.len;
                }
            }
            end = above;
        }
        lines
    }

    /// The line at `index`, counted from the last.
    pub(super) fn line(&self, index: usize) -> &Line {
        self.items.get(index).filter(|_| index < self.len).unwrap_or(&Line::NONE)
    }

    /// The quote markers that the line at `index` shares with the line above.
    pub(super) fn depth_above(&self, index: usize) -> usize {
        self.line(index + 1).prefix.depth.min(self.line(index).empty_depth)
    }

    /// The separator before the line at `index`.
    pub(super) fn start(&self, index: usize) -> LineStart {
        let line = self.line(index);
        if index + 1 < self.len || !self.whole {
            if line.empty_above > 0 { LineStart::EmptyLine } else { LineStart::LineBreak }
        } else if !self.follows_quotation {
            LineStart::InputEdge
        } else if line.breaks {
            LineStart::QuotationBreak
        } else {
            LineStart::Quotation
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::length::MAX_WEIGHT;

    fn lines(document: &str, previous_end: usize) -> Lines {
        let end = document.len();
        Lines::read(&Site {
            document,
            previous_end,
            text_end: end,
            attribution: end,
            end,
            name: "",
            handle: "",
            limit: MAX_WEIGHT,
        })
    }

    #[test]
    fn lines_have_a_depth_and_an_indentation() {
        for (line, first_word, depth, indent) in [
            ("They met", 0, 0, 0),
            ("  They met", 2, 0, 2),
            ("\tThey met", 1, 0, 1),
            ("> They met", 2, 1, 1),
            (">> They", 3, 2, 1),
            (" | > They", 5, 2, 3),
            ("\u{3000}They", 3, 0, 1),
        ] {
            let found = LinePrefix::new(line, 100);
            assert_eq!(found, LinePrefix { first_word: 100 + first_word, depth, indent, is_empty: false }, "{line:?}");
        }
        assert!(LinePrefix::new("", 0).is_empty && LinePrefix::new("> ", 0).is_empty);
    }

    #[test]
    fn lines_come_from_the_last_to_the_first() {
        let window = "They met.\r\n  So\n\n> glad\u{2028}Oh";
        let lines: Vec<_> = LinesUp { window, start: 10, end: Some(window.len()) }.collect();
        let places: Vec<_> =
            lines.iter().map(|line| (&window[line.first_word - 10..], line.depth, line.indent)).collect();
        assert_eq!(
            places,
            [
                ("Oh", 0, 0),
                ("glad\u{2028}Oh", 1, 1),
                ("\n> glad\u{2028}Oh", 0, 0),
                ("So\n\n> glad\u{2028}Oh", 0, 2),
                (window, 0, 0),
            ]
        );
        assert_eq!(lines.iter().filter(|line| line.is_empty).count(), 1);
    }

    #[test]
    fn lines_know_what_stands_before_them() {
        let found = lines("They met.\n\nSo glad \nOh!", 0);
        let starts: Vec<_> = (0..found.candidates).map(|index| (found.line(index).width, found.start(index))).collect();
        assert_eq!(starts, [(3, LineStart::LineBreak), (7, LineStart::EmptyLine), (9, LineStart::InputEdge)]);
        assert_eq!(lines("They met. So glad", 9).start(0), LineStart::Quotation);
        assert_eq!(lines("They met.\nSo glad", 9).start(0), LineStart::QuotationBreak);
        let long = lines(&alloc::format!("{}\nSo glad", "They met. ".repeat(60)), 0);
        assert_eq!((long.candidates, long.start(0), long.line(1).last), (1, LineStart::LineBreak, TokenClass::End));
        assert_eq!(lines(&"They met. ".repeat(60), 0).candidates, 0);
        assert_eq!(lines(&"a\n".repeat(60), 0).candidates, MOST_LINES);
    }

    #[test]
    fn wide_characters_weigh_two() {
        assert_eq!(["So", "été", "日本", "🎉"].map(width), [2, 3, 4, 2]);
    }
}
