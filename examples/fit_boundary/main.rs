//! Fits the weights by which the library finds where a tweet's text begins, and reports how good they are on sources
//! they were not fitted to.
//!
//! ```text
//! cargo run --release --features fit --example fit_boundary -- [OPTIONS] CORPUS…
//!     --folds N           leave sources out in N groups (default 8; more groups than sources: one by one; 0: not at all)
//!     --write DIRECTORY   fit to everything and write the model there: weights.txt, calibration.txt and reliability.md, which
//!                         belong in src/boundary/model
//!     --check             report on the library as it is instead of fitting, and time it
//!     --errors N          show up to N errors a source
//!     --ridge R, --lexical-ridge R, --iterations N, --paragraph-weight W, --cap N, --copies N, --mix N, --mix-weight W,
//!     --without GROUP,…
//! ```
//!
//! A corpus is a file of one JSON object a line, plain or compressed with gzip or zstd:
//!
//! ```json
//! {"id": "page 1", "source": {"repo": "example.com"}, "variant": "the tool that flattened it", "text": "…",
//!  "tweets": [{"body_start": 10, "body_end": 50, "end": 90, "form": "P/P/—/S/P", "name_shown": "Dana Ortiz",
//!              "handle": "dortiz", "date": "2021-07-14", "body": "…", "tweet_lang": "en"}], "ignore": []}
//! ```
//!
//! Offsets are bytes of `text`: of the tweet's text, and of the end of its quotation. The first letter of `form` says what
//! stands before the text: a blank line (P), a line break (L), a space (S), nothing (G); it only sorts the report.
//! Records without tweets serve as prose to put tweets into. To fit to sites of your own, give their files besides others.
//!
//! The model is a conditional logit: each candidate has a score, the sum of the weights of its features, and its probability
//! is its share in the exponentials of all scores. The library's own code finds the candidates and features. Beginnings that
//! the layout rules answer are not fitted to, since the library does not ask the model there; how many of them are exact is
//! their confidence. A tweet counts once for a form however many tools flattened it,
//! and a source at most as much as `--cap` tweets. The program is deterministic: the same files give the same model, byte
//! for byte.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::string_slice, clippy::cast_precision_loss, clippy::cast_possible_truncation)]

mod corpus;
mod model;
mod report;
mod table;

use std::{collections::BTreeMap, path::Path};

use corpus::Example;
use report::Measured;

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
}

impl Settings {
    fn read() -> Result<Self, Box<dyn std::error::Error>> {
        let fit = model::Options {
            ridge: 4.0,
            lexical_ridge: 16.0,
            iterations: 90,
            paragraph_weight: 3.0,
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
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--folds" => settings.folds = value()?.parse()?,
                "--write" => settings.write = Some(value()?),
                "--check" => settings.check = true,
                "--errors" => settings.errors = value()?.parse()?,
                "--ridge" => settings.fit.ridge = value()?.parse()?,
                "--lexical-ridge" => settings.fit.lexical_ridge = value()?.parse()?,
                "--iterations" => settings.fit.iterations = value()?.parse()?,
                "--paragraph-weight" => settings.fit.paragraph_weight = value()?.parse()?,
                "--without" => settings.fit.without = value()?.split(',').map(str::to_owned).collect(),
                "--cap" => settings.cap = value()?.parse()?,
                "--copies" => settings.copies = value()?.parse()?,
                "--mix" => settings.mix = value()?.parse()?,
                "--mix-weight" => settings.mix_weight = value()?.parse()?,
                "--help" | "-h" => {
                    print!("{}", embedded_tweet_documents::usage(include_str!("main.rs")));
                    std::process::exit(0);
                }
                option if option.starts_with("--") => return Err(format!("{option} is no option").into()),
                _ => settings.files.push(argument),
            }
        }
        if settings.files.is_empty() {
            return Err("no corpus is named; --help says how one is".into());
        }
        Ok(settings)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings::read()?;
    let (mut examples, mut prose) = (Vec::new(), Vec::new());
    for file in &settings.files {
        corpus::read(Path::new(file), &mut examples, &mut prose)?;
    }
    keep_copies(&mut examples, settings.copies);
    corpus::weigh(&mut examples, settings.cap);
    println!("{} examples, {} places in prose", examples.len(), prose.len());
    if settings.check {
        report::library(&examples);
        return Ok(());
    }
    let composed = corpus::mix(&examples, &prose, settings.mix, settings.mix_weight);
    let (measured, tables) = held_out(&examples, &composed, &settings)?;
    if let Some(directory) = settings.write.as_deref().map(Path::new) {
        let all: Vec<_> = examples.iter().chain(&composed).collect();
        let weights = model::fit(&all, &settings.fit)?;
        let note = format!("Fitted to {} labelled tweets.", examples.len());
        std::fs::write(directory.join("weights.txt"), table::weights_file(&weights, &note))?;
        std::fs::write(directory.join("calibration.txt"), table::calibration_file(&measured))?;
        std::fs::write(directory.join("reliability.md"), tables)?;
    }
    Ok(())
}

/// The calibration, and the tables of the documentation.
type Reliability = (Measured, String);

/// Reports on sources that were not fitted to.
fn held_out(
    examples: &[Example],
    composed: &[Example],
    settings: &Settings,
) -> Result<Reliability, Box<dyn std::error::Error>> {
    if settings.folds < 2 {
        return Ok((Measured { knots: vec![(0.0, 0.0), (1.0, 1.0)], by_layout: [1.0; 2] }, String::new()));
    }
    let fold = folds_of(examples, settings.folds);
    let mut judged = Vec::new();
    for held in 0..settings.folds.min(fold.len()) {
        let is_held = |source: &String| fold.get(source) == Some(&held);
        let train: Vec<_> =
            examples.iter().chain(composed).filter(|e| !is_held(&e.source) && !is_held(&e.tweet_source)).collect();
        let weights = model::fit(&train, &settings.fit)?;
        judged.extend(examples.iter().filter(|e| is_held(&e.source)).map(|e| report::judge(e, &weights)));
    }
    report::accuracy(&judged);
    report::by_layout(&judged);
    report::reliability(&judged);
    report::kinds(judged.iter().filter_map(|j| Some((j.chosen?.kind, j))));
    report::errors(&judged, settings.errors);
    let measured = report::Measured::new(&judged);
    let tables = report::tables(&judged, &measured);
    Ok((measured, tables))
}

/// Keeps at most `most` copies of a tweet in a form.
fn keep_copies(examples: &mut Vec<Example>, most: usize) {
    let mut seen: BTreeMap<(String, String, corpus::Form, bool), usize> = BTreeMap::new();
    examples.retain(|e| {
        let n = seen.entry((e.source.clone(), e.tweet.clone(), e.form, e.collapsed)).or_default();
        *n += 1;
        *n <= most
    });
}

/// Deals the sources out, the largest first, so that folds are of like size.
fn folds_of(examples: &[Example], folds: usize) -> BTreeMap<String, usize> {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for e in examples {
        *sizes.entry(&e.source).or_default() += 1;
    }
    let mut order: Vec<_> = sizes.into_iter().collect();
    order.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
    let mut filled = vec![0; folds];
    order
        .into_iter()
        .map(|(name, n)| {
            let fold = (0..folds).min_by_key(|f| filled[*f]).unwrap_or(0);
            filled[fold] += n;
            (name.to_owned(), fold)
        })
        .collect()
}
