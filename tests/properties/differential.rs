//! On canonical forms in English, one regular expression and the extractor agree on handle and date wherever it
//! matches.

use embedded_tweet::{chrono::NaiveDate, tweets};
use proptest::prelude::*;
use regex::Regex;

const REGEX: &str = r"— (?<name>[^\n—()]{1,50}) \(@(?<handle>[A-Za-z0-9_]{1,15})\) (?<date>(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{1,2}, [0-9]{4})";

/// The handles and dates that the expression finds, those left out that are no days.
fn by_regex(text: &str) -> Vec<(String, NaiveDate)> {
    let regex = Regex::new(REGEX).unwrap();
    let found = regex.captures_iter(text).filter_map(|captures| {
        let date = NaiveDate::parse_from_str(&captures["date"], "%B %d, %Y").ok()?;
        Some((captures["handle"].to_string(), date))
    });
    found.collect()
}

fn by_extractor(text: &str) -> Vec<(String, NaiveDate)> {
    tweets(text).filter_map(|tweet| Some((tweet.author().handle.as_str().to_string(), tweet.date()?))).collect()
}

fn prose() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "The mayor opened the bridge.",
        "It cost 12,000 in May 2019 — more than was said.",
        "Write to (dana@example.org) or follow @harbour!",
        "“So they say,” she wrote (see p. 14, 2021 edition).",
        "A list: one - two – three -- four",
        "#bridges https://t.co/AbCdEf1234",
        "市長は橋を開けた。",
        "> quoted",
    ]);
    prop::collection::vec(sentence, 0..4).prop_map(|sentences| sentences.join(" "))
}

fn tweet() -> impl Strategy<Value = String> {
    let text = (
        "[A-Z][a-z]{0,9}( [a-z]{1,9}){0,8}( #[a-z]{1,9})?",
        prop::sample::select(vec!["", "!", " pic.twitter.com/AbCdEf1234", " 🌉"]),
    );
    let name = "[A-Z][a-z]{0,9}( [A-Z][a-z]{1,9}){0,2}( 🌉)?";
    let date = (1..=12_u32, 1..=28_u32, 2006..2030_i32).prop_map(|(month, day, year)| {
        NaiveDate::from_ymd_opt(year, month, day).unwrap().format("%B %-d, %Y").to_string()
    });
    (text, name, "[A-Za-z0-9_]{1,15}", date)
        .prop_map(|((text, end), name, handle, date)| format!("{text}{end} — {name} (@{handle}) {date}"))
}

fn document() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec!["\n\n", "\n", " "]);
    let part = prop_oneof![prose(), tweet()];
    prop::collection::vec((part, joint), 1..8)
        .prop_map(|parts| parts.into_iter().map(|(part, joint)| part + joint).collect())
}

proptest! {
    #[test]
    fn the_regex_and_the_extractor_agree(text in document()) {
        prop_assert_eq!(by_extractor(&text), by_regex(&text));
    }
}

#[test]
fn the_regex_finds_something_at_all() {
    let text = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";
    assert_eq!(by_regex(text), by_extractor(text));
    assert_eq!(by_regex(text).len(), 1);
}
