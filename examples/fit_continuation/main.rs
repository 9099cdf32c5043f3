//! Fits the weights by which the library finds where a text goes on behind its attribution, and reports how good they
//! are on sources they were not fitted to.
//!
//! ```text
//! cargo run --release --features fit --example fit_continuation -- [OPTIONS] CORPUS…
//!     --folds N          leave sources out in N groups (default 8)
//!     --write DIRECTORY  fit to everything and write the model there: weights.txt and calibration.txt, which belong in
//!                        src/boundary/continuation
//!     --errors N         show N errors
//!     --ridge R, --iterations N, --cap N, --without GROUP,…
//! ```
//!
//! A corpus is a file of one JSON object a line, as `fit_boundary` reads it; a tweet whose text is in two parts also
//! has `rest_start` and `rest_end`. The library itself finds the tweets, their first parts, the candidates and the
//! features. "None" is one of the candidates, without features. The tweets of a source with a continuation count at
//! most as much as `--cap` together, and so do those without. The program is deterministic: the same files give the
//! same model, byte for byte.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

mod corpus;
mod model;
mod report;

use std::{error::Error, path::Path};

use corpus::Example;
use embedded_tweet_fitting::folds::deal;

/// What the command line asks for.
struct Settings {
    files: Vec<String>,
    folds: usize,
    write: Option<String>,
    errors: usize,
    ridge: f64,
    iterations: u64,
    cap: f64,
    without: Vec<String>,
}

impl Settings {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut settings = Self {
            files: Vec::new(),
            folds: 8,
            write: None,
            errors: 0,
            ridge: 2.0,
            iterations: 120,
            cap: 60.0,
            without: Vec::new(),
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--folds" => settings.folds = value()?.parse()?,
                "--write" => settings.write = Some(value()?),
                "--errors" => settings.errors = value()?.parse()?,
                "--ridge" => settings.ridge = value()?.parse()?,
                "--iterations" => settings.iterations = value()?.parse()?,
                "--without" => settings.without = value()?.split(',').map(str::to_owned).collect(),
                "--cap" => settings.cap = value()?.parse()?,
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

fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::read()?;
    let mut examples = Vec::new();
    for (number, file) in settings.files.iter().enumerate() {
        corpus::read(Path::new(file), number, &mut examples)?;
    }
    corpus::forget(&mut examples, &settings.without)?;
    corpus::weigh(&mut examples, settings.cap);
    println!(
        "{} tweets, {} may have a continuation",
        examples.len(),
        examples.iter().filter(|e| e.is_usable()).count()
    );
    // Sources with continuations are dealt out first.
    let sizes = examples.iter().map(|e| (&*e.source, if e.has_rest { 100 } else { 1 }));
    let fold = deal(sizes, settings.folds);
    let mut judged = Vec::new();
    for held in 0..settings.folds {
        let is_held = |e: &&Example| fold.get(&e.source) == Some(&held);
        let train: Vec<_> = examples.iter().filter(|e| !is_held(e)).collect();
        let weights = model::fit(&train, settings.ridge, settings.iterations)?;
        judged.extend(examples.iter().filter(is_held).map(|e| report::Judged::new(e, &weights)));
    }
    report::thresholds(&judged);
    report::accuracy(&judged, &settings.files);
    report::reliability(&judged);
    report::errors(&judged, settings.errors);
    if let Some(directory) = settings.write.as_deref().map(Path::new) {
        let weights = model::fit(&examples.iter().collect::<Vec<_>>(), settings.ridge, settings.iterations)?;
        std::fs::write(directory.join("weights.txt"), report::weights_file(&weights))?;
        std::fs::write(directory.join("calibration.txt"), report::calibration_file(&judged))?;
    }
    Ok(())
}
