//! A text without its quotations.

use embedded_tweet::{Segment, segments};

/// `text` with the quotations taken out.
///
/// Where one stood, the wider of the gaps before and after it stays: a blank line, a line break, or a space; and a space
/// is put where two words would touch. Lines that held nothing but a quotation's `>` go with it. All other bytes are
/// kept.
pub(crate) fn without_tweets(text: &str) -> String {
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut prose = String::with_capacity(text.len());
    // The widest gap around the quotations since the last word of prose, if there are any.
    let mut joint = None;
    for segment in segments(text) {
        match (segment, joint) {
            (Segment::Prose(words), None) => prose.push_str(words),
            (Segment::Prose(words), Some(gap)) => {
                let rest = trim_gap_start(words);
                let gap = Gap::of(words, rest).max(gap);
                joint = rest.is_empty().then_some(gap);
                if !rest.is_empty() {
                    push_joined(&mut prose, gap, line_break, rest);
                }
            }
            (Segment::Tweet(_), None) => {
                let kept = trim_gap_end(&prose);
                joint = Some(Gap::of(&prose, kept));
                prose.truncate(kept.len());
            }
            (Segment::Tweet(_), Some(_)) => {}
        }
    }
    if joint.is_some() && !prose.is_empty() && text.ends_with('\n') {
        prose.push_str(line_break);
    }
    prose
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    Line,
    Paragraph,
}

impl Gap {
    /// The gap that `trimmed` lacks of `whole`.
    fn of(whole: &str, trimmed: &str) -> Self {
        let breaks = |text: &str| text.matches('\n').count();
        match breaks(whole) - breaks(trimmed) {
            0 if whole.len() == trimmed.len() => Self::Nothing,
            0 => Self::Space,
            1 => Self::Line,
            _ => Self::Paragraph,
        }
    }
}

fn push_joined(prose: &mut String, gap: Gap, line_break: &str, rest: &str) {
    match gap {
        _ if prose.is_empty() => {}
        Gap::Nothing if would_glue(prose, rest) => prose.push(' '),
        Gap::Nothing => {}
        Gap::Space => prose.push(' '),
        Gap::Line => prose.push_str(line_break),
        Gap::Paragraph => {
            prose.push_str(line_break);
            prose.push_str(line_break);
        }
    }
    prose.push_str(rest);
}

/// Whether a word of `after` would hang on what is before it, other than an opening quote or bracket.
fn would_glue(before: &str, after: &str) -> bool {
    after.starts_with(char::is_alphanumeric) && !before.ends_with(['(', '[', '{', '"', '“', '‘', '„', '«', '「'])
}

fn is_marker_line(line: &str) -> bool {
    line.contains('>') && line.chars().all(|c| c == '>' || c.is_whitespace())
}

fn trim_gap_end(text: &str) -> &str {
    let mut rest = text.trim_end();
    loop {
        let (before, line) = rest.rsplit_once('\n').unwrap_or(("", rest));
        if !is_marker_line(line) {
            return rest;
        }
        rest = before.trim_end();
    }
}

fn trim_gap_start(text: &str) -> &str {
    let mut rest = text.trim_start();
    // What follows a quotation on its line is no line of its own.
    let mut at_line_start = text.len() > rest.len() && text.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    while at_line_start {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        at_line_start = is_marker_line(line);
        if at_line_start {
            rest = after.trim_start();
        }
    }
    rest
}
