//! The conformance suite of [twitter-text](https://github.com/twitter/twitter-text), the rules of X itself.
//!
//! The environment variable `TWITTER_TEXT` names the directory of its `extract.yml` and `validate.yml`, which are no
//! part of this crate. Without it the tests are ignored:
//!
//!     TWITTER_TEXT=… cargo test --features conformance --test conformance
//!
//! Cases are named by their section and their number in it, from 1.
//!
//! Of the cases about length, the weighted length is compared. The other values follow from it, or are about editing.
#![allow(clippy::string_slice, clippy::unwrap_used, clippy::panic, clippy::expect_used)]

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use embedded_tweet::{Entities, Entity, EntityKind, Links, weighted_length};
use yaml_rust2::{Yaml, YamlLoader};

/// Cases in which this crate means to differ, and why.
struct Differences {
    reason: &'static str,
    cases: &'static [(&'static str, &'static [usize])],
}

/// Without a scheme only addresses of X are links. Others, and X's bare hosts, would need a list of top-level domains,
/// which is out of date the year after, and in text that lost its spaces, `sentence.So` is a domain in Somalia.
const NO_SCHEME: &str = "address of another host without a scheme, or X's host without a path";

const EXTRACT: [Differences; 1] = [Differences {
    reason: NO_SCHEME,
    cases: &[
        ("urls", &[29, 30, 31, 36, 37, 38, 39, 42, 46, 47, 48, 73, 86, 87]),
        ("urls_with_indices", &[3, 4, 5]),
        ("urls_with_directional_markers", &[1, 2]),
    ],
}];

const VALIDATE: [Differences; 5] = [
    Differences { reason: NO_SCHEME, cases: &[("urls_without_protocol", &[1, 2, 3, 4, 5])] },
    Differences { reason: "the limit was 140 until 2017", cases: &[("tweets", &[7, 8])] },
    Differences {
        reason: "valid as a URL, but twitter-text does not find it in a text either: password or number as host",
        cases: &[("urls", &[5, 7, 8])],
    },
    Differences {
        reason: "valid as a URL, but found in a text without its last character, as by twitter-text",
        cases: &[("urls", &[10])],
    },
    Differences {
        reason: "version 2 of the configuration, which counted each part of an emoji; the next section has version 3",
        cases: &[("WeightedTweetsCounterTest", &[13, 15])],
    },
];

/// What a case comes to, in a form to compare and to show.
type Outcome = Vec<String>;

/// Runs one case: what the suite expects, and what this crate says.
type Runner = fn(text: &str, expected: &Yaml) -> (Outcome, Outcome);

#[test]
#[cfg_attr(not(twitter_text), ignore = "needs the files of twitter-text: TWITTER_TEXT=…")]
fn extract() {
    let runners: [(&str, Runner); 13] = [
        ("mentions", |text, expected| (strings(expected), values(text, &[EntityKind::Mention]))),
        ("mentions_with_indices", |text, expected| {
            (indexed(expected, &["screen_name"]), spans(text, &[EntityKind::Mention]))
        }),
        ("mentions_or_lists_with_indices", |text, expected| {
            (indexed(expected, &["screen_name", "list_slug"]), spans(text, &[EntityKind::Mention, EntityKind::List]))
        }),
        ("replies", |text, expected| {
            let handle = Entities::new(text).reply_to();
            (strings(expected), handle.iter().map(|handle| handle.as_str().to_owned()).collect())
        }),
        ("urls", |text, expected| (strings(expected), values(text, &[EntityKind::Link]))),
        ("urls_with_indices", |text, expected| (indexed(expected, &["url"]), spans(text, &[EntityKind::Link]))),
        ("urls_with_directional_markers", |text, expected| {
            (indexed(expected, &["url"]), spans(text, &[EntityKind::Link]))
        }),
        ("tco_urls_with_params", |text, expected| (strings(expected), values(text, &[EntityKind::Link]))),
        ("hashtags", |text, expected| (strings(expected), values(text, &[EntityKind::Hashtag]))),
        ("hashtags_from_astral", |text, expected| (strings(expected), values(text, &[EntityKind::Hashtag]))),
        ("hashtags_with_indices", |text, expected| {
            (indexed(expected, &["hashtag"]), spans(text, &[EntityKind::Hashtag]))
        }),
        ("cashtags", |text, expected| (strings(expected), values(text, &[EntityKind::Cashtag]))),
        ("cashtags_with_indices", |text, expected| {
            (indexed(expected, &["cashtag"]), spans(text, &[EntityKind::Cashtag]))
        }),
    ];
    run("extract.yml", &runners, &EXTRACT);
}

