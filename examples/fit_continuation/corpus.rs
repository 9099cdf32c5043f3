//! Labelled documents: one JSON object a line, compressed or not.

use std::{collections::BTreeMap, error::Error, fs::File, ops::Range, path::Path};

use embedded_tweet::continuation_fit::{FitTweet, GROUPS, walk};
use embedded_tweet_documents::{Lines, Source};
use serde_json::Value;

/// A tweet that the library found, with its label.
#[expect(clippy::struct_excessive_bools, reason = "they are what the report sorts by")]
pub struct Example {
    /// The site, and the file of the corpus.
    pub source: String,
    pub file: usize,
    /// Whether the text is in two parts.
    pub has_rest: bool,
    /// Whether a word touches the end of the second part.
    pub glued: bool,
    /// Whether the first part was found exactly.
    pub first_right: bool,
    pub one_line: bool,
    /// The features of the candidates; there are none if the layout rules a continuation out.
    pub candidates: Vec<Vec<u32>>,
    /// The candidate that is right; `None` if there is no continuation, or no candidate at its end.
    pub right: Option<usize>,
    pub weight: f64,
    /// What stands around the date, for looking at errors.
    pub excerpt: String,
    /// The ends of the candidates in bytes behind the date.
    pub ends: Vec<usize>,
}

impl Example {
    /// Whether it can be learnt from: a continuation that no candidate ends teaches nothing.
    pub fn is_usable(&self) -> bool {
        !self.candidates.is_empty() && (self.right.is_some() || !self.has_rest)
    }
}

fn offset(of: &Value, key: &str) -> Option<usize> {
    of[key].as_u64().and_then(|n| usize::try_from(n).ok())
}

fn string<'v>(of: &'v Value, key: &str) -> &'v str {
    of[key].as_str().unwrap_or_default()
}

/// Reads the labelled tweets of the file at `path`, the file with this number.
pub fn read(path: &Path, file: usize, examples: &mut Vec<Example>) -> Result<(), Box<dyn Error>> {
    let mut lines = Lines::new(Source::new(File::open(path)?)?, usize::MAX);
    let mut line = Vec::new();
    while lines.next(&mut line)?.is_some() {
        if !line.trim_ascii().is_empty() {
            let record: Value = serde_json::from_slice(&line)?;
            read_record(&record, file, examples);
        }
        line.clear();
    }
    Ok(())
}

fn read_record(record: &Value, file: usize, examples: &mut Vec<Example>) {
    let text = string(record, "text");
    let labels: Vec<&Value> = record["tweets"].as_array().into_iter().flatten().collect();
    walk(text, |found| {
        let near = |label: &&&Value| {
            offset(label, "end").is_some_and(|end| found.attribution.start < end && end <= found.attribution.end + 3)
        };
        let label = labels.iter().find(near)?;
        let rest = offset(label, "rest_start").zip(offset(label, "rest_end")).map(|(start, end)| start..end);
        examples.push(example(record, file, text, label, &found, rest.as_ref()));
        rest
    });
}

fn example(
    record: &Value,
    file: usize,
    text: &str,
    label: &Value,
    found: &FitTweet,
    rest: Option<&Range<usize>>,
) -> Example {
    let words = |range: Range<usize>| text.get(range).unwrap_or_default().split_whitespace().collect::<Vec<_>>();
    let body = offset(label, "body_start").zip(offset(label, "body_end"));
    let same = |candidate: &embedded_tweet::continuation_fit::FitEnd, rest: &Range<usize>| {
        words(candidate.end.min(rest.end)..candidate.end.max(rest.end)).is_empty()
    };
    let around = |at: usize, back: usize, on: usize| {
        let from = (at.saturating_sub(back)..=at).find(|at| text.is_char_boundary(*at)).unwrap_or(at);
        let to = (at + on..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        text.get(from..to).unwrap_or_default().to_owned()
    };
    Example {
        source: string(&record["source"], "repo").to_owned(),
        file,
        glued: string(label, "form").contains("restglue"),
        first_right: body.is_some_and(|(start, end)| words(start..end) == words(found.text.clone())),
        one_line: found.one_line,
        right: rest.and_then(|rest| found.candidates.iter().position(|c| same(c, rest))),
        has_rest: rest.is_some(),
        candidates: found.candidates.iter().map(|c| c.features.clone()).collect(),
        ends: found.candidates.iter().map(|c| c.end - found.attribution.end).collect(),
        weight: 1.0,
        excerpt: format!(
            "{}⟧{}",
            around(found.text.start, 0, found.attribution.end - found.text.start),
            around(found.attribution.end, 0, 420)
        ),
    }
}

/// Gives the tweets of each source, with and without a continuation, a weight of `cap` together at most.
pub fn weigh(examples: &mut [Example], cap: f64) {
    let mut counts: BTreeMap<(String, bool, bool), f64> = BTreeMap::new();
    let key = |e: &Example| (e.source.clone(), e.has_rest, e.one_line);
    for e in examples.iter().filter(|e| e.is_usable()) {
        *counts.entry(key(e)).or_default() += 1.0;
    }
    for e in examples {
        let count = counts.get(&key(e)).copied().unwrap_or(1.0);
        e.weight = (cap / count).min(1.0);
    }
}

/// Takes the features of these groups away.
pub fn forget(examples: &mut [Example], names: &[String]) -> Result<(), String> {
    for name in names {
        let group = GROUPS.iter().position(|(group, ..)| group == name);
        let group = group.ok_or_else(|| format!("there is no group {name}"))?;
        let start: usize = GROUPS[..group].iter().map(|(_, size, _)| size).sum();
        let indices = start..start + GROUPS[group].1;
        for features in examples.iter_mut().flat_map(|e| &mut e.candidates) {
            features.retain(|feature| !indices.contains(&(*feature as usize)));
        }
    }
    Ok(())
}
