//! A candidate as all of its features see it.

use crate::boundary::{
    candidates::Candidates,
    statistics::{
        Statistics,
        prefix::{Counts, Prefix},
        suffix::Suffix,
    },
    token::{Token, TokenClass, gap::TokenGap},
    window::Window,
};

/// A window and the statistics of its tokens.
#[derive(Clone, Copy)]
pub(in crate::boundary) struct Features<'w> {
    pub(in crate::boundary) window: &'w Window<'w>,
    pub(super) statistics: &'w Statistics,
}

impl<'w> Features<'w> {
    pub(in crate::boundary) fn new(window: &'w Window<'w>, statistics: &'w mut Statistics) -> Self {
        statistics.read(window.tokens.as_slice(), window.site.name, window.site.handle);
        Self { window, statistics }
    }

    pub(in crate::boundary) fn tokens(&self) -> &'w [Token] {
        self.window.tokens.as_slice()
    }

    pub(in crate::boundary) fn candidates(&self) -> Candidates {
        Candidates::new(self.tokens(), self.window.whole)
    }

    /// The candidate at the token at `index`.
    pub(super) fn candidate(self, index: usize) -> Candidate<'w> {
        let Self { window, statistics } = self;
        let end = self.tokens().len();
        let (token, before) = (window.token(index), window.before(index, 1));
        let (prefix, suffix) = (statistics.prefix(index), statistics.suffix(index));
        let closes = matches!(before.class, TokenClass::Close | TokenClass::Quote | TokenClass::Emoji);
        let punctuation = if closes { window.before(index, 2) } else { before };
        let segment = index.checked_sub(1).map_or(0, |i| usize::from(statistics.prefix(i).segment));
        let last = end.min(index + MOST_SEGMENT);
        let follows = suffix.next_segment().map_or(last, |next| last.min(next));
        let all = statistics.prefix(end);
        Candidate {
            features: self,
            index,
            token,
            before,
            edge: window.edge(index),
            prefix,
            weight: all.weight.saturating_sub(prefix.weight),
            counts: all.counts.since(&prefix.counts),
            suffix,
            next_suffix: statistics.suffix(index + 1),
            segment,
            follows,
            segment_sizes: (size_step(index.saturating_sub(segment)), size_step(follows.saturating_sub(index))),
            punctuation: punctuation.class,
            strength: strength(token.gap),
        }
    }
}

/// The most tokens of the first segment of a text that are looked at.
const MOST_SEGMENT: usize = 40;

/// A token at which the text may begin, and its surroundings.
pub(super) struct Candidate<'w> {
    pub(super) features: Features<'w>,
    pub(super) index: usize,
    pub(super) token: &'w Token,
    pub(super) before: &'w Token,
    /// The [`TokenGap::edge`] before it.
    pub(super) edge: usize,
    pub(super) prefix: &'w Prefix,
    /// The weight and the counts of the text that begins there.
    pub(super) weight: u16,
    pub(super) counts: Counts,
    pub(super) suffix: &'w Suffix,
    /// The suffix of the next token.
    pub(super) next_suffix: &'w Suffix,
    /// The first token of the segment that ends there, and of the one behind the segment that begins there.
    pub(super) segment: usize,
    pub(super) follows: usize,
    /// The steps of the sizes of the segments before and behind it.
    pub(super) segment_sizes: (usize, usize),
    /// The class of the last punctuation before it, skipping closing quotes and brackets.
    pub(super) punctuation: TokenClass,
    /// How strongly its gap separates.
    pub(super) strength: usize,
}

impl Candidate<'_> {
    /// Whether the text would end with a URL.
    pub(super) fn ends_with_url(&self) -> bool {
        self.features.tokens().last().is_some_and(|last| last.class.is_url())
    }
}

const fn strength(gap: TokenGap) -> usize {
    match gap {
        TokenGap::None => 0,
        TokenGap::Space | TokenGap::Wide | TokenGap::Wrap => 1,
        TokenGap::LineBreak | TokenGap::EmptyLine | TokenGap::InputEdge => 2,
    }
}

const fn size_step(tokens: usize) -> usize {
    match tokens {
        0..=3 => tokens,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=30 => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_finer_for_short_segments() {
        let first_of_each = [0, 1, 2, 3, 4, 6, 9, 14, 21, 31];
        for tokens in 0..99 {
            assert_eq!(size_step(tokens), first_of_each.partition_point(|first| *first <= tokens) - 1, "{tokens}");
        }
    }
}
