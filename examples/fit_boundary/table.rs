//! Writes the weights as the library's table.

use std::fmt::Write as _;

use embedded_tweet::boundary_fit::{GROUPS, LEVELS, SCALE};

use crate::report::Worth;

/// How many weights stand in a line.
const PER_LINE: usize = 108;

/// The letter of the level nearest to `weight`: `.` for none, small letters for, capitals against.
fn letter(weight: f64) -> char {
    let scaled = weight.abs() * f64::from(SCALE);
    let level = (0..LEVELS.len())
        .min_by(|a, b| (f64::from(LEVELS[*a]) - scaled).abs().total_cmp(&(f64::from(LEVELS[*b]) - scaled).abs()))
        .unwrap_or(0);
    let letter = u8::try_from(level).unwrap_or(0);
    match (level, weight < 0.0) {
        (0, _) => '.',
        (_, false) => char::from(b'a' + letter - 1),
        (_, true) => char::from(b'A' + letter - 1),
    }
}

/// The source of `weights.rs`.
pub fn source(weights: &[f64], Worth { knots, settled }: &Worth, note: &str) -> String {
    let mut out = String::from("//! The fitted weights. Written by `examples/fit_boundary`; do not edit.\n//!\n");
    for line in note.lines() {
        let _ = writeln!(out, "//! {line}");
    }
    out.push_str(
        "//!\n//! One letter a weight: `.` is none, `a` to `z` speak for a place, `A` to `Z` against it, by the levels of\n\
         //! `table.rs`. Groups stand in the order of `group.rs`.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n",
    );
    out.push_str("/// Probabilities of the model, and the share of held-out beginnings that were exact there.\n");
    let _ = writeln!(out, "pub(super) const RELIABILITY: [(f32, f32); {}] = [", knots.len());
    for (p, share) in knots {
        let _ = writeln!(out, "    ({p:?}, {share:.3}),");
    }
    out.push_str("];\n\n/// The shares of held-out beginnings that the layout settles which were exact.\n");
    let [quotes, blocks] = settled;
    let _ = writeln!(out, "pub(super) const SETTLED_QUOTES: f32 = {quotes:.3};");
    let _ = writeln!(out, "pub(super) const SETTLED_BLOCKS: f32 = {blocks:.3};");
    out.push_str("\npub(super) const CODED: &[&[u8]] = &[\n");
    let mut rest = weights;
    for (name, size) in GROUPS {
        let (group, after) = rest.split_at(*size);
        rest = after;
        let letters: Vec<char> = group.iter().map(|w| letter(*w)).collect();
        let _ = writeln!(out, "    // {}: {size}", name.to_lowercase());
        out.push_str("    b\"");
        for (i, line) in letters.chunks(PER_LINE).enumerate() {
            if i > 0 {
                out.push_str("\\\n      ");
            }
            out.extend(line);
        }
        out.push_str("\",\n");
    }
    out.push_str("];\n");
    out
}
