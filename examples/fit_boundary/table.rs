//! The files of the library's model.

use std::fmt::Write as _;

use embedded_tweet::boundary_fit::{GROUPS, LEVELS, SCALE};

use crate::report::Measured;

/// How many weights stand in a line.
const PER_LINE: usize = 120;

/// The letter of the level nearest to `weight`: `.` for none, lowercase speaks for a candidate, uppercase against it.
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

/// The content of `weights.txt`: a line `# NAME SIZE` for each group, and lines of one letter a weight.
pub fn weights_file(weights: &[f64], note: &str) -> String {
    let mut out = format!("# {note}\n");
    let mut rest = weights;
    for (name, size, _) in GROUPS {
        let (group, after) = rest.split_at(*size);
        rest = after;
        let _ = writeln!(out, "# {name} {size}");
        for line in group.chunks(PER_LINE) {
            out.extend(line.iter().map(|weight| letter(*weight)));
            out.push('\n');
        }
    }
    out
}

/// The content of `calibration.txt`: the expression of a constant.
pub fn calibration_file(Measured { knots, by_layout: [quotes, blocks] }: &Measured) -> String {
    let mut out = String::from("Calibration {\n    reliability: &[\n");
    for (p, share) in knots {
        let _ = writeln!(out, "        ({p:?}, {share:.3}),");
    }
    let _ = writeln!(out, "    ],\n    quotes: {quotes:.3},\n    blocks: {blocks:.3},\n}}");
    out
}

#[cfg(test)]
mod tests {
    use embedded_tweet::boundary_fit::{CALIBRATION, CALIBRATION_FILE, WEIGHTS, WEIGHTS_FILE};

    use super::*;

    #[test]
    fn todays_model_is_written_as_todays_files() {
        let weights: Vec<f64> = WEIGHTS.iter().map(|steps| f64::from(*steps) / f64::from(SCALE)).collect();
        let note = WEIGHTS_FILE.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap();
        assert_eq!(weights_file(&weights, note), WEIGHTS_FILE);

        let (reliability, quotes, blocks) = CALIBRATION;
        // As decimals, which the nearest numbers of 32 bits are not.
        let decimal = |number: f32| number.to_string().parse().unwrap();
        let knots = reliability.iter().map(|(p, share)| (decimal(*p), decimal(*share))).collect();
        let by_layout = [quotes, blocks].map(decimal);
        assert_eq!(calibration_file(&Measured { knots, by_layout }), CALIBRATION_FILE);
    }
}
