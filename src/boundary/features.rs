//! Features: what speaks for and against a candidate as the beginning of a tweet's text.

mod candidate;
mod content;
mod false_friend;
mod input_edge;
mod layout;
mod line_widths;
mod previous_tweet;
#[cfg(test)]
pub(super) mod tests;
mod wording;

use super::{
    model::{group::FeatureSink, groups},
    token::TokenClass,
};
pub(super) use candidate::Features;
pub(super) use false_friend::WholeQuotation;
pub(super) use line_widths::width_step;

/// The features of the candidate at the token at `index`.
pub(super) fn of_candidate(features: Features<'_>, index: usize, sink: &mut impl FeatureSink) {
    let candidate = features.candidate(index);
    candidate.neighbours(sink);
    candidate.length(sink);
    candidate.lines(sink);
    candidate.block(sink);
    candidate.breaks(sink);
    candidate.contents(sink);
    candidate.segments(sink);
    candidate.signs_of_tweets(sink);
    candidate.author(sink);
    candidate.repetition(sink);
    candidate.language(sink);
    candidate.previous_tweet(sink);
    candidate.words(sink);
    candidate.input_edge(sink);
    candidate.line_widths(sink);
}

/// The features of the token at `index` itself: every text that begins before it has them.
pub(super) fn of_token(features: Features<'_>, index: usize, sink: &mut impl FeatureSink) {
    let token = features.window.token(index);
    let is_word = token.class.is_word();
    if is_word && token.class != TokenClass::Number {
        sink.add(groups::INSIDE.hashed(token.hash));
    }
    sink.add(groups::SHAPE.at([if is_word || token.class.is_url() {
        token.class as usize
    } else {
        groups::WORD_CLASSES + token.hash as usize % groups::OTHER_SHAPES
    }]));
}
