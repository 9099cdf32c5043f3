//! Where else a doubtful text may begin.

use embedded_tweet::{Alternative, Boundary, Tweet};
use maud::{Markup, html};
use serde::Deserialize;

use crate::{article::reason, text::words};

/// Below this confidence, a beginning is more doubtful than not.
pub(crate) const DOUBTFUL_BELOW: f32 = 0.5;

/// A likely beginning: found, or as `jsonl --alternatives` writes it.
#[derive(Deserialize)]
pub(crate) struct Other {
    pub(crate) text: String,
    boundary: Boundary,
    log_probability: f32,
}

impl From<Alternative<'_>> for Other {
    fn from(alternative: Alternative<'_>) -> Self {
        Self {
            text: alternative.text().to_owned(),
            boundary: alternative.boundary(),
            log_probability: alternative.log_probability(),
        }
    }
}

/// The other likely beginnings of `tweet`, where the one that it has is doubtful.
pub(crate) fn others(tweet: &Tweet<'_>) -> Vec<Other> {
    let others = tweet.alternatives().filter(|alternative| alternative.start() != tweet.text_span().start);
    if tweet.confidence() < DOUBTFUL_BELOW { others.map(Other::from).collect() } else { Vec::new() }
}

/// How much of a text is shown, in words.
const FIRST_WORDS: usize = 8;

/// The first words from each of `others`, with how probable and why.
pub(crate) fn list(others: &[Other]) -> Markup {
    html! {
        @if !others.is_empty() {
            ol.others {
                @for other in others {
                    @let mut first = other.text.split_whitespace();
                    @let shown = first.by_ref().take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
                    li {
                        span.odds { (odds(other.log_probability)) }
                        bdi.from { (words(&shown)) @if first.next().is_some() { " …" } }
                        span.why { (reason(other.boundary)) }
                    }
                }
            }
        }
    }
}

fn odds(log_probability: f32) -> String {
    let percent = 100.0 * log_probability.exp();
    if percent < 1.0 { "< 1 %".to_owned() } else { format!("{percent:.0} %") }
}
