//! Scores each candidate boundary and returns the best.

use core::ops::Range;

use super::{
    candidates::MOST_CANDIDATES,
    features::{Features, of_candidate, of_token},
    lexer::hash::hash,
    model::{
        calibration::confidence,
        groups::FeatureSink,
        weights::{SCALE, WEIGHTS},
    },
    statistics::{Statistics, prefix::MOST_INDICES},
    token::{Token, TokenClass, Tokens, gap::TokenGap},
    types::{Beginning, Boundary, PreviousTweet, Site},
    window::Window,
};
use crate::text::steps;

/// Adds up the weights of features.
struct WeightSum(i32);

impl FeatureSink for WeightSum {
    fn add(&mut self, index: usize) {
        self.0 += WEIGHTS.get(index).copied().map_or(0, i32::from);
    }
}

/// The beginning with the highest score, and what it tells the next tweet. Without a candidate, the text is empty.
pub(super) fn beginning(site: &Site<'_>, previous: Option<PreviousTweet>) -> (Beginning, Option<PreviousTweet>) {
    let (mut tokens, mut statistics) = (Tokens::none(), Statistics::none());
    let window = Window::read(site, previous, &mut tokens);
    let features = Features::new(&window, &mut statistics);
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
    let Some((index, score)) = best else {
        return (Beginning { at: site.text_end, boundary: Boundary::Words, confidence: 0.0 }, previous);
    };
    let total: f32 = scores.iter().take(candidates.len()).map(|s| exp(to_logit(s - score))).sum();
    let beginning = Beginning {
        at: window.in_document(past_bullet(features.tokens(), index)),
        boundary: boundary(&window, index),
        confidence: confidence(1.0 / total.max(1.0)),
    };
    (beginning, Some(window.as_previous(index)))
}

/// For each token, the sum of what the tokens before it add to the candidates near them.
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
fn to_logit(score: i32) -> f32 {
    score as f32 / SCALE
}

/// `e` to the power of `x`, for `x` from -80 to 0, as `(1 + x / 256)^256`; right to two digits.
fn exp(x: f32) -> f32 {
    let mut base = 1.0 + x.max(-80.0) / 256.0;
    for _ in 0..8 {
        base *= base;
    }
    base
}

/// The index behind the bullet of a list, if a line that begins with one begins at `index`.
///
/// A text's own list has more than one bullet; the one that a page's list puts before the text stands alone. The boundary
/// remains that of the line.
fn past_bullet(tokens: &[Token], index: usize) -> usize {
    let is_bullet = |t: &Token| {
        t.starts_line()
            && matches!(t.class, TokenClass::Symbol | TokenClass::Dash)
            && BULLETS.iter().any(|b| hash(b.as_bytes()) == t.hash)
    };
    match tokens.get(index..) {
        Some([bullet, next, rest @ ..])
            if is_bullet(bullet)
                && matches!(next.gap, TokenGap::Space | TokenGap::Wide)
                && !rest.iter().any(is_bullet) =>
        {
            index + 1
        }
        _ => index,
    }
}

/// What converters put before the items of a list.
const BULLETS: [&str; 9] = ["*", "-", "+", "•", "◦", "▪", "□", "·", "‣"];

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
        (TokenGap::Wrap | TokenGap::LineBreak | TokenGap::EmptyLine, _) if token.depth > before.depth => {
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
        super::{features::tests::Taken, lexer::read, tests::last_site},
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
            assert_eq!(found.at, window.in_document(index), "{:?}", marked.text);
            assert!((found.confidence - confidence(1.0 / total)).abs() < 0.01, "{found:?} {total}");
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
        assert!((to_logit(32) - 2.0).abs() < f32::EPSILON && (to_logit(-8) + 0.5).abs() < f32::EPSILON);
    }

    #[test]
    fn a_single_bullet_of_a_list_is_no_part_of_the_text() {
        for (text, past) in [
            ("* So glad", 1),
            ("•  So glad", 1),
            ("- So glad", 1),
            ("*So glad", 0),
            ("# So glad", 0),
            ("*\nSo glad", 0),
            ("1 So glad", 0),
            ("* So glad\n* Oh", 0),
            ("* So glad * Oh", 1),
            ("*", 0),
        ] {
            let tokens = Tokens::of(text);
            assert_eq!(past_bullet(tokens.as_slice(), 0), past, "{text:?}");
            let mut tokens = Tokens::none();
            read(&mut tokens, text, "", false);
            assert_eq!(past_bullet(tokens.as_slice(), 0), 0, "{text:?} in a line");
        }
        let tokens = Tokens::of("They met\n* So glad");
        assert_eq!(past_bullet(tokens.as_slice(), 2), 3);
        assert_eq!(past_bullet(tokens.as_slice(), 9), 9);
    }

    #[test]
    fn boundaries_are_told_by_what_stands_between_two_tokens() {
        let token = |gap: TokenGap, depth: u8| Token { gap, depth, ..Token::NONE };
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
