//! Where the text of a tweet begins: the one thing about a quotation that is inferred and not read.
//!
//! Where a page kept its blocks, the layout often settles it, and no word is read ([`settled`]). Otherwise the places at which
//! a text may begin ([`candidate`]) in the stretch before the attribution that can hold a tweet ([`window`], [`token`]) are
//! judged by what speaks for and against them ([`feature`], [`sums`], [`habits`], [`language`]). Each feature is the index
//! of a weight ([`group`], [`table`]); the place with the highest sum is the beginning ([`judge`]). `examples/fit_boundary`
//! fits the weights, with this code.
//!
//! How often a beginning is exact on documents of sites that the weights were not fitted to stands in `reliability.md`, which
//! the fitting program writes together with the weights.

mod candidates;
mod char_class;
mod features;
#[cfg(feature = "fit")]
pub mod fit;
mod function_words;
mod layout_rules;
mod lexer;
mod model;
mod previous_tweet;
mod score;
mod statistics;
mod structure_only;
#[cfg(test)]
mod tests;
mod token;
mod window;

pub(crate) use previous_tweet::Habits;
pub(crate) use structure_only::{beginning as beginning_by_structure, opens_with_attribution};

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
    /// The end of the whole quotation.
    pub(crate) end: usize,
    /// The author's name as it is shown; may be empty.
    pub(crate) name: &'t str,
    /// The author's handle without `@`.
    pub(crate) handle: &'t str,
    /// How many weighted characters a tweet could hold when this one was written.
    pub(crate) limit: usize,
}

/// The beginning of a tweet's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Beginning {
    /// Byte offset into the document; a character boundary in `floor..=text_end`.
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

/// Finds where the text that ends at `site.text_end` begins, and keeps in `habits` what it saw for the next site of the
/// same document.
///
/// # Complexity
///
/// Looks at most at 4 KiB before `site.text_end`, and at no more than a fixed number of words and places in them.
pub(crate) fn beginning(site: &Site<'_>, habits: &mut Habits) -> Beginning {
    match layout_rules::settled(site) {
        Some(settled) => {
            habits.learn_settled(settled);
            settled.beginning()
        }
        None => score::judge(site, habits),
    }
}
