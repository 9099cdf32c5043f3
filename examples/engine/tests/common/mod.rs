//! The program as others see it.
#![allow(dead_code, unreachable_pub, reason = "each test uses what it needs")]

use std::{
    fs,
    io::Write,
    ops::Range,
    path::Path,
    process::{Command, Output},
};

use embedded_tweet_documents::Author;

pub fn engine() -> Command {
    Command::new(env!("CARGO_BIN_EXE_engine"))
}

/// Runs it to its end.
pub fn run(arguments: &[&str]) -> Output {
    engine().arg("run").args(arguments).output().unwrap()
}

/// What it prints, line by line in their order as texts, since rows have no order of their own.
pub fn rows(arguments: &[&str]) -> Vec<String> {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    sorted(&String::from_utf8(output.stdout).unwrap())
}

/// The names of the files that were written to a folder, if it is there.
pub fn parts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("part-")).collect()
}

/// The rows of the JSON Lines that were written to a folder.
pub fn rows_in(folder: &Path) -> Vec<String> {
    sorted(&parts(folder).iter().map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect::<String>())
}

fn sorted(lines: &str) -> Vec<String> {
    let mut lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// What it complains of.
pub fn complaint(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// `bytes` as a gzip file of two members.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let member = |bytes| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    [member(first), member(second)].concat()
}

/// An article of about 3 kB with one to four tweets; the same one for the same number.
pub fn article(number: u64) -> String {
    Author::new(number).article(3000, 100).to_owned()
}

/// The articles of a range as JSON Lines.
pub fn jsonl(numbers: Range<u64>) -> String {
    let line = |number| {
        let text = serde_json::Value::from(article(number));
        format!("{{\"id\":\"article-{number}\",\"text\":{text}}}\n")
    };
    numbers.map(line).collect()
}

/// Writes `files` files of articles to `folder`, `each` in each.
pub fn write_articles(folder: &Path, files: u64, each: u64) {
    for file in 0..files {
        let lines = jsonl(file * each..(file + 1) * each);
        let name = format!("articles-{file}.jsonl");
        match file % 3 {
            0 => fs::write(folder.join(name), lines),
            1 => fs::write(folder.join(name + ".gz"), gzip(lines.as_bytes())),
            _ => fs::write(folder.join(name + ".zst"), zstd::encode_all(lines.as_bytes(), 1).unwrap()),
        }
        .unwrap();
    }
}