#[test]
#[cfg_attr(not(twitter_text), ignore = "needs the files of twitter-text: TWITTER_TEXT=…")]
fn validate() {
    let runners: [(&str, Runner); 9] = [
        ("tweets", |text, expected| is_valid(expected, (1..=280).contains(&weighted_length(text)))),
        ("usernames", |text, expected| is_valid(expected, is_one(text, EntityKind::Mention))),
        ("lists", |text, expected| is_valid(expected, is_one(text, EntityKind::List))),
        ("hashtags", |text, expected| is_valid(expected, is_one(text, EntityKind::Hashtag))),
        ("urls", |text, expected| is_valid(expected, is_one_url(text))),
        ("urls_without_protocol", |text, expected| is_valid(expected, is_one_url(text))),
        ("WeightedTweetsCounterTest", weighs),
        ("WeightedTweetsWithDiscountedEmojiCounterTest", weighs),
        ("UnicodeDirectionalMarkerCounterTest", weighs),
    ];
    run("validate.yml", &runners, &VALIDATE);
}

/// Runs all sections of a file. Fails for a section without a runner, for a case that differs and is not listed, and
/// for a listed one that does not differ.
fn run(file: &str, runners: &[(&str, Runner)], differences: &[Differences]) {
    let directory = env::var_os("TWITTER_TEXT").expect("TWITTER_TEXT names no directory");
    let path = PathBuf::from(directory).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let documents = YamlLoader::load_from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let sections = documents.first().and_then(|document| document["tests"].as_hash()).expect("no `tests`");

    let mut listed = listed(differences);
    let mut failures = Vec::new();
    let mut ran = 0;
    println!("{file}");
    for (section, cases) in sections {
        let section = section.as_str().expect("section without a name");
        let (_, runner) =
            runners.iter().find(|(name, _)| *name == section).unwrap_or_else(|| panic!("no runner: {section}"));
        let cases = cases.as_vec().expect("section that is no list");
        let mut differing = 0;
        for (case, number) in cases.iter().zip(1..) {
            let text = case["text"].as_str().expect("case without a text");
            let (expected, found) = runner(text, &case["expected"]);
            let reason = listed.remove(&(section, number));
            match reason {
                None if expected != found => {
                    failures
                        .push(format!("{section} {number}: {text:?}\n  expected {expected:?}\n  found    {found:?}"));
                }
                Some(reason) if expected == found => {
                    failures.push(format!("{section} {number} does not differ any more: {reason}"));
                }
                Some(_) => differing += 1,
                None => {}
            }
        }
        println!("  {section}: {} cases, {differing} of them listed differences", cases.len());
        ran += cases.len();
    }
    failures.extend(listed.keys().map(|(section, number)| format!("{section} {number} does not exist")));
    assert!(ran > 90, "only {ran} cases were run");
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn listed(differences: &[Differences]) -> BTreeMap<(&'static str, usize), &'static str> {
    let sections = differences.iter().flat_map(|group| group.cases.iter().map(|case| (group.reason, case)));
    sections
        .flat_map(|(reason, (section, numbers))| numbers.iter().map(move |&number| ((*section, number), reason)))
        .collect()
}

/// An expected text, or a list of them; none at all is an empty list.
fn strings(expected: &Yaml) -> Outcome {
    match expected {
        Yaml::Array(items) => items.iter().map(|item| item.as_str().unwrap().to_owned()).collect(),
        Yaml::String(item) => vec![item.clone()],
        Yaml::Null => Vec::new(),
        other => panic!("no list: {other:?}"),
    }
}

/// Expected texts, which may be in several fields, with the indices of their first character and of that after them.
fn indexed(expected: &Yaml, fields: &[&str]) -> Outcome {
    let items = expected.as_vec().expect("no list");
    let show = |item: &Yaml| {
        let value: String = fields.iter().map(|&field| item[field].as_str().unwrap()).collect();
        format!("{value} {}..{}", item["indices"][0].as_i64().unwrap(), item["indices"][1].as_i64().unwrap())
    };
    items.iter().map(show).collect()
}

fn entities<'t>(text: &'t str, kinds: &[EntityKind]) -> impl Iterator<Item = Entity<'t>> {
    Entities::new(text).filter(|entity| kinds.contains(&entity.kind()))
}

fn values(text: &str, kinds: &[EntityKind]) -> Outcome {
    entities(text, kinds).map(|entity| entity.value().to_owned()).collect()
}

fn spans(text: &str, kinds: &[EntityKind]) -> Outcome {
    let index = |at: usize| text[..at].chars().count();
    let show = |entity: Entity<'_>| {
        let span = entity.span();
        format!("{} {}..{}", entity.value(), index(span.start), index(span.end))
    };
    entities(text, kinds).map(show).collect()
}

fn is_valid(expected: &Yaml, valid: bool) -> (Outcome, Outcome) {
    (vec![expected.as_bool().unwrap().to_string()], vec![valid.to_string()])
}

/// Whether all of `text` is one entity.
fn is_one(text: &str, kind: EntityKind) -> bool {
    Entities::new(text).next().is_some_and(|entity| entity.kind() == kind && entity.as_str() == text)
}

fn is_one_url(text: &str) -> bool {
    Links::new(text).next().is_some_and(|link| link.as_str() == text && link.to_url().is_ok())
}

fn weighs(text: &str, expected: &Yaml) -> (Outcome, Outcome) {
    let expected = expected["weightedLength"].as_i64().unwrap();
    (vec![expected.to_string()], vec![weighted_length(text).to_string()])
}
