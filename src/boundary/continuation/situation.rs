//! What is known before a word behind the date is read, and whether it leaves room for a continuation.

use core::ops::Range;

use crate::{
    boundary::token::gap::TokenGap,
    length::weighted_length,
    text::whitespace::{is_line_marker, is_whitespace, line_breaks},
};

use super::reach::{Ending, MOST_BYTES, may_hold_link};

/// A tweet whose attribution is read and whose text's beginning is judged. Offsets are bytes of the document.
#[derive(Debug, Clone)]
pub(crate) struct Attributed<'t> {
    /// The whole input.
    pub(crate) document: &'t str,
    /// The text before the attribution.
    pub(crate) text: Range<usize>,
    /// The beginning of the attribution: its dash, or its name if the dash was lost.
    pub(crate) attribution: usize,
    /// The end of the attribution.
    pub(crate) end: usize,
    /// The greatest weighted length of a tweet on the day of this one.
    pub(crate) limit: usize,
}

/// What the earlier tweets of a document tell: a tool that prints one text in two parts prints all of several lines so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habit {
    /// How many had a continuation.
    pub(super) with: u8,
    /// How many could have had one, and had none.
    pub(super) without: u8,
}

impl Habit {
    /// Notes a tweet that could have had a continuation.
    pub(super) fn note(&mut self, had: bool) {
        let count = if had { &mut self.with } else { &mut self.without };
        *count = count.saturating_add(1);
    }
}

impl<'t> Attributed<'t> {
    pub(super) fn text(&self) -> &'t str {
        self.document.get(self.text.clone()).unwrap_or_default()
    }
}

/// How the page separates the date from what follows: a continuation stands in a line of its own, or in the line of a
/// document whose lines were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Lines,
    OneLine,
}

/// A tweet that may have a continuation.
#[derive(Debug)]
pub(super) struct Situation<'t> {
    pub(super) document: &'t str,
    /// Where a continuation begins.
    pub(super) start: usize,
    pub(super) layout: Layout,
    /// The gap before the attribution, and the one before the text.
    pub(super) gap: TokenGap,
    pub(super) gap_before_text: TokenGap,
    pub(super) ending: Ending,
    /// The weighted length of the first part.
    pub(super) weight: usize,
    pub(super) limit: usize,
    pub(super) habit: Habit,
}

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
        // In one line, where no earlier tweet had one, nothing but a link could tell a continuation.
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

/// What kind of gap `gap`, all white space, is; `None` if it has the markers of a quotation.
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
