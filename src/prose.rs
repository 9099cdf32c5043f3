//! The prose of a text, without the marks and blank lines that tweets leave behind.

use alloc::{borrow::Cow, string::String};
use core::{fmt, iter::FusedIterator};

use crate::{
    extractor::{Extractor, Segment, Segments},
    text::whitespace::{gap_len, is_line_break, last_line, line_breaks, trim_gap_end},
};

impl Extractor {
    /// The prose of `text`: what is no tweet, without what a tweet leaves behind. Borrowed if there is no tweet.
    ///
    /// The free function [`prose`](crate::prose) with options.
    ///
    /// ```
    /// # use embedded_tweet::Extractor;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert_eq!(Extractor::new().prose(page), "It rained.");
    /// ```
    ///
    /// # Complexity
    ///
    /// That of [`Extractor::tweets`], and one allocation for the prose.
    #[must_use]
    pub fn prose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut segments = self.segments(text);
        match (segments.next(), segments.next()) {
            (None, _) => Cow::Borrowed(text),
            (Some(Segment::Prose(prose)), None) => Cow::Borrowed(prose),
            _ => Cow::Owned(joined_prose(self.segments(text), text)),
        }
    }
}

impl<'t> Segments<'t> {
    /// The same parts, but prose without the gap between it and a tweet: whitespace, and lines with nothing but the
    /// markers `>` and `|` of a quotation. Prose of nothing else is left out.
    ///
    /// For whoever lays out prose and tweets anew. The parts no longer add up to the text;
    /// [`prose`](crate::prose) joins them as they were joined.
    ///
    /// ```
    /// use embedded_tweet::segments;
    ///
    /// let page = "The mayor met them.\n\n> So glad!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021\n\nShe did not say why.\n";
    /// let prose: Vec<_> = segments(page).trimmed().filter_map(|segment| segment.prose()).collect();
    /// assert_eq!(prose, ["The mayor met them.", "She did not say why.\n"]);
    /// ```
    pub fn trimmed(self) -> TrimmedSegments<'t> {
        let mut segments = self;
        let next = segments.next();
        TrimmedSegments { segments, next, is_behind_tweet: false }
    }
}

/// The parts of a text, and prose without the gaps around tweets; made by [`Segments::trimmed`].
///
/// ```
/// let page = "The mayor met them. So glad! — Dana Ortiz (@dortiz) July 14, 2021 Nobody knows why.";
/// let segments = embedded_tweet::segments(page).trimmed();
/// assert_eq!(segments.last().unwrap().as_str(), "Nobody knows why.");
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TrimmedSegments<'t> {
    segments: Segments<'t>,
    next: Option<Segment<'t>>,
    is_behind_tweet: bool,
}

impl<'t> Iterator for TrimmedSegments<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        loop {
            let segment = self.next?;
            self.next = self.segments.next();
            let is_behind_tweet = core::mem::replace(&mut self.is_behind_tweet, segment.tweet().is_some());
            let Segment::Prose(prose) = segment else { return Some(segment) };
            // No two segments in a row are prose.
            let before = if is_behind_tweet { trim_gap_start(prose) } else { prose };
            let trimmed = if self.next.is_some() { trim_gap_end(before) } else { before };
            if !trimmed.is_empty() {
                return Some(Segment::Prose(trimmed));
            }
        }
    }
}

impl FusedIterator for TrimmedSegments<'_> {}

impl fmt::Debug for TrimmedSegments<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrimmedSegments").field("segments", &self.segments).finish_non_exhaustive()
    }
}

/// `prose` behind a tweet, without the rest of the tweet's line if nothing is in it, and without empty lines below. The
/// first line with words is whole, with its marker and indentation.
fn trim_gap_start(prose: &str) -> &str {
    let mut rest = prose;
    let mut gap = "";
    while let Some((more, behind)) = rest.split_at_checked(gap_len(rest)).filter(|(more, _)| !more.is_empty()) {
        gap = prose.get(..prose.len() - behind.len()).unwrap_or(more);
        rest = behind;
    }
    if rest.is_empty() || !gap.contains(is_line_break) {
        return rest;
    }
    prose.get(gap.len() - last_line(gap).len()..).unwrap_or(rest)
}

/// How two parts of prose are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Joint {
    Nothing,
    Space,
    Line,
    Paragraph,
}

impl Joint {
    fn of(gap: &str) -> Self {
        match line_breaks(gap) {
            0 if gap.is_empty() => Self::Nothing,
            0 => Self::Space,
            1 => Self::Line,
            _ => Self::Paragraph,
        }
    }

    /// What is to be written between `before` and `after`.
    fn between(self, before: &str, after: &str, line_break: &'static str) -> [&'static str; 2] {
        match self {
            _ if before.is_empty() => ["", ""],
            Self::Nothing if would_glue(before, after) => [" ", ""],
            Self::Nothing => ["", ""],
            Self::Space => [" ", ""],
            Self::Line => [line_break, ""],
            Self::Paragraph => [line_break, line_break],
        }
    }
}

