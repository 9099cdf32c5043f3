//! Continuation: the lines of a text that a tool printed behind the attribution.
//!
//! Some versions of trafilatura print a tweet of several lines in two parts: its first line, the attribution, its other
//! lines. Nothing marks where the other lines end and the page's own begin, nor that there are any:
//!
//! ```text
//! So glad to be here!
//! — Dana Ortiz (@dortiz) July 14, 2021
//! The bridge is open. pic.twitter.com/AbCdEf1234
//! The mayor did not say …
//! ```
//!
//! | step | module |
//! |---|---|
//! | The layout rules most continuations out, and nothing else is looked at | [`situation`] |
//! | The words behind the date are read as far as a tweet is long; some of their ends are candidates | [`reach`], [`word`] |
//! | Each candidate has features, and "none" has none | [`features`] |
//! | The features are combinations of a few parts | [`groups`] |
//! | Each feature is the index of a weight; the sums of weights are log-odds against "none" | [`model`] |
//!
//! `examples/fit_continuation` fits the weights, with this code (`fit.rs`).

mod features;
#[cfg(feature = "fit")]
pub mod fit;
mod groups;
mod habit;
mod model;
mod opening;
mod reach;
mod situation;
mod word;

use core::ops::Range;

pub(crate) use self::habit::Habit;
use self::{
    features::of_candidate,
    reach::{EndCandidate, Reach},
    situation::Situation,
};
use super::{
    model::sum::{WeightSum, exp, to_logit},
    token::gap::TokenGap,
    types::{Beginning, Site},
};
use crate::text::steps;

/// How far behind an attribution another one is looked for, in bytes.
pub(crate) const FARTHEST_NEXT: usize = situation::MOST_BYTES + 400;

/// Whether a text goes on behind its attribution, and where.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Continuation {
    /// Bytes of the document.
    pub(crate) span: Option<Range<usize>>,
    /// The probability that this is right, in `0.0..=1.0`.
    pub(crate) confidence: f32,
}

impl Continuation {
    /// No continuation, for sure: the text stands elsewhere, or the layout has no place for one.
    pub(crate) const NONE: Self = Self { span: None, confidence: 1.0 };

    /// The continuation that the attribution itself shows.
    pub(crate) fn read(span: Range<usize>) -> Self {
        Self { span: Some(span), confidence: 1.0 }
    }

    /// `beginning`, with the probability that both ends are right.
    pub(crate) fn joined_to(&self, beginning: Beginning) -> Beginning {
        Beginning { confidence: beginning.confidence * self.confidence, ..beginning }
    }
}

/// Says whether a text goes on behind its attribution; see [`continuation`].
pub(crate) type Judge<'j> =
    &'j mut dyn FnMut(&Site<'_>, usize, &mut Habit, &mut dyn FnMut() -> Option<usize>) -> Continuation;

/// The continuation of the text that begins at `at`; updates `habit` for the next tweet of the document.
///
/// `next_text_end` returns the end of the text before the next attribution, if that begins less than [`FARTHEST_NEXT`]
/// bytes behind. It is called only where a continuation is possible.
///
/// # Complexity
///
/// Looks at a fixed number of bytes behind the attribution at most, and at no more than a fixed number of candidates.
pub(crate) fn continuation(
    site: &Site<'_>,
    at: usize,
    habit: &mut Habit,
    next_text_end: &mut dyn FnMut() -> Option<usize>,
) -> Continuation {
    let Some(situation) = Situation::new(site, at, *habit) else {
        habit.note_end(site.text_from(at));
        return Continuation::NONE;
    };
    let reach = Reach::read(&situation, next_text_end());
    let continuation = best(&situation, &reach);
    habit.note(site.document, site.text_from(at), continuation.span.as_ref());
    continuation
}

/// All that follows the attribution in the document, if it is more probable than not that it continues the text that
/// begins at `at`.
pub(crate) fn all_behind(site: &Site<'_>, at: usize) -> Option<Continuation> {
    let situation = Situation::new(site, at, Habit::default())?;
    let reach = Reach::read(&situation, None);
    let whole = reach.candidates().last().filter(|candidate| candidate.after == TokenGap::InputEdge)?;
    let odds = odds(&situation, &reach, whole);
    let confidence = model::confidence_of_some(odds / (1.0 + odds));
    (odds > 1.0).then_some(Continuation { span: Some(situation.start..site.document.len()), confidence })
}

/// The odds of `candidate` against "none".
fn odds(situation: &Situation<'_>, reach: &Reach<'_>, candidate: &EndCandidate) -> f32 {
    let mut weights = WeightSum::of(&model::WEIGHTS);
    of_candidate(situation, reach, candidate, &mut weights);
    exp(to_logit(weights.sum))
}

/// The most probable end, if it is probable enough, or none.
fn best(situation: &Situation<'_>, reach: &Reach<'_>) -> Continuation {
    let mut best: Option<(&EndCandidate, f32)> = None;
    let mut total = 1.0;
    for candidate in reach.candidates() {
        steps::step(1);
        let odds = odds(situation, reach, candidate);
        total += odds;
        if best.is_none_or(|(_, most)| odds > most) {
            best = Some((candidate, odds));
        }
    }
    let none = 1.0 / total;
    match best.map(|(candidate, most)| (candidate, most / total)) {
        Some((candidate, share)) if none < model::MOST_NONE && share >= model::LEAST_SOME => Continuation {
            span: Some(situation.start..situation.start + usize::from(candidate.end)),
            confidence: model::confidence_of_some(share),
        },
        _ => Continuation { span: None, confidence: model::confidence_of_none(none) },
    }
}
