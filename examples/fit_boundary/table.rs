//! The files of the library's model.

use std::fmt::Write as _;

use embedded_tweet::boundary_fit::{Calibration, GROUPS, LEVELS, SCALE, Shares};

/// How many weights stand in a line.
const PER_LINE: usize = 120;

/// The index of the level nearest to `weight`.
fn level(weight: f64) -> usize {
    let scaled = weight.abs() * f64::from(SCALE);
    (0..LEVELS.len())
        .min_by(|a, b| (f64::from(LEVELS[*a]) - scaled).abs().total_cmp(&(f64::from(LEVELS[*b]) - scaled).abs()))
        .unwrap_or(0)
}

/// The weights as the file has them.
pub fn rounded(weights: &[f64]) -> Vec<f64> {
    weights.iter().map(|weight| f64::from(LEVELS[level(*weight)]).copysign(*weight) / f64::from(SCALE)).collect()
}

/// The letter of the level nearest to `weight`: `.` for none, lowercase speaks for a candidate, uppercase against it.
fn letter(weight: f64) -> char {
    let level = level(weight);
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

/// The content of `calibration.txt`: the expression of a constant, with a row for each kind of input.
pub fn calibration_file(of: &Calibration) -> String {
    let row = |shares: &[f32]| shares.iter().map(|share| format!("{share:.3}")).collect::<Vec<_>>().join(", ");
    let rows =
        |of: &[Shares]| of.iter().map(|shares| format!("        [{}],", row(shares))).collect::<Vec<_>>().join("\n");
    format!(
        "Measured {{\n    words: [\n{}\n    ],\n    layout: [\n{}\n    ],\n    answers: [{}],\n}}\n",
        rows(&of.words),
        rows(&of.layout),
        row(&of.answers)
    )
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

        assert_eq!(calibration_file(&CALIBRATION), CALIBRATION_FILE);
    }
}
