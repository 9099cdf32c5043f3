//! Where the text of a tweet begins: the one thing about a quotation that is inferred and not read.

/// The kind of place at which a tweet's text was judged to begin, surest first.
///
/// Everything else about a tweet is read from its attribution. The beginning of its text is inferred once paragraphs are
/// gone, and how sure that is depends on what flattening left: compare kinds with `<`, where less is surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Boundary {
    /// The author stands before the text and closes off what is before: rendered widgets and citations.
    Author,
    /// A quotation's marker (`>` in Markdown) begins there.
    Quote,
    /// A blank line, or the beginning of the input, stands before it.
    Paragraph,
    /// The previous quotation ends there.
    Quotation,
    /// A line break stands before it.
    Line,
    /// Words or a colon that announce a quotation stand before it: `tweeted:`.
    Cue,
    /// A sentence ends before it.
    Sentence,
    /// Two sentences touch there without a space: `reporter:ESPN`.
    Glue,
    /// Nothing marks the beginning; it is as far back as one tweet can reach.
    Budget,
}

/// Where an attribution was found, for finding the beginning of the text before it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'t> {
    /// The whole input.
    pub(crate) document: &'t str,
    /// The end of the previous quotation, or 0 where there is none: nothing before it is looked at.
    pub(crate) floor: usize,
    /// The end of the tweet's text, white space not included.
    pub(crate) text_end: usize,
    /// The beginning of the attribution: its dash, or its name where the dash was lost.
    pub(crate) attribution: usize,
}

/// The beginning of a tweet's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Beginning {
    /// Byte offset into the document; a character boundary in `floor..=text_end`.
    pub(crate) at: usize,
    pub(crate) boundary: Boundary,
}

/// Finds where the text that ends at `site.text_end` begins.
pub(crate) fn beginning(site: &Site<'_>) -> Beginning {
    let before = site.document.get(site.floor..site.text_end).unwrap_or_default();
    let at = before.rfind("\n\n").map_or(site.floor, |at| site.floor + at + 2);
    Beginning { at, boundary: Boundary::Paragraph }
}
