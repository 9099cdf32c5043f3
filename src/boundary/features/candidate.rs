//! A candidate with the data that its features need.

use super::false_friend::WholeQuotation;
use crate::boundary::{
    candidates::Candidates,
    statistics::{
        Statistics,
        prefix::{Counts, Prefix},
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

    /// The quotation whose text begins at the token at `index`.
    pub(in crate::boundary) fn quotation(&self, index: usize) -> WholeQuotation<'w, 'w> {
        let window = self.window;
        WholeQuotation {
            site: &window.site,
            at: window.text_at(index),
            gap: window.token(index).gap,
            before: window.before(index, 1).class,
            after: window.after,
            has_previous: window.previous.is_some(),
        }
    }

    /// The candidate at the token at `index`.
    pub(super) fn candidate(self, index: usize) -> Candidate<'w> {
        let Self { window, statistics } = self;
        let end = self.tokens().len();
        let (token, before) = (window.token(index), window.before(index, 1));
        let prefix = statistics.prefix(index);
        let closes = matches!(before.class, TokenClass::Close | TokenClass::Quote | TokenClass::Emoji);
        let punctuation = if closes { window.before(index, 2) } else { before };
        let segment = index.checked_sub(1).map_or(0, |i| usize::from(statistics.prefix(i).segment));
        let last = end.min(index + MOST_SEGMENT);
        let follows = last.min(statistics.suffix(index).next_segment());
        Candidate {
            features: self,
            index,
            token,
            before,
            edge: window.edge(index),
            prefix,
            counts: statistics.prefix(end).counts.since(&prefix.counts),
            segment,
            follows,
            punctuation: punctuation.class,
            strength: strength(token.gap),
        }
    }
}

/// The most tokens of the first segment of a text that are read.
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
    /// The counts of the text that begins there.
    pub(super) counts: Counts,
    /// The first token of the segment that ends there, and of the one behind the segment that begins there.
    pub(super) segment: usize,
    pub(super) follows: usize,
    /// The class of the last punctuation before it, skipping closing quotes and brackets.
    pub(super) punctuation: TokenClass,
    /// How strongly its gap separates.
    pub(super) strength: usize,
}

const fn strength(gap: TokenGap) -> usize {
    match gap {
        TokenGap::None => 0,
        TokenGap::Space | TokenGap::Wide | TokenGap::Wrap => 1,
        TokenGap::LineBreak | TokenGap::EmptyLine | TokenGap::InputEdge => 2,
    }
}
