//! Accuracy by form and source.

use std::collections::BTreeMap;

use embedded_tweet::{Boundary, boundary_fit::interpolated};

use crate::{
    corpus::{Candidate, Example, Form},
    model::{probabilities, scores},
};

/// A judgement of a held-out example.
pub struct Judged<'e> {
    pub example: &'e Example,
    /// The place that was judged to be the beginning.
    pub chosen: Option<&'e Candidate>,
    pub right: bool,
    pub probability: f64,
    /// Whether the model would have been right, if the layout rules answered.
    pub by_layout: Option<bool>,
}

pub fn judge<'e>(example: &'e Example, weights: &[f64]) -> Judged<'e> {
    let scores = scores(example, weights);
    let p = probabilities(&scores);
    let best = (0..p.len()).fold(None, |best: Option<usize>, i| match best {
        Some(b) if p[b] >= p[i] => best,
        _ => Some(i),
    });
    let chosen = best.map(|b| &example.candidates[b]);
    let right = chosen.is_some_and(|c| c.exact);
    match &example.by_layout {
        Some(place) => {
            Judged { example, chosen: Some(place), right: place.exact, probability: 1.0, by_layout: Some(right) }
        }
        None => Judged { example, chosen, right, probability: best.map_or(0.0, |b| p[b]), by_layout: None },
    }
}

