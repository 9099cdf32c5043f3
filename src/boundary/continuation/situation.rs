//! The situation of a tweet before any word behind its date is read, and whether it leaves room for a continuation.

use crate::{
    boundary::token::gap::TokenGap,
    length::weighted_length,
    text::whitespace::{is_line_marker, is_whitespace, line_breaks},
};

use super::{
    reach::{MOST_BYTES, may_hold_link},
    types::{Attributed, Ending, Habit, Layout, Situation},
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
        if gap == TokenGap::EmptyLine || !is_tweets || memchr::memchr(b'\n', text.as_bytes()).is_some() {
            return None;
        }
        let ending = Ending::of(text);
        if ending == Ending::Media {
            return None;
        }
        let start = end + gap_len;
        let gap_before_text = gap_before(document.get(..span.start)?);
        // In one line, where no earlier tweet had a continuation, only a link could show one.
        if habit.with == 0 && layout == Layout::OneLine && !may_hold_link(document.get(start..)?) {
            return None;
        }
        let weight = weighted_length(text);
        Some(Self { document, start, layout, gap, gap_before_text, ending, weight, limit, habit })
    }
}

/// The length of the gap behind the date, if it is a space or one line break and something follows.
fn gap_behind_date(after: &str) -> Option<(usize, Layout)> {
    let mut layout = Layout::OneLine;
    for (len, byte) in after.bytes().enumerate().take(8) {
        match byte {
            b' ' | b'\r' => {}
            b'\n' if layout == Layout::OneLine => layout = Layout::Lines,
            b'\n' | b'\t' => return None,
            _ => {
                let c = after.get(len..)?.chars().next()?;
                let begins = len > 0 && !is_whitespace(c) && !is_line_marker(c);
                return begins.then_some((len, layout));
            }
        }
    }
    None
}

/// The kind of `gap`, all whitespace; `None` if it has the markers of a quotation.
fn gap_of(gap: &str) -> Option<TokenGap> {
    if gap.contains(is_line_marker) {
        return None;
    }
    let breaks = u8::try_from(line_breaks(gap)).unwrap_or(u8::MAX);
    Some(TokenGap::new(breaks, u8::try_from(gap.len()).unwrap_or(u8::MAX)))
}

/// The gap with which `before` ends.
fn gap_before(before: &str) -> TokenGap {
    let (mut breaks, mut columns) = (0_u8, 0_u8);
    for byte in before.bytes().rev().take(8) {
        match byte {
            b'\n' => breaks += 1,
            b' ' | b'\t' | b'\r' => columns += 1,
            _ => return TokenGap::new(breaks, columns),
        }
    }
    if before.len() < 8 { TokenGap::InputEdge } else { TokenGap::EmptyLine }
}
