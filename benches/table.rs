//! Prints what the benchmarks measured, from the files that criterion keeps: `cargo bench` ends with it, and
//! `cargo bench --bench table` prints the tables of the last run again.
//!
//! Throughputs are those of the mean time; a ratio is that of two throughputs in one group, on the same bytes.
#![forbid(unsafe_code)]
#![allow(missing_docs)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

const GROUPS: [&str; 7] = ["sparse", "mixed", "dense", "joined", "wall", "mail", "cjk"];

/// Nanoseconds a byte, by the size of the input.
type Costs = BTreeMap<u64, f64>;

fn main() {
    // `cargo test --benches` runs this too, and there is nothing to say then.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let Some(results) = results() else { return };
    ratios(&results);
    adversarial(&results);
}

/// Where criterion keeps what it measured.
fn results() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.ancestors().map(|folder| folder.join("criterion")).find(|folder| folder.is_dir())
}

fn ratios(results: &Path) {
    println!(
        "\n| group | `embedded_tweet` | structure only | `memchr` | `regex` | `linkify` | to `memchr` | to `regex` | structure to `regex` |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for group in GROUPS {
        let speed = |function: &str| function_cost(&results.join(group).join(function)).map(|cost| 1.0 / cost);
        let ratio = |function, other| Some(speed(function)? / speed(other)?);
        print!("| {group} ");
        for function in ["embedded_tweet", "embedded_tweet_structure", "memchr", "regex", "linkify"] {
            print!("| {} ", speed(function).map_or_else(|| "–".into(), shown_speed));
        }
        print!("| {} ", shown_ratio(ratio("embedded_tweet", "memchr")));
        print!("| {} ", shown_ratio(ratio("embedded_tweet", "regex")));
        println!("| {} |", shown_ratio(ratio("embedded_tweet_structure", "regex")));
    }
}

/// Bytes a nanosecond are GB a second.
fn shown_speed(speed: f64) -> String {
    if speed >= 1.0 { format!("{speed:.1} GB/s") } else { format!("{:.0} MB/s", speed * 1000.0) }
}

fn shown_ratio(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "–".into(), |ratio| format!("{ratio:.2}×"))
}

fn adversarial(results: &Path) {
    let Ok(inputs) = fs::read_dir(results.join("adversarial")) else { return };
    let mut rows: Vec<(String, Costs)> = inputs.flatten().map(|input| costs(&input.path())).collect();
    rows.retain(|(_, costs)| !costs.is_empty());
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    println!("\n| adversarial input | 64 KiB | 256 KiB | 1 MiB | 4 MiB | 4 MiB to 64 KiB |");
    println!("|---|--:|--:|--:|--:|--:|");
    for (name, costs) in rows {
        print!("| {name} ");
        for cost in costs.values() {
            print!("| {cost:.2} ns/B ");
        }
        let growth = costs.values().next_back().zip(costs.values().next()).map(|(last, first)| last / first);
        println!("| {} |", shown_ratio(growth));
    }
}

/// The costs of one input by its size, which is the name of the folder.
fn costs(input: &Path) -> (String, Costs) {
    let name = input.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sizes = fs::read_dir(input).into_iter().flatten().flatten();
    let costs = sizes.filter_map(|size| {
        let bytes = size.file_name().to_str()?.parse().ok()?;
        Some((bytes, function_cost(&size.path())?))
    });
    (name, costs.collect())
}

/// Nanoseconds a byte.
fn function_cost(folder: &Path) -> Option<f64> {
    let read =
        |file: &str| serde_json::from_str::<Value>(&fs::read_to_string(folder.join("new").join(file)).ok()?).ok();
    let mean = read("estimates.json")?.pointer("/mean/point_estimate")?.as_f64()?;
    let bytes = read("benchmark.json")?.pointer("/throughput/Bytes")?.as_f64()?;
    Some(mean / bytes)
}
