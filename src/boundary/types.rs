//! Input and output of the boundary, and the state kept from one tweet to the next.

use super::token::TokenClass;
use crate::text::offset::last_bytes;

/// What marks the beginning of a tweet's text, surest first.
///
/// Everything else about a tweet is read from its attribution. Once paragraphs are gone, the beginning of its text is
/// inferred, and its certainty depends on the layout that flattening left. Compare kinds with `<`: less is surer.
///
/// ```
/// # use embedded_tweet::{Boundary, tweets};
/// let page = "It rained.\n\n> So glad!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021";
/// let boundary = tweets(page).next().unwrap().boundary();
/// assert_eq!(boundary, Boundary::Quote);
/// assert!(boundary < Boundary::Words, "it is surer");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Boundary {
    /// The author stands before the text and separates it from the prose: rendered widgets and citations.
    Author,
    /// Marks of its own set the text apart at both ends: a citation, a cell of a table, a string that holds nothing
    /// else.
    Delimited,
    /// A quotation's marker (`>` in Markdown) begins there.
    Quote,
    /// An empty line, or the beginning of the input, stands before it.
    Paragraph,
    /// A line break stands before it.
    Line,
    /// The previous quotation ends there.
    Quotation,
    /// Words and a colon that announce a quotation stand before it: `tweeted:`.
    Cue,
    /// Two sentences touch there without a space: `reporter:ESPN`.
    Glue,
    /// A sentence ends before it.
    Sentence,
    /// Nothing but a space marks the beginning; the words alone speak for it.
    Words,
}

/// The most bytes that one tweet takes up with the markup of its links.
pub(crate) const NEAR: usize = 2048;

/// An attribution in a document, and the stretch before it in which the text begins. Offsets are bytes of the document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'t> {
    /// The whole input.
    pub(crate) document: &'t str,
    /// The end of the previous quotation, or 0 without one. Nothing before it is read.
    pub(crate) previous_end: usize,
    /// The end of the tweet's text, whitespace excluded.
    pub(crate) text_end: usize,
    /// The beginning of the attribution: its dash, or its name if the dash was lost.
    pub(crate) attribution: usize,
    /// The end of the whole quotation.
    pub(crate) end: usize,
    /// The author's display name; may be empty.
    pub(crate) name: &'t str,
    /// The author's handle without `@`.
    pub(crate) handle: &'t str,
    /// The greatest weighted length of a tweet on the day of this one.
    pub(crate) limit: usize,
}

impl<'t> Site<'t> {
    /// The document between the previous quotation and the end of the text.
    pub(crate) fn before(&self) -> &'t str {
        self.document.get(self.previous_end..self.text_end).unwrap_or_default()
    }

    /// The end of [`before`](Self::before): as many bytes as a tweet takes up with the markup of its links.
    pub(crate) fn near(&self) -> &'t str {
        last_bytes(self.before(), NEAR)
    }

    /// The text, if it begins at `at`.
    pub(crate) fn text_from(&self, at: usize) -> &'t str {
        self.document.get(at..self.text_end).unwrap_or_default()
    }

    /// The document between the text and the attribution.
    pub(crate) fn gap(&self) -> &'t str {
        self.document.get(self.text_end..self.attribution).unwrap_or_default()
    }

    /// The attribution with its date.
    pub(super) fn attribution(&self) -> &'t str {
        self.document.get(self.attribution..self.end).unwrap_or_default()
    }

    /// The part of the attribution behind the parenthesis of its handle.
    pub(super) fn behind_handle(&self) -> &'t str {
        let attribution = self.attribution();
        // A name may have parentheses too: `Dana Ortiz (she/her) (@dortiz)`.
        let handle = memchr::memchr(b'@', attribution.as_bytes()).and_then(|at| attribution.get(at..));
        let end = handle.and_then(|handle| handle.get(memchr::memchr(b')', handle.as_bytes())? + 1..));
        end.unwrap_or_default()
    }

    /// The document behind the quotation.
    pub(crate) fn after(&self) -> &'t str {
        self.document.get(self.end..).unwrap_or_default()
    }
}

/// The beginning of a tweet's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Beginning {
    /// Byte offset into the document; a character boundary in `previous_end..=text_end`.
    pub(crate) at: usize,
    pub(crate) boundary: Boundary,
    /// The probability that the text begins exactly there, in `0.0..=1.0`.
    pub(crate) confidence: f32,
}

impl Beginning {
    /// A beginning that is certain.
    pub(crate) fn read(at: usize, boundary: Boundary) -> Self {
        Self { at, boundary, confidence: 1.0 }
    }
}

/// How the text of the previous tweet of a document began. The tweets of one document tend to begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PreviousTweet {
    /// The [`TokenGap::edge`](super::token::gap::TokenGap::edge) before it.
    pub(super) edge: usize,
    /// The class of the token before it.
    pub(super) before: TokenClass,
    /// Whether quote markers stood before its line.
    pub(super) quoted: bool,
}
