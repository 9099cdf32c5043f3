//! Scores each candidate boundary and returns the best.

use core::ops::Range;

use super::{
    candidates::{Candidates, MOST_CANDIDATES},
    false_friend::is_tweet,
    features::{Features, of_candidate, of_token},
    model::{
        calibration::{MEASURED, confidence},
        sum::{Scores, WeightSum, ln, share_of_one},
    },
    statistics::{Statistics, prefix::MOST_INDICES},
    token::Tokens,
    types::{Beginning, Boundary, PreviousTweet, Site},
    window::Window,
};
use crate::text::{steps, whitespace::is_margin};

/// The candidates of a window and their scores.
struct Scored<'w> {
    features: Features<'w>,
    candidates: Candidates,
    scores: Scores<MOST_CANDIDATES>,
    /// The first of those with the highest score.
    best: Option<(usize, i32)>,
}

impl<'w> Scored<'w> {
    fn new(features: Features<'w>) -> Self {
        let candidates = features.candidates();
        let near = near(features);
        let mut scores = Scores::NONE;
        let (mut inside, mut reached) = (WeightSum::new(), features.tokens().len());
        let mut best: Option<(usize, i32)> = None;
        for index in candidates.iter() {
            for inner in index..reached {
                steps::step(1);
                of_token(features, inner, &mut inside);
            }
            reached = index;
            let mut sum = inside;
            of_candidate(features, index, &mut sum);
            let Range { start, end } = features.near(index);
            let score = sum.sum + near.get(end).copied().unwrap_or(0) - near.get(start).copied().unwrap_or(0);
            scores.push(score);
            if best.is_none_or(|(_, most)| score > most) {
                best = Some((index, score));
            }
        }
        Self { features, candidates, scores, best }
    }

    /// The candidates with their scores, the nearest first.
    fn iter(&self) -> impl Iterator<Item = (usize, i32)> + '_ {
        self.candidates.iter().zip(self.scores.iter())
    }

    /// The beginning at the token at `index`, which has this score.
    fn beginning(&self, index: usize, score: i32) -> Beginning {
        let window = self.features.window;
        let probability = share_of_one(self.scores.total(score)) * is_tweet(&self.features.quotation(index));
        Beginning {
            at: window.text_at(index),
            boundary: window.boundary(index),
            confidence: confidence(&MEASURED.words, probability, window.kind(index)),
        }
    }
}

/// Scores the candidates of `site` and hands them to `read`.
fn scored<T>(site: &Site<'_>, previous: Option<PreviousTweet>, read: impl FnOnce(&Scored<'_>) -> T) -> T {
    let (mut tokens, mut statistics) = (Tokens::none(), Statistics::none());
    let window = Window::read(site, previous, &mut tokens);
    read(&Scored::new(Features::new(&window, &mut statistics)))
}

/// The beginning with the highest score, and the state for the next tweet. Without a candidate, the text is empty.
pub(super) fn beginning(site: &Site<'_>, previous: Option<PreviousTweet>) -> (Beginning, Option<PreviousTweet>) {
    scored(site, previous, |scored| match scored.best {
        Some((index, score)) => (scored.beginning(index, score), Some(scored.features.window.as_previous(index))),
        None => (Beginning { at: site.text_end, boundary: Boundary::Words, confidence: 0.0 }, previous),
    })
}

/// The beginning at `at`, which the caller chose; with confidence 0 if no candidate is there, past markers of lines.
pub(crate) fn beginning_at(site: &Site<'_>, at: usize, boundary: Boundary) -> Beginning {
    scored(site, None, |scored| {
        let is_there = |index: usize| {
            let between = site.document.get(at..scored.features.window.in_document(index));
            between.is_some_and(|between| between.chars().all(is_margin))
        };
        let there = scored.iter().find(|(index, _)| is_there(*index));
        let found = there.map_or(0.0, |(index, score)| scored.beginning(index, score).confidence);
        Beginning { at, boundary, confidence: found }
    })
}

