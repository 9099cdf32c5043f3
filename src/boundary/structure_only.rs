//! Where a text begins by structure alone: quote markers, indentation, blank lines, lines, the previous quotation.
//!
//! One pass back over the lines before the attribution, without weights and without reading words. It is right where the
//! input kept its blocks; where it did not, it takes the last line, or what one tweet can hold.

use super::{Beginning, Boundary, Site};
use crate::{
    length,
    text::{
        offset::char_ceil,
        steps,
        whitespace::{is_line_break, is_line_marker, is_whitespace, last_line, last_line_break},
    },
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
        let words = text.trim_start_matches(|c| is_whitespace(c) || is_line_marker(c));
        let prefix = text.get(..text.len() - words.len()).unwrap_or_default();
        let depth = prefix.chars().filter(|&c| is_line_marker(c)).count();
        let indent = prefix.chars().count() - depth;
        Self { first_word: start + prefix.len(), depth, indent, is_empty: words.is_empty() }
    }

    /// Whether markers or indentation that prose lacks set it apart.
    fn is_set_apart(&self) -> bool {
        self.depth > 0 || self.indent > 1
    }

    /// Whether a quotation goes on upwards with it from `line` below, which is set apart.
    fn is_set_apart_like(&self, line: &Self) -> bool {
        if line.depth > 0 { self.depth >= line.depth } else { self.indent >= line.indent }
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
    let whole = from == site.floor;
    let mut lines = LinesUp { window, from, end: Some(window.len()) };
    let Some(last) = lines.next() else {
        return Beginning { at: site.text_end, boundary: Boundary::Words, confidence: 0.0 };
    };
    let is_apart = last.is_set_apart();
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
    let above = if site.floor > 0 { Boundary::Quotation } else { Boundary::Paragraph };
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
    let item = above
        .trim_start_matches(|c: char| is_whitespace(c) || c.is_ascii_digit() || matches!(c, '*' | '-' | '+' | '.'));
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
        steps::step(before.len() - start);
        self.end =
            line_break.map(|at| if before.get(..=at).is_some_and(|b| b.ends_with("\r\n")) { at - 1 } else { at });
        Some(Line::new(before.get(start..)?, self.from + start))
    }
}

/// Whether the text from `at` on is no longer than a tweet.
fn fits(site: &Site<'_>, at: usize) -> bool {
    site.document.get(at..site.text_end).is_some_and(length::fits_tweet)
}

/// The first word from which on the text is no longer than a tweet.
fn budget(site: &Site<'_>, window: &str) -> Beginning {
    let mut weight = 0;
    let mut start = window.len();
    for (at, c) in window.char_indices().rev() {
        weight += length::char_weight(c);
        if weight > length::MAX_WEIGHT {
            break;
        }
        let begins_word = !is_whitespace(c) && window.get(..at).is_some_and(|before| before.ends_with(is_whitespace));
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

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::*;

    /// A site of which only the text before the attribution matters, and where that begins.
    fn site(document: &str, text_end: usize, attribution: usize) -> Site<'_> {
        let end = document.len();
        Site { document, floor: 0, text_end, attribution, end, name: "", handle: "", limit: length::MAX_WEIGHT }
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
            let found = Line::new(line, 100);
            assert_eq!(found, Line { first_word: 100 + first_word, depth, indent, is_empty: false }, "{line:?}");
        }
        assert!(Line::new("", 0).is_empty && Line::new("> ", 0).is_empty);
    }

    #[test]
    fn lines_come_from_the_last_to_the_first() {
        let window = "They met.\r\n  So\n\n> glad\u{2028}Oh";
        let lines: Vec<_> = LinesUp { window, from: 10, end: Some(window.len()) }.collect();
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
    fn a_line_goes_on_with_one_that_is_set_apart_as_far() {
        let line = |text: &str| Line::new(text, 0);
        for (above, below, goes_on) in [
            ("> They", "> met", true),
            (">> They", "> met", true),
            ("> They", ">> met", false),
            ("  They", "> met", false),
            ("  They", "  met", true),
            ("    They", "  met", true),
            (" They", "  met", false),
        ] {
            assert!(line(below).is_set_apart(), "{below:?}");
            assert_eq!(line(above).is_set_apart_like(&line(below)), goes_on, "{above:?} {below:?}");
        }
        assert!(!line(" They").is_set_apart() && !line("They").is_set_apart());
    }

    #[test]
    fn quotes_that_begin_with_their_attribution() {
        for (marked, opens) in [
            ("They met.\n\n‖> — Dana", true),
            ("They met.‖\n> — Dana", true),
            ("> They met.\n‖> > — Dana", true),
            ("They met.‖ — Dana", false),
            ("They met.\n‖— Dana", false),
            ("> They met.‖\n> — Dana", false),
            ("> They met.‖\n>\n> — Dana", false),
            ("They met.‖\n>\n> — Dana", false),
            // In lists.
            ("* > They met.‖\n> — Dana", false),
            ("- > They met.‖\n> — Dana", false),
            ("+ > They met.‖\n> — Dana", false),
            ("1. > They met.‖\n> — Dana", false),
            ("  12. > They met.‖\n> — Dana", false),
            ("a > They met.‖\n> — Dana", true),
        ] {
            let (text, rest) = marked.split_once('‖').unwrap();
            let document = format!("{text}{rest}");
            let attribution = document.find('—').unwrap();
            let site = site(&document, text.trim_end().len(), attribution);
            assert_eq!(opens_with_attribution(&site), opens, "{marked:?}");
        }
    }

    #[test]
    fn a_text_without_lines_is_as_long_as_a_tweet_can_be() {
        // 55 words of four characters are 274 with the spaces between them, so that there is room for one of five.
        for (last, words) in [("mmmmm", 56), ("mmmmmm", 55)] {
            let document = format!("They met{} {last}", " glad".repeat(60));
            let found = beginning(&site(&document, document.len(), document.len()));
            let text = document.get(found.at..).unwrap();
            assert_eq!((text.split(' ').count(), found.boundary), (words, Boundary::Words), "{text:?}");
        }
    }

    #[test]
    fn surer_boundaries_are_more_often_right() {
        let kinds = [Boundary::Quote, Boundary::Paragraph, Boundary::Quotation, Boundary::Line, Boundary::Words];
        let confidences = kinds.map(certainty);
        assert!(confidences.is_sorted_by(|surer, other| surer > other), "{confidences:?}");
        assert!(confidences.iter().all(|confidence| (0.0..1.0).contains(confidence)), "{confidences:?}");
    }
}
