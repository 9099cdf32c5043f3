//! Writes made-up articles with tweets in them, for measurements.
//!
//! `cargo run --example generate -- FOLDER FILES MEGABYTES`: as many files of JSON Lines, every second of them gzipped, with as
//! many megabytes of text in all.

#[path = "../tests/articles/mod.rs"]
mod articles;

use std::{error::Error, fs, io::Write, path::Path};

/// Articles that are written at once.
const BATCH: u64 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, files, megabytes] = arguments.as_slice() else { return Err("FOLDER FILES MEGABYTES".into()) };
    let (files, megabytes): (u64, u64) = (files.parse()?, megabytes.parse()?);
    fs::create_dir_all(folder)?;
    let mut number = 0;
    for file in 0..files {
        let plain = Path::new(folder).join(format!("articles-{file:04}.jsonl"));
        let mut to: Box<dyn Write> = if file % 2 == 0 {
            Box::new(fs::File::create(plain)?)
        } else {
            let to = fs::File::create(plain.with_extension("jsonl.gz"))?;
            Box::new(flate2::write::GzEncoder::new(to, flate2::Compression::fast()))
        };
        let mut left = megabytes * 1_000_000 / files;
        while left > 0 {
            let lines = articles::jsonl(number..number + BATCH);
            to.write_all(lines.as_bytes())?;
            left = left.saturating_sub(lines.len() as u64);
            number += BATCH;
        }
        to.flush()?;
    }
    println!("{number} articles");
    Ok(())
}
