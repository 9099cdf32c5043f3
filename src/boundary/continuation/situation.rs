//! The situation of a tweet before any word behind its date is read, and whether it leaves room for a continuation.

use super::{
    reach::{MOST_BYTES, may_show_end},
    types::{Attributed, Habit, Separation, Situation},
    word::{Ending, last_hashtag},
};
use crate::{
    boundary::token::gap::{TokenGap, split_gap},
    length::weighted_length,
    text::whitespace::{is_line_marker, last_line_break, trim_gap_end},
};

impl<'t> Situation<'t> {
    /// The situation of a tweet, unless its layout leaves no room for a continuation.
    pub(super) fn new(attributed: &Attributed<'t>, habit: Habit) -> Option<Self> {
        let Attributed { document, text: ref span, attribution, end, limit } = *attributed;
        let after = document.get(end..)?;
        let (gap_len, layout) = gap_behind_date(after)?;
        let gap = gap_of(document.get(span.end..attribution)?)?;
        let text = attributed.text();
        let is_tweets = (1..=MOST_BYTES).contains(&text.len());
        if gap == TokenGap::EmptyLine || !is_tweets || last_line_break(text).is_some() {
            return None;
        }
        let ending = Ending::of(text);
        if ending == Ending::Media {
            return None;
        }
        let start = end + gap_len;
        let gap_before_text = gap_before(document.get(..span.start)?);
        // In one line, where no earlier tweet had a continuation, only a link or a known hashtag could show one.
        if habit.with == 0 && layout == Separation::OneLine && !may_show_end(document.get(start..)?, habit) {
            return None;
        }
        let weight = weighted_length(text);
        let hashtag = if ending == Ending::Tag { last_hashtag(text) } else { None };
        let ends_with_hashtag = hashtag.is_some() && hashtag == habit.hashtag;
        Some(Self { document, start, layout, gap, gap_before_text, ending, ends_with_hashtag, weight, limit, habit })
    }
}

/// The length of the gap behind the date, if it is of spaces or has one line break, and something follows.
fn gap_behind_date(after: &str) -> Option<(usize, Separation)> {
    let (gap, next) = split_gap(after);
    let begins = !is_line_marker(next?) && !gap.contains(is_line_marker);
    let separation = match TokenGap::of(gap) {
        TokenGap::Space | TokenGap::Wide => Separation::OneLine,
        TokenGap::LineBreak => Separation::Lines,
        _ => return None,
    };
    begins.then_some((gap.len(), separation))
}

/// The kind of `gap`, all whitespace; `None` if it has the markers of a quotation.
fn gap_of(gap: &str) -> Option<TokenGap> {
    (!gap.contains(is_line_marker)).then(|| TokenGap::of(gap))
}

/// The gap with which `before` ends.
fn gap_before(before: &str) -> TokenGap {
    let words = trim_gap_end(before);
    if words.is_empty() { TokenGap::InputEdge } else { TokenGap::of(before.get(words.len()..).unwrap_or_default()) }
}
