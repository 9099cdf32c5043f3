//! Scores each candidate boundary and returns the best.

use crate::text::whitespace::is_margin;
use core::ops::Range;

use super::{
    candidates::{Candidates, MOST_CANDIDATES},
    char_class::class_of,
    features::{Features, WholeQuotation, of_candidate, of_token},
    input_kind::InputKind,
    model::{
        calibration::confidence,
        group::FeatureSink,
        weights::{SCALE, WEIGHTS},
    },
    statistics::{Statistics, prefix::MOST_INDICES},
    token::{
        Token, TokenClass, Tokens,
        gap::{TokenGap, char_after, gap_after},
    },
    types::{Beginning, Boundary, PreviousTweet, Site},
    window::Window,
};
use crate::text::steps;

/// Adds up the weights of features.
pub(super) struct WeightSum(pub(super) i32);

impl FeatureSink for WeightSum {
    fn add(&mut self, index: usize) {
        self.0 += WEIGHTS.get(index).copied().map_or(0, i32::from);
    }
}

/// The candidates of a window and their scores.
struct Scored<'w> {
    features: Features<'w>,
    candidates: Candidates,
    scores: [i32; MOST_CANDIDATES],
    /// The first of those with the highest score.
    best: Option<(usize, i32)>,
}

impl<'w> Scored<'w> {
    fn new(features: Features<'w>) -> Self {
        let candidates = features.candidates();
        let near = near(features);
        let mut scores = [0_i32; MOST_CANDIDATES];
        let (mut inside, mut reached) = (WeightSum(0), features.tokens().len());
        let mut best: Option<(usize, i32)> = None;
        for (index, slot) in candidates.iter().zip(&mut scores) {
            for inner in index..reached {
                steps::step(1);
                of_token(features, inner, &mut inside);
            }
            reached = index;
            let mut sum = WeightSum(inside.0);
            of_candidate(features, index, &mut sum);
            let Range { start, end } = features.near(index);
            *slot = sum.0 + near.get(end).copied().unwrap_or(0) - near.get(start).copied().unwrap_or(0);
            if best.is_none_or(|(_, score)| *slot > score) {
                best = Some((index, *slot));
            }
        }
        Self { features, candidates, scores, best }
    }

    /// The candidates with their scores, the nearest first.
    fn iter(&self) -> impl Iterator<Item = (usize, i32)> + '_ {
        self.candidates.iter().zip(self.scores.iter().copied())
    }

    /// The sum of the exponentials of all scores, each compared with `score`.
    fn total(&self, score: i32) -> f32 {
        self.iter().map(|(_, other)| exp(to_logit(other - score))).sum()
    }

    /// The byte offset of the text that begins at the token at `index`.
    fn at(&self, index: usize) -> usize {
        self.features.window.text_at(index)
    }

    /// The beginning at the token at `index`, which has this score.
    fn beginning(&self, index: usize, score: i32) -> Beginning {
        let boundary = boundary(self.features.window, index);
        let kind = InputKind::of(self.features.window, index, boundary);
        let probability = share_of_one(self.total(score)) * is_tweet(&self.features.quotation(index));
        Beginning { at: self.at(index), boundary, confidence: confidence(probability, kind) }
    }
}

/// The probability that `quotation` is a tweet, and does not only look like one.
///
/// It is 1 where the attribution links to a status.
pub(super) fn is_tweet(quotation: &WholeQuotation<'_, '_>) -> f32 {
    let attribution = quotation.site.attribution();
    if memchr::memchr_iter(b'/', attribution.as_bytes())
        .any(|slash| attribution.get(slash..).is_some_and(|path| path.starts_with("/status")))
    {
        return 1.0;
    }
    let mut against = WeightSum(0);
    quotation.against(&mut against);
    share_of_one(1.0 + exp(to_logit(against.0)))
}

/// [`is_tweet`] of a text that begins at `at`, where a container sets it apart from the document.
pub(crate) fn is_tweet_apart(site: &Site<'_>, at: usize) -> f32 {
    is_tweet(&WholeQuotation {
        site,
        at,
        gap: TokenGap::InputEdge,
        before: TokenClass::None,
        gap_after: gap_after(site.after()),
        class_after: char_after(site.after()).map_or(TokenClass::None, class_of),
        has_previous: site.previous_end > 0,
    })
}

/// The probability of a candidate, where `total` sums all exponentials relative to its own.
fn share_of_one(total: f32) -> f32 {
    1.0 / total.max(1.0)
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
        let log_total = |score: i32| ln(scored.total(score));
        order.map(|slot| slot.map(|(index, score)| (scored.beginning(index, score), -log_total(score))))
    })
}

/// How many beginnings are ranked.
pub(crate) const RANKED: usize = 6;

/// For each token, the sum of the weights that the tokens before it add to the candidates near them.
fn near(features: Features<'_>) -> [i32; MOST_INDICES] {
    let mut sums = [0; MOST_INDICES];
    let mut sum = WeightSum(0);
    for (index, slot) in sums.iter_mut().take(features.tokens().len()).enumerate() {
        *slot = sum.0;
        features.nearby(index, &mut sum);
    }
    sums
}

#[allow(clippy::cast_precision_loss)]
pub(super) fn to_logit(score: i32) -> f32 {
    score as f32 / SCALE
}

/// `e` to the power of `x`, for `x` from -80 to 80, as `(1 + x / 1024)^1024`; right to two digits near 0.
pub(super) fn exp(x: f32) -> f32 {
    let mut base = 1.0 + x.clamp(-80.0, 80.0) / 1024.0;
    for _ in 0..10 {
        base *= base;
    }
    base
}