/// The likeliest beginnings, with the logarithms of their probabilities; [`RANKED`] at most, the likeliest first.
pub(crate) fn ranking(site: &Site<'_>, previous: Option<PreviousTweet>) -> [Option<(Beginning, f32)>; RANKED] {
    scored(site, previous, |scored| {
        let mut order: [Option<(usize, i32)>; RANKED] = [None; RANKED];
        for (index, score) in scored.iter() {
            let mut candidate = Some((index, score));
            for slot in &mut order {
                if slot.is_none_or(|(_, other)| candidate.is_some_and(|(_, score)| score > other)) {
                    core::mem::swap(slot, &mut candidate);
                }
            }
        }
        let log_total = |score: i32| ln(scored.scores.total(score));
        order.map(|slot| slot.map(|(index, score)| (scored.beginning(index, score), -log_total(score))))
    })
}

/// How many beginnings are ranked.
pub(crate) const RANKED: usize = 6;

/// For each token, the sum of the weights that the tokens before it add to the candidates near them.
fn near(features: Features<'_>) -> [i32; MOST_INDICES] {
    let mut sums = [0; MOST_INDICES];
    let mut sum = WeightSum::new();
    for (index, slot) in sums.iter_mut().take(features.tokens().len()).enumerate() {
        *slot = sum.sum;
        features.nearby(index, &mut sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use crate::boundary::model::weights::{SCALE, WEIGHTS};
    use alloc::vec::Vec;

    use super::{
        super::{features::tests::Taken, tests::last_site},
        *,
    };
    use crate::marks::Marked;

    #[test]
    fn scores_are_the_sums_of_the_weights_of_all_features() {
        let mut scored = 0;
        for marked in [
            "They met on Monday, when it had not rained for as many as twelve days. She then wrote: ⟦So glad! See you all soon #bridge⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ It rained.",
            "Some were glad: ⟦Finally!!⟧ — ⟨Kim Lee⟩ (@⟪kimlee⟫) ⦅July 14, 2021⦆ ⟦who asked for this, Dana Ortiz?⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\nThey met.",
            "They met.\nOn Monday they sang.\n⟦Oh my.\nSo glad that we met https://t.co/AbCdEfGhIj⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
        ] {
            let marked = Marked::read(marked);
            let site = last_site(&marked);
            let (mut tokens, mut statistics) = (Tokens::none(), Statistics::none());
            let window = Window::read(&site, None, &mut tokens);
            let features = Features::new(&window, &mut statistics);
            let score = |index: usize| {
                let mut taken = Taken(Vec::new());
                of_candidate(features, index, &mut taken);
                features.near(index).for_each(|near| features.nearby(near, &mut taken));
                (index..features.tokens().len()).for_each(|inner| of_token(features, inner, &mut taken));
                taken.0.iter().map(|index| f32::from(WEIGHTS[*index])).sum::<f32>() / SCALE
            };
            let all: Vec<_> = features.candidates().iter().map(|index| (index, score(index))).collect();
            let (index, best) = all.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a }).unwrap();
            let total: f32 = all.iter().map(|(_, score)| (score - best).exp()).sum();
            let (found, _) = beginning(&site, None);
            let ranked: Vec<_> = ranking(&site, None).into_iter().flatten().collect();
            assert_eq!((ranked.len(), ranked[0].0), (all.len().min(RANKED), found));
            assert!(ranked.iter().map(|(_, log)| log).is_sorted_by(|a, b| a >= b), "{ranked:?}");
            assert!((ranked[0].1 + total.ln()).abs() < 0.05, "{ranked:?}");
            assert_eq!(beginning_at(&site, window.in_document(index), found.boundary), found);
            assert_eq!(found.at, window.in_document(index), "{:?}", marked.text);
            let kind = window.kind(index);
            let mut against = Taken(Vec::new());
            features.quotation(index).against(&mut against);
            let against: f32 = against.0.iter().map(|index| f32::from(WEIGHTS[*index])).sum::<f32>() / SCALE;
            let probability = 1.0 / total / (1.0 + against.exp());
            assert!(
                (found.confidence - confidence(&MEASURED.words, probability, kind)).abs() < 0.01,
                "{found:?} {total}"
            );
            scored += all.len();
        }
        assert!(scored > 15, "only {scored} candidates");
    }
}