/// Prints the share of exact beginnings: over all examples, and as the mean over sources of at least five.
pub fn accuracy(judged: &[Judged<'_>]) {
    println!("form        n   all  macro (sources)  reachable");
    let rows = Form::ALL
        .iter()
        .map(|f| (f.letter().to_string(), Box::new(move |e: &Example| e.form == *f) as Box<dyn Fn(&Example) -> bool>));
    let rows = rows.chain([("S+".to_owned(), Box::new(|e: &Example| e.form == Form::Space && e.collapsed) as _)]);
    let rows = rows.chain([("all".to_owned(), Box::new(|_: &Example| true) as _)]);
    for (name, of) in rows {
        let mut sources: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        let (mut n, mut right, mut reachable) = (0_u32, 0_u32, 0_u32);
        for j in judged.iter().filter(|j| of(j.example)) {
            let entry = sources.entry(&j.example.source).or_default();
            entry.0 += 1;
            entry.1 += u32::from(j.right);
            n += 1;
            right += u32::from(j.right);
            reachable += u32::from(j.example.candidates.iter().any(|c| c.exact));
        }
        let shares: Vec<f64> = sources.values().filter(|s| s.0 >= 5).map(|s| f64::from(s.1) / f64::from(s.0)).collect();
        let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        println!(
            "{name:4} {n:8} {:.3} {mean:.3} ({:3})      {:.3}",
            f64::from(right) / f64::from(n.max(1)),
            shares.len(),
            f64::from(reachable) / f64::from(n.max(1))
        );
    }
}

/// Prints how many beginnings the layout rules answer, and how often they and the model are right there.
pub fn by_layout(judged: &[Judged<'_>]) {
    let share = |right: &dyn Fn(&Judged<'_>) -> bool| share(judged, &|j| j.by_layout.is_some(), right);
    println!(
        "answered by the layout: {} of {}, exact {:.3}, by the model {:.3}",
        judged.iter().filter(|j| j.by_layout.is_some()).count(),
        judged.len(),
        share(&|j| j.right),
        share(&|j| j.by_layout == Some(true)),
    );
}

/// The share, by weight, of those `of` some that are `right`.
fn share(judged: &[Judged<'_>], of: &dyn Fn(&Judged<'_>) -> bool, right: &dyn Fn(&Judged<'_>) -> bool) -> f64 {
    let of = || judged.iter().filter(|j| of(j));
    let weight: f64 = of().map(|j| j.example.weight).sum();
    of().filter(|j| right(j)).map(|j| j.example.weight).sum::<f64>() / weight.max(1e-9)
}

/// Prints the reliability table.
pub fn reliability(judged: &[Judged<'_>]) {
    println!("confidence      share of examples   exact");
    let total: f64 = judged.iter().map(|j| j.example.weight).sum();
    for bin in 0..10 {
        let (low, high) = (f64::from(bin) / 10.0, f64::from(bin + 1) / 10.0);
        let of = |j: &&Judged<'_>| j.probability >= low && (j.probability < high || bin == 9);
        let weight: f64 = judged.iter().filter(of).map(|j| j.example.weight).sum();
        let right: f64 = judged.iter().filter(of).filter(|j| j.right).map(|j| j.example.weight).sum();
        println!(
            "{low:.1} to {high:.1}      {:5.1} %            {:.3}",
            100.0 * weight / total,
            right / weight.max(1e-9)
        );
    }
}

/// Prints errors, spread over sources.
pub fn errors(judged: &[Judged<'_>], per_source: usize) {
    let mut seen: BTreeMap<(Form, &str), Vec<&str>> = BTreeMap::new();
    for j in judged.iter().filter(|j| !j.right) {
        let e = j.example;
        let list = seen.entry((e.form, &e.source)).or_default();
        if list.len() >= per_source || list.contains(&e.tweet.as_str()) {
            continue;
        }
        list.push(&e.tweet);
        let at = j.chosen.map_or(0, |c| c.at);
        let mut text = String::new();
        for (offset, c) in e.excerpt.char_indices() {
            if offset + e.excerpt_at == e.gold_at {
                text.push('⟦');
            }
            if offset + e.excerpt_at == at {
                text.push_str("⟪!");
            }
            text.push(c);
        }
        let reach = e.candidates.iter().any(|c| c.exact);
        let cut = text.find(['⟦', '⟪']).unwrap_or(0).saturating_sub(200);
        let cut = (cut..text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        println!(
            "{} p={:.2}{} {}\n    {:?}",
            e.form.letter(),
            j.probability,
            if reach { "" } else { " UNREACHABLE" },
            e.record,
            &text[cut..]
        );
    }
}

/// The measured calibration of the confidence.
pub struct Measured {
    /// Probabilities and the share of exact beginnings near them, never falling.
    pub knots: Vec<(f64, f64)>,
    /// The share of exact beginnings among the quotes, and among the blocks, that the layout rules answer.
    pub by_layout: [f64; 2],
}

impl Measured {
    pub fn new(judged: &[Judged<'_>]) -> Self {
        Self { knots: knots(judged), by_layout: [true, false].map(|quote| layout_share(judged, quote)) }
    }

    fn of_layout(&self, kind: Boundary) -> f64 {
        self.by_layout[usize::from(kind != Boundary::Quote)]
    }
}

/// The share of exact beginnings among those that the layout rules answer, quotes or blocks; cautious if there are few.
fn layout_share(judged: &[Judged<'_>], quote: bool) -> f64 {
    let is_of =
        |j: &Judged<'_>| j.by_layout.is_some() && j.chosen.is_some_and(|c| (c.kind == Boundary::Quote) == quote);
    let (mut right, mut all) = (1.0, 2.0);
    for j in judged.iter().filter(|j| is_of(j)) {
        right += f64::from(u8::from(j.right));
        all += 1.0;
    }
    right / all
}

fn knots(judged: &[Judged<'_>]) -> Vec<(f64, f64)> {
    let at = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.0];
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (i, knot) in at.iter().enumerate() {
        let below = if i == 0 { -1.0 } else { at[i - 1] };
        let above = at.get(i + 1).copied().unwrap_or(2.0);
        let (mut right, mut total) = (0.05 * knot, 0.05);
        for j in judged.iter().filter(|j| j.by_layout.is_none()) {
            let p = j.probability;
            let near = if p <= *knot { (p - below) / (knot - below) } else { (above - p) / (above - knot) };
            if near > 0.0 {
                total += near * j.example.weight;
                right += if j.right { near * j.example.weight } else { 0.0 };
            }
        }
        pools.push((right, total, 1));
        while let [.., a, b] = pools[..] {
            if a.0 / a.1 <= b.0 / b.1 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let shares = pools.into_iter().flat_map(|(right, total, n)| std::iter::repeat_n(right / total, n));
    at.into_iter().zip(shares).collect()
}

/// The reliability of the confidence, and the accuracy by kind, as they stand in the documentation.
pub fn tables(judged: &[Judged<'_>], measured: &Measured) -> String {
    let knots: Vec<(f32, f32)> = measured.knots.iter().map(|k| (k.0 as f32, k.1 as f32)).collect();
    let confidence = |j: &Judged<'_>| match (j.by_layout, j.chosen) {
        (Some(_), Some(place)) => measured.of_layout(place.kind) as f32,
        _ => interpolated(j.probability as f32, &knots),
    };
    let total: f64 = judged.iter().map(|j| j.example.weight).sum();
    let row = |name: String, of: &dyn Fn(&Judged<'_>) -> bool| {
        let weight: f64 = judged.iter().filter(|j| of(j)).map(|j| j.example.weight).sum();
        format!("| {name} | {:.0} % | {:.2} |\n", 100.0 * weight / total, share(judged, of, &|j| j.right))
    };
    let mut out = String::from("| confidence | share of tweets | exact |\n|---|---|---|\n");
    let steps: [f32; 9] = [0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
    for step in steps.windows(2) {
        let name = match step {
            [_, high] if *high <= 0.4 => "below 0.4".to_owned(),
            [low, high] => format!("{low} to {}", high.min(1.0)),
            _ => continue,
        };
        out += &row(name, &|j| (step[0]..step[1]).contains(&confidence(j)));
    }
    out.push_str("\n| kind | share of tweets | exact |\n|---|---|---|\n");
    let kind = |j: &Judged<'_>| j.chosen.map(|c| c.kind);
    for of in judged.iter().filter_map(kind).collect::<std::collections::BTreeSet<_>>() {
        out += &row(format!("{of:?}").to_lowercase(), &|j| kind(j) == Some(of));
    }
    out
}

/// Prints how the library does with the weights it has, by kind of boundary.
pub fn library(examples: &[Example]) {
    let right = |e: &Example| e.candidates.iter().any(|c| c.exact && c.at == e.library.0);
    let judged: Vec<_> = examples
        .iter()
        .map(|e| Judged {
            example: e,
            chosen: None,
            right: right(e),
            probability: f64::from(e.library.2),
            by_layout: None,
        })
        .collect();
    accuracy(&judged);
    reliability(&judged);
    let mut times: Vec<u128> = examples.iter().filter(|e| !e.made).map(|e| e.nanoseconds).collect();
    times.sort_unstable();
    for percent in [10, 50, 90] {
        println!("{percent} % take at most {} ns", times.get(times.len() * percent / 100).copied().unwrap_or(0));
    }
    kinds(judged.iter().map(|j| (j.example.library.1, j)));
}

/// Prints the accuracy by kind of boundary.
pub fn kinds<'j, 'e: 'j>(judged: impl Iterator<Item = (Boundary, &'j Judged<'e>)>) {
    let mut kinds: BTreeMap<Boundary, (f64, f64)> = BTreeMap::new();
    for (kind, j) in judged {
        let entry = kinds.entry(kind).or_default();
        entry.0 += j.example.weight;
        entry.1 += if j.right { j.example.weight } else { 0.0 };
    }
    for (kind, (n, right)) in kinds {
        println!("{kind:?}: {n:.0}, {:.3}", right / n);
    }
}
