//! Labelled documents: one JSON object a line, gzipped or not.

use std::{
    collections::HashMap,
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

use embedded_tweet::{
    Boundary,
    boundary_fit::{Labelled, Memory, Place, beginning, places, remember},
};
use flate2::read::GzDecoder;
use regex::bytes::Regex;
use serde_json::Value;

/// How the beginning is separated from what stands before it; the classes of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A blank line.
    Paragraph,
    /// A line break.
    Line,
    /// A space.
    Space,
    /// Nothing; or all line breaks and all but ASCII were removed.
    Glued,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Line, Self::Space, Self::Glued];

    pub fn letter(self) -> char {
        match self {
            Self::Paragraph => 'P',
            Self::Line => 'L',
            Self::Space => 'S',
            Self::Glued => 'G',
        }
    }
}

/// A place, its features sorted out.
pub struct Candidate {
    pub exact: bool,
    pub at: usize,
    pub features: Vec<u32>,
    pub inside: Vec<u32>,
}

/// A labelled tweet of a document.
pub struct Example {
    pub source: String,
    pub record: String,
    pub form: Form,
    pub collapsed: bool,
    /// The tweet, whatever document and tool it comes from.
    pub tweet: String,
    pub candidates: Vec<Candidate>,
    pub weight: f64,
    /// The text around the places, for looking at errors.
    pub excerpt: String,
    pub excerpt_at: usize,
    pub gold_at: usize,
    /// What the library makes of it: the place, the kind and the confidence.
    pub library: (usize, Boundary, f32),
}

/// Reads the labelled tweets of the file at `path`.
pub fn read(path: &Path, examples: &mut Vec<Example>) -> Result<(), Box<dyn std::error::Error>> {
    let file = File::open(path)?;
    let reader: Box<dyn Read> =
        if path.extension().is_some_and(|e| e == "gz") { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    let close = Regex::new(
        r"^(?:\]?[ \t\r\n>]*(?:\((?:https?://)?[^()\s]*\)|\[(?:https?://[^\[\]\s]*|\d+)\]|<https?://[^<>\s]*>)|\])+",
    )?;
    for line in BufReader::new(reader).lines() {
        let line = line?;
        if !line.trim().is_empty() {
            read_record(&serde_json::from_str(&line)?, &close, examples);
        }
    }
    Ok(())
}

fn offset(of: &Value, key: &str) -> usize {
    of[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

fn string<'v>(of: &'v Value, key: &str) -> &'v str {
    of[key].as_str().unwrap_or_default()
}

fn read_record(record: &Value, close: &Regex, examples: &mut Vec<Example>) {
    let text = string(record, "text");
    let variant = string(record, "variant");
    let mut tweets: Vec<&Value> = record["tweets"].as_array().into_iter().flatten().collect();
    tweets.sort_by_key(|t| offset(t, "end"));
    let closed = |end: usize| end + close.find(&text.as_bytes()[end..]).map_or(0, |m| m.end());
    let mut ends: Vec<usize> = tweets.iter().map(|t| closed(offset(t, "end"))).collect();
    ends.extend(record["ignore"].as_array().into_iter().flatten().map(|i| offset(i, "end")));
    let (mut memory, mut library_memory) = (Memory::default(), Memory::default());
    for tweet in tweets {
        let (start, text_end) = (offset(tweet, "body_start"), offset(tweet, "body_end"));
        let floor = ends.iter().copied().filter(|e| *e <= start).max().unwrap_or(0);
        let after = text.get(text_end..).unwrap_or_default();
        let gap = after.len() - after.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || c == '|').len();
        let labelled = Labelled {
            document: text,
            floor,
            text_end,
            attribution: text_end + gap,
            end: closed(offset(tweet, "end")),
            name: string(tweet, "name_shown"),
            handle: string(tweet, "handle"),
            short: tweet["date"].as_str().is_some_and(|d| d < "2017-11-08"),
        };
        let form = match (variant.starts_with("stripped"), string(tweet, "form").as_bytes().first()) {
            (true, _) | (_, Some(b'G')) => Form::Glued,
            (_, Some(b'L')) => Form::Line,
            (_, Some(b'S')) => Form::Space,
            _ => Form::Paragraph,
        };
        let candidates: Vec<Candidate> = places(&labelled, memory)
            .into_iter()
            .map(|Place { at, features, inside }| {
                let (low, high) = (at.min(start), at.max(start));
                let exact = text.get(low..high).is_some_and(|t| t.trim().is_empty());
                Candidate { exact, at, features, inside }
            })
            .collect();
        let from = candidates.iter().map(|c| c.at).min().unwrap_or(start).min(start);
        let body: String = string(tweet, "body").chars().take(40).collect();
        examples.push(Example {
            source: string(&record["source"], "repo").to_owned(),
            record: string(record, "id").to_owned(),
            form,
            collapsed: variant.starts_with("collapsed"),
            tweet: format!("{} {body}", string(tweet, "handle")),
            candidates,
            weight: 0.0,
            excerpt: text.get(from..labelled.end).unwrap_or_default().to_owned(),
            excerpt_at: from,
            gold_at: start,
            library: beginning(&labelled, &mut library_memory),
        });
        remember(&labelled, start, &mut memory);
    }
}

/// Weighs the examples: a tweet counts once for a form, however many tools flattened it, and a source at most as much as
/// `cap` tweets.
pub fn weigh(examples: &mut [Example], cap: f64) {
    let mut copies: HashMap<(String, Form, bool), f64> = HashMap::new();
    let key = |e: &Example| (format!("{} {}", e.source, e.tweet), e.form, e.collapsed);
    for example in examples.iter() {
        *copies.entry(key(example)).or_default() += 1.0;
    }
    let mut tweets: HashMap<(String, Form, bool), f64> = HashMap::new();
    for ((_, form, collapsed), source, n) in examples.iter().map(|e| (key(e), e.source.clone(), copies[&key(e)])) {
        *tweets.entry((source, form, collapsed)).or_default() += 1.0 / n;
    }
    for example in examples.iter_mut() {
        let of_source = tweets[&(example.source.clone(), example.form, example.collapsed)];
        example.weight = (cap / of_source).min(1.0) / copies[&key(example)];
    }
}
