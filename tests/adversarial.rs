//! The work is linear in the size of the input, whatever that is: the steps of the loops are counted, not the time.
#![forbid(unsafe_code)]

mod articles;
mod hostile;

use embedded_tweet::{Entities, Extractor, Links, Tweet, html, prose, take_steps, weighted_length};
use hostile::Hostile;

const SMALL: usize = 8 << 10;
const LARGE: usize = 96 << 10;

/// The most steps a byte that any input may cost.
const MOST_STEPS: f64 = 60.0;

/// How much more a byte may cost in the large input than in the small one.
const GROWTH: f64 = 1.3;

/// The steps of one way to read a text.
type Steps = fn(&str) -> u64;

fn extraction(text: &str) -> u64 {
    steps(|| read(Extractor::new(), text))
}

fn structure(text: &str) -> u64 {
    steps(|| read(Extractor::new().structure_only(true), text))
}

/// Reads the tweets of a text with their lazy parts.
fn read(extractor: Extractor, text: &str) {
    for tweet in extractor.tweets(text) {
        read_lazily(tweet.text());
        let _ = tweet.clean_text();
    }
}

fn read_lazily(text: &str) {
    Links::new(text).for_each(drop);
    Entities::new(text).for_each(drop);
    let _ = weighted_length(text);
}

fn steps(work: impl FnOnce()) -> u64 {
    take_steps();
    work();
    take_steps()
}

#[expect(clippy::cast_precision_loss, reason = "they are small")]
fn per_byte(steps: u64, text: &str) -> f64 {
    steps as f64 / text.len() as f64
}

/// What is wrong with the costs of `input`, if anything is.
fn complaint((name, input): Hostile, way: &str, steps: Steps) -> Option<String> {
    let cost = |text: &str| per_byte(steps(text), text);
    complaint_of(name, way, (cost(&input(SMALL)), cost(&input(LARGE))))
}

/// What is wrong with the costs a byte of a small and of a large input.
fn complaint_of(name: &str, way: &str, (cost, large_cost): (f64, f64)) -> Option<String> {
    // Steps that are not of the loops, such as the first anchor's, are a few hundred.
    let grows = large_cost > cost * GROWTH + 0.1;
    (grows || large_cost > MOST_STEPS)
        .then(|| format!("{name} ({way}): {cost:.1} steps a byte in {SMALL} bytes, {large_cost:.1} in {LARGE}"))
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_texts_cost_what_their_size_says() {
    let complaints: Vec<_> =
        hostile::ALL.into_iter().filter_map(|input| complaint(input, "extraction", extraction)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_texts_cost_what_their_size_says_by_structure() {
    let complaints: Vec<_> =
        hostile::ALL.into_iter().filter_map(|input| complaint(input, "structure only", structure)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_texts_are_refused_and_their_prose_is_joined_at_the_cost_that_their_size_says() {
    let prose: Steps = |text| steps(|| drop(prose(text)));
    let refusal: Steps = |text| steps(|| _ = Tweet::parse(text));
    let complaints: Vec<_> = hostile::ALL
        .into_iter()
        .flat_map(|input| [complaint(input, "prose", prose), complaint(input, "refusal", refusal)])
        .flatten()
        .collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_texts_of_tweets_cost_what_their_size_says() {
    let lazy: Steps = |text| steps(|| read_lazily(text));
    let complaints: Vec<_> =
        hostile::LAZY.into_iter().filter_map(|input| complaint(input, "lazy parts", lazy)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_texts_of_tweets_are_cleaned_at_the_cost_that_their_size_says() {
    let inputs = || hostile::ALL.into_iter().chain(hostile::LAZY);
    for attribution in hostile::ATTRIBUTIONS {
        let cleaned = inputs().filter_map(|input| Some((input.0, cleaning_costs(input, attribution)?)));
        let cleaned: Vec<_> = cleaned.collect();
        assert!(cleaned.len() > inputs().count() / 2, "{} are quotations: {attribution:?}", cleaned.len());
        let complaints: Vec<_> =
            cleaned.into_iter().filter_map(|(name, costs)| complaint_of(name, attribution, costs)).collect();
        assert!(complaints.is_empty(), "{complaints:#?}");
    }
}

/// The costs a byte of cleaning a small and a large input before `attribution`, if both are read as a quotation.
fn cleaning_costs(input: Hostile, attribution: &str) -> Option<(f64, f64)> {
    let cost = |size| {
        let text = input.1(size);
        let quotation = format!("{text}{attribution}");
        let tweet = Tweet::parse(&quotation).ok()?;
        Some(per_byte(steps(|| drop((tweet.clean_text(), tweet.clean_name()))), &text))
    };
    // Cleaning goes over a text several times.
    cost(SMALL / 2).zip(cost(LARGE / 3))
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn hostile_pages_cost_what_their_size_says() {
    let search: Steps = |page| steps(|| html::embeds(page).for_each(drop));
    let reading: Steps = |page| steps(|| html::embeds(page).for_each(|embed| drop(embed.quotation())));
    let complaints: Vec<_> = hostile::HTML
        .into_iter()
        .flat_map(|input| [complaint(input, "search", search), complaint(input, "reading", reading)])
        .flatten()
        .collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "steps are not counted")]
fn prose_costs_next_to_nothing() {
    let prose = articles::sparse_of(LARGE).text;
    assert!(per_byte(extraction(&prose), &prose) < 0.1);
}

/// Searches random combinations of the grammar's literals for the most expensive; the worst are kept in `hostile::ALL`.
/// `cargo test --test adversarial -- --ignored --nocapture` prints them.
#[test]
#[ignore = "a search, to be run when the grammar changes"]
fn search_for_the_worst() {
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20_000_u32);
    let mut random = articles::Random::new(7);
    let mut worst: Vec<(f64, String)> = Vec::new();
    for _ in 0..rounds {
        // A few new pieces, or a mutation of a piece that is expensive.
        let mut parts: Vec<String> = match random.below(3) {
            0 => Vec::new(),
            _ if worst.is_empty() => Vec::new(),
            _ => vec![random.of(&worst).1.clone()],
        };
        for _ in 0..=random.below(6) {
            let literal =
                random.of(&hostile::LITERALS).repeat(if random.below(6) == 0 { 1 + random.below(60) } else { 1 });
            parts.insert(random.below(parts.len() + 1), literal);
        }
        let piece = parts.concat();
        if piece.is_empty() || piece.len() > 2000 {
            continue;
        }
        let text = hostile::repeat(&piece, 8 << 10);
        let cost = per_byte(extraction(&text), &text);
        worst.push((cost, piece));
        worst.sort_by(|a, b| b.0.total_cmp(&a.0));
        worst.truncate(12);
    }
    for (cost, piece) in &worst {
        println!("{cost:.1} {piece:?}");
    }
    assert!(worst[0].0 < MOST_STEPS, "{worst:#?}");
}