/// The natural logarithm of a positive `x`; right to four digits.
#[allow(clippy::cast_precision_loss)]
fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = i32::try_from(bits >> 23 & 0xff).unwrap_or(127) - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let squared = t * t;
    exponent as f32 * core::f32::consts::LN_2
        + 2.0 * t * (1.0 + squared * (1.0 / 3.0 + squared * (0.2 + squared / 7.0)))
}

/// The kind of boundary before the token at `index`.
pub(super) fn boundary(window: &Window<'_>, index: usize) -> Boundary {
    let (before, token) = (window.before(index, 1), window.token(index));
    if index == 0 {
        return if window.follows_quotation { Boundary::Quotation } else { Boundary::Paragraph };
    }
    between(before, token)
}

/// The kind of boundary between two tokens.
fn between(before: &Token, token: &Token) -> Boundary {
    match (token.gap, before.class) {
        (TokenGap::Wrap | TokenGap::LineBreak | TokenGap::EmptyLine, _) if token.depth > token.shared_depth => {
            Boundary::Quote
        }
        (TokenGap::EmptyLine | TokenGap::InputEdge, _) => Boundary::Paragraph,
        (TokenGap::Wrap | TokenGap::LineBreak, _) => Boundary::Line,
        (TokenGap::None, _) => Boundary::Glue,
        (_, TokenClass::Colon) => Boundary::Cue,
        (_, TokenClass::End | TokenClass::Close | TokenClass::Quote) => Boundary::Sentence,
        _ => Boundary::Words,
    }
}

#[cfg(test)]
mod tests {
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
            let kind = InputKind::of(&window, index, found.boundary);
            let mut against = Taken(Vec::new());
            features.quotation(index).against(&mut against);
            let against: f32 = against.0.iter().map(|index| f32::from(WEIGHTS[*index])).sum::<f32>() / SCALE;
            let probability = 1.0 / total / (1.0 + against.exp());
            assert!((found.confidence - confidence(probability, kind)).abs() < 0.01, "{found:?} {total}");
            scored += all.len();
        }
        assert!(scored > 15, "only {scored} candidates");
    }

    #[test]
    fn powers_of_e_are_near() {
        for x in [0.0_f32, -0.1, -0.5, -1.0, -2.0] {
            assert!((exp(x) - x.exp()).abs() < 0.005, "{x}: {}", exp(x));
        }
        assert!(exp(-20.0) < 1e-8 && exp(-500.0) < 1e-30 && exp(-500.0) >= 0.0);
        for x in [0.5_f32, 1.0, 1.5, 3.0, 40.0] {
            assert!((ln(x) - x.ln()).abs() < 0.001, "{x}: {}", ln(x));
        }
        assert!((exp(1.0) - 1.0_f32.exp()).abs() < 0.01 && exp(500.0).is_finite());
        assert!((to_logit(32) - 2.0).abs() < f32::EPSILON && (to_logit(-8) + 0.5).abs() < f32::EPSILON);
    }

    #[test]
    fn boundaries_are_told_by_what_stands_between_two_tokens() {
        let token = |gap: TokenGap, depth: u8| Token { gap, depth, shared_depth: depth.min(1), ..Token::NONE };
        let before = |class: TokenClass, depth: u8| Token { class, depth, ..Token::NONE };
        for (class, gap, depth, boundary) in [
            (TokenClass::Lower, TokenGap::LineBreak, 2, Boundary::Quote),
            (TokenClass::Lower, TokenGap::EmptyLine, 2, Boundary::Quote),
            (TokenClass::Lower, TokenGap::Wrap, 2, Boundary::Quote),
            (TokenClass::Lower, TokenGap::EmptyLine, 1, Boundary::Paragraph),
            (TokenClass::Lower, TokenGap::InputEdge, 1, Boundary::Paragraph),
            (TokenClass::Lower, TokenGap::LineBreak, 1, Boundary::Line),
            (TokenClass::Lower, TokenGap::Wrap, 0, Boundary::Line),
            (TokenClass::End, TokenGap::None, 1, Boundary::Glue),
            (TokenClass::Colon, TokenGap::Space, 1, Boundary::Cue),
            (TokenClass::Colon, TokenGap::Wide, 1, Boundary::Cue),
            (TokenClass::End, TokenGap::Space, 1, Boundary::Sentence),
            (TokenClass::Close, TokenGap::Space, 1, Boundary::Sentence),
            (TokenClass::Quote, TokenGap::Wide, 1, Boundary::Sentence),
            (TokenClass::Lower, TokenGap::Space, 1, Boundary::Words),
        ] {
            assert_eq!(between(&before(class, 1), &token(gap, depth)), boundary, "{class:?} {gap:?} {depth}");
        }
        for (marked, boundary) in
            [("So ⟦glad⟧", Boundary::Paragraph), ("⟦Me⟧ — ⟨Kim⟩ (@⟪k⟫) ⦅May 1, 2021⦆ So ⟦glad⟧", Boundary::Quotation)]
        {
            let marked = Marked::read(&alloc::format!("{marked} — ⟨Dana⟩ (@⟪d⟫) ⦅May 1, 2021⦆"));
            let mut tokens = Tokens::none();
            let window = Window::read(&last_site(&marked), None, &mut tokens);
            assert_eq!((super::boundary(&window, 0), super::boundary(&window, 1)), (boundary, Boundary::Words));
        }
    }
}
