//! Layout: the first stage of the judge, which weighs the lines before an attribution.
//!
//! Each line is a candidate, and one more stands for "none of them". Where the best of them is all but certain, it is
//! the answer, and no word before the text is read, but those of an introduction; `model/calibration.txt` says from
//! which probability on. [`Extractor::structure_only`](crate::Extractor::structure_only) asks nothing else.

mod dropped_text;
mod features;
pub(super) mod line_start;
pub(super) mod lines;

pub(crate) use dropped_text::opens_with_attribution;
pub(super) use features::{Layout, Outcome};
use line_start::LineStart;
use lines::MOST_LINES;

use super::{
    boundary_kind::boundary_at,
    false_friend::is_tweet,
    features::WholeQuotation,
    input_kind::InputKind,
    model::{
        calibration::{MEASURED, confidence},
        sum::{Scores, WeightSum, share_of_one},
    },
    token::{TokenClass, gap::TokenGap},
    types::{Beginning, Boundary, PreviousTweet, Site},
};
use crate::{length, text::whitespace::is_whitespace};

/// The likeliest line.
struct Best {
    /// Counted from the last.
    index: usize,
    probability: f32,
}

/// The likeliest line at which the text of `layout` begins; `None` without lines that fit into a tweet.
fn best(layout: &Layout<'_, '_>) -> Option<Best> {
    if layout.lines.candidates == 0 {
        return None;
    }
    let mut scores = Scores::<{ MOST_LINES + 1 }>::NONE;
    let mut best: Option<(usize, i32)> = None;
    for outcome in layout.outcomes() {
        let mut sum = WeightSum::new();
        layout.of_outcome(outcome, &mut sum);
        let score = sum.sum;
        scores.push(score);
        if let Outcome::Line(index) = outcome {
            if best.is_none_or(|(_, most)| score > most) {
                best = Some((index, score));
            }
        }
    }
    let (index, score) = best?;
    Some(Best { index, probability: share_of_one(scores.total(score)) })
}

impl<'t> Layout<'_, 't> {
    /// What marks the beginning at the line at `index`.
    pub(super) fn boundary(&self, index: usize) -> Boundary {
        let (gap, follows, before) = self.edge(index);
        let deepens = self.lines.line(index).prefix.depth > self.lines.depth_above(index);
        if follows { Boundary::Quotation } else { boundary_at(gap, deepens, before) }
    }

    pub(super) fn kind(&self, index: usize) -> InputKind {
        let starts_input = self.lines.start(index) == LineStart::InputEdge;
        InputKind::of(self.boundary(index), starts_input, index > 0)
    }

    /// The gap before the line at `index`, whether the previous quotation ends there, and the class of the last
    /// character before.
    fn edge(&self, index: usize) -> (TokenGap, bool, TokenClass) {
        let (gap, follows) = match self.lines.start(index) {
            LineStart::LineBreak => (TokenGap::LineBreak, false),
            LineStart::EmptyLine => (TokenGap::EmptyLine, false),
            LineStart::InputEdge => (TokenGap::InputEdge, false),
            LineStart::Quotation => (TokenGap::Space, true),
            LineStart::QuotationBreak if self.lines.line(index).empty_above > 0 => (TokenGap::EmptyLine, true),
            LineStart::QuotationBreak => (TokenGap::LineBreak, true),
        };
        (gap, follows, if follows { TokenClass::None } else { self.lines.line(index + 1).last })
    }

    /// The quotation whose text begins at the line at `index`.
    pub(super) fn quotation(&self, index: usize) -> WholeQuotation<'_, 't> {
        let (gap, _, before) = self.edge(index);
        WholeQuotation {
            site: self.site,
            at: self.at(index),
            gap,
            before,
            after: self.after,
            has_previous: self.previous.is_some(),
        }
    }

    /// The state for the next tweet of the document, if the text begins at the line at `index`.
    fn as_previous(&self, index: usize) -> PreviousTweet {
        let (gap, follows, before) = self.edge(index);
        PreviousTweet { edge: gap.edge(follows), before, quoted: self.lines.line(index).prefix.depth > 0 }
    }

    fn beginning(&self, Best { index, probability }: &Best) -> Beginning {
        Beginning {
            at: self.at(*index),
            boundary: self.boundary(*index),
            confidence: confidence(&MEASURED.layout, *probability, self.kind(*index)),
        }
    }
}

/// The beginning, if the layout makes it all but certain, and the state for the next tweet. Reads no word before
/// the text.
///
/// # Complexity
///
/// Looks at most at 2 KiB before `site.text_end`, each byte at most six times.
pub(super) fn answer(site: &Site<'_>, previous: Option<PreviousTweet>) -> Option<(Beginning, PreviousTweet)> {
    let layout = Layout::read(site, previous);
    let Best { index, probability } = best(&layout)?;
    let kind = layout.kind(index);
    if probability < *MEASURED.answers.get(kind as usize)? {
        return None;
    }
    let probability = probability * is_tweet(&layout.quotation(index));
    let (at, boundary) = (layout.at(index), layout.boundary(index));
    Some((
        Beginning { at, boundary, confidence: confidence(&MEASURED.words, probability, kind) },
        layout.as_previous(index),
    ))
}

/// The likeliest beginning by the layout alone; updates `previous` for the next tweet.
///
/// # Complexity
///
/// That of [`answer`].
pub(crate) fn beginning(site: &Site<'_>, previous: &mut Option<PreviousTweet>) -> Beginning {
    let layout = Layout::read(site, *previous);
    let Some(best) = best(&layout) else {
        let window = site.near();
        let at = site.text_end - window.len() + longest(window);
        return Beginning { at, boundary: Boundary::Words, confidence: 0.0 };
    };
    *previous = Some(layout.as_previous(best.index));
    layout.beginning(&best)
}

/// The offset of the longest text of whole words at the end of `window` that fits into one tweet.
fn longest(window: &str) -> usize {
    let (mut weight, mut start, mut word) = (0, window.len(), window.len());
    for (at, c) in window.char_indices().rev() {
        weight += length::char_weight(c);
        if weight > length::MAX_WEIGHT {
            break;
        }
        if is_whitespace(c) {
            start = word;
        } else {
            word = at;
        }
    }
    start
}