/// The prose of `segments`, the parts of `text`. Where tweets stood, the widest of the gaps around them stays.
fn joined_prose(segments: Segments<'_>, text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    // The widest gap since the last words, if a tweet stood there, and how lines end in it.
    let mut joint = None;
    for segment in segments {
        match (segment, joint) {
            (Segment::Prose(words), None) => prose.push_str(words),
            (Segment::Prose(words), Some(before)) => {
                let rest = trim_gap_start(words);
                let gap = words.get(..words.len() - rest.len()).unwrap_or_default();
                let (widest, line_break) = (Joint::of(gap), line_break(gap)).max(before);
                joint = rest.is_empty().then_some((widest, line_break));
                if !rest.is_empty() {
                    widest.between(&prose, rest, line_break).into_iter().for_each(|part| prose.push_str(part));
                    prose.push_str(rest);
                }
            }
            (Segment::Tweet(_), None) => {
                let kept = trim_gap_end(&prose).len();
                let gap = prose.get(kept..).unwrap_or_default();
                joint = Some((Joint::of(gap), line_break(gap)));
                prose.truncate(kept);
            }
            (Segment::Tweet(_), Some(_)) => {}
        }
    }
    if joint.is_some() && !prose.is_empty() && text.ends_with(is_line_break) {
        let end = text.trim_end_matches(is_line_break).len();
        prose.push_str(line_break(text.get(end..).unwrap_or_default()));
    }
    prose
}

/// How lines end in `gap`.
fn line_break(gap: &str) -> &'static str {
    if gap.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Whether a word of `after` would hang on what is before it, other than an opening quote or bracket.
fn would_glue(before: &str, after: &str) -> bool {
    after.starts_with(char::is_alphanumeric) && !before.ends_with(['(', '[', '{', '"', '“', '‘', '„', '«', '「'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{prose, segments};

    const TWEET: &str = "So glad to be here! #bridges — Dana Ortiz (@dortiz) July 14, 2021";

    /// A sentence too long for a tweet, so that the tweet behind it in the same line cannot begin with it.
    const LONG: &str = "It rained for twelve days, and the harbour, which had offered to pay for a third of the bridge, has \
        had no money since the fire of last year and will not open again before the spring, as its master told the \
        council on Monday, when nobody asked how the rest of the bridge is to be paid for.";

    #[test]
    fn the_widest_gap_stays_where_tweets_stood() {
        for (page, expected) in [
            ("", ""),
            ("It rained.\n\n", "It rained.\n\n"),
            ("T", ""),
            ("T\n", ""),
            ("It rained.\n\nT\n\nIt snowed.\n", "It rained.\n\nIt snowed.\n"),
            ("It rained.\n\n> T\n\nIt snowed.", "It rained.\n\nIt snowed."),
            ("It rained.\n\n> T\n>\n> T\n\nIt snowed.", "It rained.\n\nIt snowed."),
            ("It rained.\r\n\r\n> T\r\n\r\nIt snowed.", "It rained.\r\n\r\nIt snowed."),
            ("A\r\nB\n\n> T\n\nIt snowed.\n", "A\r\nB\n\nIt snowed.\n"),
            ("A\r\nB\n\n> T\n", "A\r\nB\n"),
            ("It rained.\n\n> T\r\n", "It rained.\r\n"),
            ("It rained.\n\n> T\n>\n> It snowed.", "It rained.\n\n> It snowed."),
            ("It rained.\nT\n    It snowed.", "It rained.\n    It snowed."),
            ("It rained.\n\nT It snowed.", "It rained.\n\nIt snowed."),
            (&format!("{LONG} T It snowed."), &format!("{LONG} It snowed.")),
            ("T\n\n\n\nIt snowed.", "It snowed."),
            ("T\n\n| It snowed.", "| It snowed."),
            ("It rained.\n\n> T\n", "It rained.\n"),
        ] {
            let page = page.replace('T', TWEET);
            assert_eq!(prose(&page), expected, "{page:?}");
            let words: String = expected.split_whitespace().filter(|word| *word != ">").collect();
            let trimmed = segments(&page).trimmed().filter_map(|segment| segment.prose());
            let kept: String = trimmed.flat_map(str::split_whitespace).filter(|word| *word != ">").collect();
            assert_eq!(kept, words, "{page:?}");
        }
        assert!(matches!(prose("It rained."), Cow::Borrowed("It rained.")));
    }

    #[test]
    fn long_gaps_go_as_well() {
        let page = format!("It rained.\n\n{TWEET}{}It snowed.", "\n>".repeat(500) + "\n\n");
        assert_eq!(prose(&page), "It rained.\n\nIt snowed.");
    }
}
