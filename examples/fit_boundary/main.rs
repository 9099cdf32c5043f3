//! Fits the weights by which the library finds where a tweet's text begins, and reports how good they are on sources
//! they were not fitted to.
//!
//! `cargo run --release --features fit --example fit_boundary -- --help` says which options there are.
//!
//! A corpus is a file of one JSON object a line, plain or compressed with gzip or zstd:
//!
//! ```json
//! {"id": "page 1", "source": {"repo": "example.com"}, "variant": "the tool that flattened it", "text": "…",
//!  "tweets": [{"body_start": 10, "body_end": 50, "end": 90, "form": "P/P/—/S/P", "name_shown": "Dana Ortiz",
//!              "handle": "dortiz", "date": "2021-07-14", "body": "…", "tweet_lang": "en"}], "ignore": []}
//! ```
//!
//! Offsets are bytes of `text`: of the tweet's text, and of the end of its quotation. The first letter of `form` says
//! what stands before the text: a blank line (P), a line break (L), a space (S), nothing (G); it only sorts the report.
//! Records without tweets serve as prose to put tweets into. To fit to sites of your own, give their files besides
//! others.
//!
//! Three fits, each a conditional logit, share no feature. In each, a candidate has a score, the sum of the weights of
//! its features, and its probability is its share in the exponentials of all scores:
//!
//! | fit | candidates |
//! |---|---|
//! | words | the tokens at which the text may begin |
//! | first stage | the lines at which it may begin, and "none of them" |
//! | false friends | a tweet, or what only looks like one; `false_friends.rs` composes the latter |
//!
//! The library's own code finds the candidates and features. A tweet counts once for a form however many tools
//! flattened it, and a source at most as much as `--cap` tweets; a form is also how the tweet stands at the input's
//! edge. The program is deterministic: the same files give the same model, byte for byte. `FITS.md` says what was
//! tried.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::string_slice, clippy::cast_precision_loss, clippy::cast_possible_truncation)]

mod corpus;
mod false_friends;
mod model;
mod report;
mod table;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use corpus::Example;
use embedded_tweet::boundary_fit::{CALIBRATION, Calibration};
use embedded_tweet_fitting::folds::deal;

const HELP: &str = "\
Fits the weights by which the library finds where a tweet's text begins, and reports how good they are.

fit_boundary [OPTIONS] CORPUS…

    --folds N             leave sources out in N groups (default 8; more groups than sources: one by one; 0: not at all)
    --write DIRECTORY     fit to everything and write the model there: weights.txt, calibration.txt and reliability.md,
                          which belong in src/boundary/model
    --check               report on the library as it is instead of fitting, and time it
    --errors N            show up to N errors a source
    --ridge R             what holds weights near zero (default 4)
    --lexical-ridge R     the same for hashes of words (default 16)
    --iterations N        how long a fit takes at most (default 190)
    --paragraph-weight W  the weight of a tweet in a paragraph of its own (default 3)
    --parts-weight W      the weight of a tweet that is printed in two parts (default 0.3)
    --cap N               the most that a source weighs, in tweets of a form (default 60)
    --copies N            how many copies of a tweet in a form are read (default 2)
    --mix N               how many settings each tweet of one line is put into (default 2)
    --mix-weight W        their weight (default 1)
    --false-share W       the weight of composed false friends, as a share of all tweets (default 0.01)
    --sources SHARE       fit to this share of the sources, for a learning curve (default 1)
    --without GROUP,…     fit without these groups of features

A corpus is a file of JSON Lines, plain or compressed; see the head of main.rs for its form.
";

/// What the command line asks for.
struct Settings {
    fit: model::Options,
    files: Vec<String>,
    folds: usize,
    write: Option<String>,
    check: bool,
    errors: usize,
    cap: f64,
    copies: usize,
    mix: usize,
    mix_weight: f64,
    false_share: f64,
    sources: f64,
    help: bool,
}

