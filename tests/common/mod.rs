//! Tests that show the input with what is found marked in it:
//! `They met. ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ The mayor …`
//!
//! | marks | what |
//! |---|---|
//! | `⟦ ⟧` | the tweet's text |
//! | `⟨ ⟩` | the author's display name |
//! | `⟪ ⟫` | the handle as it is written |
//! | `⦅ ⦆` | the date as it is written |
//! | `‖` | the end of a quotation that does not end with its date |
#![allow(dead_code)]

use embedded_tweet::{Extractor, Tweet};

const MARKS: [char; 9] = ['⟦', '⟧', '⟨', '⟩', '⟪', '⟫', '⦅', '⦆', '‖'];

/// `marked` without its marks.
pub(crate) fn unmarked(marked: &str) -> String {
    marked.replace(MARKS, "")
}

/// `text` with what `tweets` say of it marked.
pub(crate) fn mark<'t>(text: &str, tweets: impl Iterator<Item = Tweet<'t>>) -> String {
    let mut inserts: Vec<(usize, u8, char)> = Vec::new();
    for tweet in tweets {
        let mut span = |range: core::ops::Range<usize>, open, close| {
            // What opens at a place stands behind what closes there; an empty span opens before it closes.
            let empty = range.is_empty();
            inserts.push((range.start, if empty { 0 } else { 2 }, open));
            inserts.push((range.end, 1, close));
        };
        span(tweet.text_span(), '⟦', '⟧');
        if let Some(name) = tweet.name_span() {
            span(name, '⟨', '⟩');
        }
        span(tweet.handle_span(), '⟪', '⟫');
        if let Some(date) = tweet.date_span() {
            span(date, '⦅', '⦆');
        }
        let end = tweet.span().end;
        if tweet.date_span().is_none_or(|date| date.end != end) {
            inserts.push((end, 3, '‖'));
        }
    }
    inserts.sort_by_key(|&(at, order, _)| (at, order));
    let mut out = String::new();
    let mut from = 0;
    for (at, _, mark) in inserts {
        out.push_str(&text[from..at]);
        out.push(mark);
        from = at;
    }
    out + &text[from..]
}

/// Checks that just the marked parts are found in `marked` once its marks are taken out.
#[track_caller]
pub(crate) fn check(marked: &str) {
    check_with(Extractor::new(), marked);
}

/// [`check`] with an extractor of one's own.
#[track_caller]
pub(crate) fn check_with(extractor: Extractor, marked: &str) {
    let text = unmarked(marked);
    let found = mark(&text, extractor.tweets(&text));
    assert_eq!(found, marked, "found (left) and expected (right)");
}

/// Checks that no tweet is found in `text`.
#[track_caller]
pub(crate) fn check_prose(text: &str) {
    assert_eq!(mark(text, embedded_tweet::tweets(text)), text, "found (left) and expected (right)");
}
