//! Checks of the library against inputs in which the expected parts are marked.
#![allow(dead_code)]

#[path = "../marks/mod.rs"]
mod marks;

use embedded_tweet::{Extractor, Tweet};
pub(crate) use marks::{Part, unmarked};

/// `text` with the parts of `tweets` marked.
pub(crate) fn mark<'t>(text: &str, tweets: impl Iterator<Item = Tweet<'t>>) -> String {
    let mut parts = Vec::new();
    for tweet in tweets {
        parts.push((Part::Text, tweet.text_span()));
        parts.extend(tweet.continuation_span().map(|continuation| (Part::Continuation, continuation)));
        parts.extend(tweet.name_span().map(|name| (Part::Name, name)));
        parts.push((Part::Handle, tweet.handle_span()));
        parts.extend(tweet.date_span().map(|date| (Part::Date, date)));
        let end = tweet.attribution_span().end;
        if tweet.date_span().is_none_or(|date| date.end != end) {
            parts.push((Part::Place, end..end));
        }
    }
    marks::mark(text, &parts)
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
