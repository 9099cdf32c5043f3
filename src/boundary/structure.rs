//! Where a text begins by structure alone: quote markers, indentation, blank lines, lines, the previous quotation.
//!
//! One pass back over the lines before the attribution, without weights and without reading words. It is right where the
//! input kept its blocks; where it did not, it takes the last line, or what one tweet can hold.

use super::{Beginning, Boundary, Site};
use crate::{
    space::{is_blank, is_line_break, is_line_marker, last_line, last_line_break},
    span::char_ceil,
    weight, work,
};

/// The most bytes that one tweet takes up with the markup of its links.
const WINDOW: usize = 2048;

/// A line by what stands before its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    /// Where its first word begins, in bytes of the document.
    first_word: usize,
    /// How many quote markers stand before it.
    depth: usize,
    /// How many other characters do.
    indent: usize,
    is_empty: bool,
}

impl Line {
    /// The line `text`, which begins at `start`.
    fn new(text: &str, start: usize) -> Self {
        let words = text.trim_start_matches(|c| is_blank(c) || is_line_marker(c));
        let prefix = text.get(..text.len() - words.len()).unwrap_or_default();
        let depth = prefix.chars().filter(|&c| is_line_marker(c)).count();
        let indent = prefix.chars().count() - depth;
        Self { first_word: start + prefix.len(), depth, indent, is_empty: words.is_empty() }
    }

    /// Whether a quotation goes on upwards from the line below with `line`, by markers or indentation that prose lacks.
    fn is_set_apart_like(&self, line: &Self) -> bool {
        if line.depth > 0 { self.depth >= line.depth } else { line.indent > 1 && self.indent >= line.indent }
    }
}

/// A place where the text may begin.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    /// The first word of the topmost line that belongs to it.
    first_word: usize,
    /// Whether what is above does not belong to it.
    closed: bool,
}

/// Finds the beginning of the text that ends at `site.text_end` by structure alone.
///
/// # Complexity
///
/// Looks at most at 2 KiB before `site.text_end`, each byte at most four times.
pub(crate) fn beginning(site: &Site<'_>) -> Beginning {
    let from = char_ceil(site.document, site.text_end.saturating_sub(WINDOW).max(site.floor));
    let window = site.document.get(from..site.text_end).unwrap_or_default();
    let begins_line = from == 0 || site.document.get(..from).is_some_and(|before| before.ends_with(is_line_break));
    let whole = from == site.floor;
    let mut lines = LinesUp { window, from, end: Some(window.len()) };
    let Some(last) = lines.next() else {
        return Beginning { at: site.text_end, boundary: Boundary::Words, confidence: 0.0 };
    };
    let is_apart = last.depth > 0 || last.indent > 1;
    // Of a line that nothing sets apart, only the paragraph is looked for.
    let mut apart = Reach { first_word: last.first_word, closed: !is_apart };
    let mut paragraph = Reach { first_word: last.first_word, closed: lines.has_empty_line_next() };
    while !(apart.closed && paragraph.closed) {
        let Some(line) = lines.next() else { break };
        apart.closed |= if line.is_empty { last.depth > line.depth } else { !line.is_set_apart_like(&last) };
        paragraph.closed |= line.is_empty;
        if !apart.closed && !line.is_empty {
            apart.first_word = line.first_word;
        }
        if !paragraph.closed {
            paragraph.first_word = line.first_word;
        }
    }
    let apart_kind = if last.depth > 0 { Boundary::Quote } else { Boundary::Paragraph };
    let above = if site.floor > 0 && !begins_line { Boundary::Quotation } else { Boundary::Paragraph };
    let paragraph_kind = if paragraph.closed { Boundary::Paragraph } else { above };
    let line_kind = if last.first_word == from && whole { above } else { Boundary::Line };
    let paragraph_known = paragraph.closed || whole;
    // A place that was tried as a paragraph's need not be tried again as a line's.
    [
        (is_apart && (apart.closed || whole), apart.first_word, apart_kind),
        (paragraph_known, paragraph.first_word, paragraph_kind),
        (!(paragraph_known && paragraph.first_word == last.first_word), last.first_word, line_kind),
    ]
    .into_iter()
    .find(|&(known, at, _)| known && fits(site, at))
    .map_or_else(
        || budget(site, window),
        |(_, at, boundary)| Beginning { at, boundary, confidence: certainty(boundary) },
    )
}

/// Whether a quote begins with the attribution: its line has quote markers, and the line before it has fewer.
///
/// The text was dropped then, since a quote would hold it as well.
pub(crate) fn opens_with_attribution(site: &Site<'_>) -> bool {
    let gap = site.document.get(site.text_end..site.attribution).unwrap_or_default();
    let Some((lines, own_line)) = gap.rsplit_once(is_line_break) else { return false };
    let from = char_ceil(site.document, site.text_end.saturating_sub(WINDOW).max(site.floor));
    let window = site.document.get(from..site.text_end).unwrap_or_default();
    let above = last_line(window);
    // A quote in a list begins behind the item's bullet.
    let item =
        above.trim_start_matches(|c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '*' | '-' | '+' | '.'));
    let depth = |prefix: &str| Line::new(prefix, 0).depth;
    // A quote's empty lines belong to it, and so does what is above them.
    depth(own_line) > depth(above).max(depth(item)) && !lines.contains(is_line_marker)
}

/// The lines of a window from its last to its first.
struct LinesUp<'t> {
    window: &'t str,
    from: usize,
    end: Option<usize>,
}

impl LinesUp<'_> {
    /// Whether the next line has nothing in it, as far as that is seen at once.
    fn has_empty_line_next(&self) -> bool {
        self.end.and_then(|end| self.window.get(..end)).is_some_and(|before| before.ends_with('\n'))
    }
}

impl Iterator for LinesUp<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let before = self.window.get(..self.end?)?;
        let line_break = last_line_break(before);
        let start = line_break.map_or(0, |at| char_ceil(before, at + 1));
        work::step(before.len() - start);
        self.end =
            line_break.map(|at| if before.get(..=at).is_some_and(|b| b.ends_with("\r\n")) { at - 1 } else { at });
        Some(Line::new(before.get(start..)?, self.from + start))
    }
}

/// Whether the text from `at` on is no longer than a tweet.
fn fits(site: &Site<'_>, at: usize) -> bool {
    site.document.get(at..site.text_end).is_some_and(weight::fits_tweet)
}

/// The first word from which on the text is no longer than a tweet.
fn budget(site: &Site<'_>, window: &str) -> Beginning {
    let mut weight = 0;
    let mut start = window.len();
    for (at, c) in window.char_indices().rev() {
        weight += weight::char_weight(c);
        if weight > weight::MAX_WEIGHT {
            break;
        }
        let begins_word = !is_blank(c) && window.get(..at).is_some_and(|before| before.ends_with(is_blank));
        if begins_word {
            start = at;
        }
    }
    let at = site.text_end - window.len() + start;
    Beginning { at, boundary: Boundary::Words, confidence: certainty(Boundary::Words) }
}

/// How often a beginning of this kind was right on labelled documents, rounded.
fn certainty(boundary: Boundary) -> f32 {
    match boundary {
        Boundary::Quote => 0.99,
        Boundary::Paragraph => 0.7,
        Boundary::Quotation => 0.65,
        Boundary::Line => 0.5,
        _ => 0.05,
    }
}
