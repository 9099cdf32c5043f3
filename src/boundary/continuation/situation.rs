//! The situation of a tweet before any word behind its date is read, and whether it leaves room for a continuation.

use super::{
    habit::Habit,
    word::{Ending, last_hashtag},
};
use crate::{
    boundary::{
        Site,
        token::gap::{TokenGap, split_gap},
    },
    length::weighted_length,
    text::whitespace::{is_line_marker, last_line_break, trim_gap_end},
};

/// The most bytes of either part of a text.
pub(super) const MOST_BYTES: usize = 1200;

/// How the page separates the date from what follows: a continuation stands in a line of its own, or in the line of a
/// document whose lines were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum LineLayout {
    Lines,
    OneLine,
}

impl LineLayout {
    pub(super) const COUNT: usize = Self::OneLine as usize + 1;
}

/// A tweet that may have a continuation.
#[derive(Debug)]
pub(super) struct Situation<'t> {
    pub(super) document: &'t str,
    /// Where a continuation begins.
    pub(super) start: usize,
    pub(super) layout: LineLayout,
    /// The gap before the attribution, and the one before the text.
    pub(super) gap: TokenGap,
    pub(super) gap_before_text: TokenGap,
    pub(super) ending: Ending,
    /// Whether the first part ends with the hashtag of an earlier tweet.
    pub(super) ends_with_hashtag: bool,
    /// The weighted length of the first part.
    pub(super) weight: usize,
    pub(super) limit: usize,
    pub(super) habit: Habit,
}

impl<'t> Situation<'t> {
    /// The situation of the tweet whose text begins at `at`, unless its layout leaves no room for a continuation.
    pub(super) fn new(site: &Site<'t>, at: usize, habit: Habit) -> Option<Self> {
        let Site { document, end, limit, .. } = *site;
        let (gap_len, layout) = gap_behind_date(site.after())?;
        let gap = gap_of(site.gap())?;
        let text = site.text_from(at);
        let is_tweets = (1..=MOST_BYTES).contains(&text.len());
        if gap == TokenGap::EmptyLine || !is_tweets || last_line_break(text).is_some() {
            return None;
        }
        let ending = Ending::of(text);
        if ending == Ending::Media {
            return None;
        }
        let start = end + gap_len;
        let gap_before_text = gap_before(document.get(..at)?);
        // In one line, where no earlier tweet had a continuation, only a link or a known hashtag could show one.
        if habit.with == 0 && layout == LineLayout::OneLine && !may_show_end(document.get(start..)?, habit) {
            return None;
        }
        let weight = weighted_length(text);
        let hashtag = if ending == Ending::Tag { last_hashtag(text) } else { None };
        let ends_with_hashtag = hashtag.is_some() && hashtag == habit.hashtag;
        Some(Self { document, start, layout, gap, gap_before_text, ending, ends_with_hashtag, weight, limit, habit })
    }
}

/// The length of the gap behind the date, if it is of spaces or has one line break, and something follows.
fn gap_behind_date(after: &str) -> Option<(usize, LineLayout)> {
    let (gap, next) = split_gap(after);
    let begins = !is_line_marker(next?) && !gap.contains(is_line_marker);
    let separation = match TokenGap::of(gap) {
        TokenGap::Space | TokenGap::Wide => LineLayout::OneLine,
        TokenGap::LineBreak => LineLayout::Lines,
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

/// The farthest that a link or a hashtag in one line may stand behind the date to show a continuation, in bytes.
const NEAR_LINK: usize = 450;

/// Whether a link, or a hashtag where one is known, may stand near the beginning of `text`.
fn may_show_end(text: &str, habit: Habit) -> bool {
    let near = text.as_bytes().get(..text.len().min(NEAR_LINK)).unwrap_or_default();
    let hash_sign = if habit.hashtag.is_some() { b'#' } else { b'/' };
    memchr::memchr2(b'/', hash_sign, near).is_some()
}