impl Settings {
    fn read() -> Result<Self, Box<dyn std::error::Error>> {
        let fit = model::Options {
            ridge: 4.0,
            lexical_ridge: 16.0,
            iterations: 190,
            paragraph_weight: 3.0,
            parts_weight: 0.3,
            without: Vec::new(),
        };
        let mut settings = Self {
            fit,
            files: Vec::new(),
            folds: 8,
            write: None,
            check: false,
            errors: 0,
            cap: 60.0,
            copies: 2,
            mix: 2,
            mix_weight: 1.0,
            false_share: 0.01,
            sources: 1.0,
            help: false,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--help" | "-h" => settings.help = true,
                "--folds" => settings.folds = value()?.parse()?,
                "--write" => settings.write = Some(value()?),
                "--check" => settings.check = true,
                "--errors" => settings.errors = value()?.parse()?,
                "--ridge" => settings.fit.ridge = value()?.parse()?,
                "--lexical-ridge" => settings.fit.lexical_ridge = value()?.parse()?,
                "--iterations" => settings.fit.iterations = value()?.parse()?,
                "--paragraph-weight" => settings.fit.paragraph_weight = value()?.parse()?,
                "--parts-weight" => settings.fit.parts_weight = value()?.parse()?,
                "--sources" => settings.sources = value()?.parse()?,
                "--without" => settings.fit.without = value()?.split(',').map(str::to_owned).collect(),
                "--cap" => settings.cap = value()?.parse()?,
                "--copies" => settings.copies = value()?.parse()?,
                "--mix" => settings.mix = value()?.parse()?,
                "--mix-weight" => settings.mix_weight = value()?.parse()?,
                "--false-share" => settings.false_share = value()?.parse()?,
                option if option.starts_with("--") => return Err(format!("{option} is no option").into()),
                _ => settings.files.push(argument),
            }
        }
        Ok(settings)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings::read()?;
    if settings.help || settings.files.is_empty() {
        print!("{HELP}");
        return Ok(());
    }
    let (mut examples, mut prose) = (Vec::new(), Vec::new());
    for file in &settings.files {
        corpus::read(Path::new(file), settings.check, &mut examples, &mut prose)?;
    }
    keep_copies(&mut examples, settings.copies);
    let made =
        [corpus::cut_short(&examples), corpus::introduced(&examples), corpus::joined_to_introductions(&examples)];
    examples.extend(made.into_iter().flatten());
    corpus::weigh(&mut examples, settings.cap);
    println!("{} examples, {} places in prose", examples.len(), prose.len());
    if settings.check {
        report::library(&examples);
        return Ok(());
    }
    let mut composed = corpus::mix(&examples, &prose, settings.mix, settings.mix_weight);
    composed.extend(false_friends::compose(&examples, settings.false_share));
    let (measured, tables) = held_out(&examples, &composed, &settings)?;
    if let Some(directory) = settings.write.as_deref().map(Path::new) {
        let all: Vec<_> = examples.iter().chain(&composed).collect();
        let weights = model::fit_all(&all, &settings.fit)?;
        let note = format!("Fitted to {} labelled tweets.", examples.len());
        std::fs::write(directory.join("weights.txt"), table::weights_file(&weights, &note))?;
        std::fs::write(directory.join("calibration.txt"), table::calibration_file(&measured))?;
        std::fs::write(directory.join("reliability.md"), tables)?;
    }
    Ok(())
}

/// Reports on sources that were not fitted to: the calibration, and the tables of the documentation.
fn held_out(
    examples: &[Example],
    composed: &[Example],
    settings: &Settings,
) -> Result<(Calibration, String), Box<dyn std::error::Error>> {
    if settings.folds < 2 {
        return Ok((CALIBRATION, String::new()));
    }
    let judged_too = || examples.iter().chain(composed.iter().filter(|e| e.is_false));
    // Composed inputs must not move a source to another fold: the figures of two fits could not be compared.
    let dealt = judged_too().filter(|e| ![corpus::INTRODUCED, corpus::JOINED].contains(&e.edge));
    let fold = deal(dealt.map(|e| (&*e.source, 1)), settings.folds);
    let fitted_to = some_of(examples.iter().map(|e| &e.source), settings.sources);
    let (mut full, mut layout) = (Vec::new(), Vec::new());
    for held in 0..settings.folds.min(fold.len()) {
        let is_held = |source: &String| fold.get(source) == Some(&held);
        let is_fitted_to = |e: &&Example| {
            let known = |source: &String| e.is_false || fitted_to.contains(source.as_str());
            [&e.source, &e.tweet_source].into_iter().all(|source| !is_held(source) && known(source))
        };
        let train: Vec<_> = examples.iter().chain(composed).filter(is_fitted_to).collect();
        let weights = table::rounded(&model::fit_all(&train, &settings.fit)?);
        full.extend(judged_too().filter(|e| is_held(&e.source)).map(|e| report::judge(e, &weights)));
        layout.extend(judged_too().filter(|e| is_held(&e.source)).map(|e| report::judge_layout(e, &weights)));
    }
    let answers = report::answers(&layout);
    let judged = report::cascade(&layout, &full, &answers);
    println!("without the first stage");
    report::accuracy(&full);
    println!("the first stage alone");
    report::accuracy(&layout);
    println!("both");
    report::accuracy(&judged);
    report::first_stage(&judged, &full);
    report::reliability(&judged);
    report::errors(&judged, settings.errors);
    report::error_kinds(&judged);
    let tables = report::tables(&judged);
    println!("\n{tables}\nthe first stage alone\n{}", report::tables(&layout));
    let [words, layout] = [&judged, &layout].map(|stage| report::calibration(stage));
    Ok((Calibration { words, layout, answers }, tables))
}

/// Keeps at most `most` copies of a tweet in a form.
fn keep_copies(examples: &mut Vec<Example>, most: usize) {
    let mut seen = BTreeMap::<_, usize>::new();
    examples.retain(|e| {
        let n = seen.entry((e.source.clone(), e.tweet.clone(), corpus::kind_of(e))).or_default();
        *n += 1;
        *n <= most
    });
}

/// This share of the `sources`, evenly spread over their order by name.
fn some_of<'e>(sources: impl Iterator<Item = &'e String>, share: f64) -> BTreeSet<&'e str> {
    let sources: BTreeSet<&str> = sources.map(String::as_str).collect();
    let is_kept =
        |(index, _): &(usize, &str)| (((index + 1) as f64) * share).floor() > ((*index as f64) * share).floor();
    sources.into_iter().enumerate().filter(is_kept).map(|(_, source)| source).collect()
}
