//! Accuracy by form and source.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use embedded_tweet::{
    Boundary,
    boundary_fit::{KINDS, KNOTS, Shares, interpolated},
};

use embedded_tweet_fitting::calibration::{self, Answer};

use crate::{
    corpus::{Candidate, EDGES, Example, Form, INTRODUCED, JOINED, SHORT},
    model::{best, probabilities, scores, tweet},
};

/// A judgement of a held-out example.
#[derive(Clone, Copy)]
pub struct Judged<'e> {
    pub example: &'e Example,
    /// The place that was judged to be the beginning.
    pub chosen: Option<&'e Candidate>,
    pub right: bool,
    pub probability: f64,
    /// Of the first stage: the probability that it is a tweet at all, of which `probability` knows nothing.
    pub tweet: f64,
    /// Whether the first stage answered.
    pub by_layout: bool,
}

/// The judgement among all candidates.
pub fn judge<'e>(example: &'e Example, weights: &[f64]) -> Judged<'e> {
    let best = best(&example.candidates, weights);
    Judged {
        example,
        chosen: best.map(|(chosen, _)| chosen),
        right: best.is_some_and(|(chosen, _)| chosen.exact),
        probability: best.map_or(0.0, |(chosen, p)| p * tweet(chosen, weights)),
        tweet: 1.0,
        by_layout: false,
    }
}

/// The judgement of the first stage: the best of the lines, whatever the probability of none of them is.
pub fn judge_layout<'e>(example: &'e Example, weights: &[f64]) -> Judged<'e> {
    let p = probabilities(&scores(&example.lines, weights));
    let lines = example.lines.iter().zip(p).filter(|(line, _)| line.at != usize::MAX);
    let best = lines.fold(None, |best, (line, p)| match best {
        Some((_, most)) if most >= p => best,
        _ => Some((line, p)),
    });
    Judged {
        example,
        chosen: best.map(|(chosen, _)| chosen),
        right: best.is_some_and(|(chosen, _)| chosen.exact),
        probability: best.map_or(0.0, |(_, p)| p),
        tweet: best.map_or(0.0, |(chosen, _)| tweet(chosen, weights)),
        by_layout: true,
    }
}

/// The share that has to be right where the first stage answers.
const ALL_BUT_CERTAIN: f64 = 0.995;
/// The probabilities from which on it may answer.
const LEAST: [f64; 18] = [
    0.9, 0.92, 0.93, 0.94, 0.95, 0.96, 0.965, 0.97, 0.975, 0.98, 0.9825, 0.985, 0.9875, 0.99, 0.992, 0.994, 0.995,
    0.997,
];

/// For each kind of input, the least probability from which on the first stage answers: as low as can be while it is
/// all but certain of tweets; above 1 if it never is.
pub fn answers(judged: &[Judged<'_>]) -> [f32; KINDS.len()] {
    std::array::from_fn(|kind| {
        let is_certain = |least: f64| {
            let of_kind = |j: &&Judged<'_>| !j.example.is_false && j.chosen.is_some_and(|c| c.kind == kind);
            let of = || judged.iter().filter(of_kind).filter(|j| j.probability >= least);
            let share = |weight: &dyn Fn(&Judged<'_>) -> f64| {
                let total: f64 = of().map(weight).sum();
                // As if a few more had been wrong.
                of().filter(|j| j.right).map(weight).sum::<f64>() / (total + 0.5)
            };
            share(&|j| j.example.weight) >= ALL_BUT_CERTAIN
        };
        LEAST.into_iter().find(|least| is_certain(*least)).unwrap_or(2.0) as f32
    })
}

/// The judgements of both stages as one.
pub fn cascade<'e>(layout: &[Judged<'e>], full: &[Judged<'e>], answers: &[f32]) -> Vec<Judged<'e>> {
    let answers = |j: &Judged<'_>| j.chosen.is_some_and(|c| j.probability >= f64::from(answers[c.kind]));
    let answer = |j: &Judged<'e>| Judged { probability: j.probability * j.tweet, ..*j };
    layout.iter().zip(full).map(|(layout, full)| if answers(layout) { answer(layout) } else { *full }).collect()
}

/// Prints how many beginnings the first stage answers, and how often it and the second are right there.
pub fn first_stage(cascaded: &[Judged<'_>], full: &[Judged<'_>]) {
    println!("first stage        share  exact  second stage");
    for (kind, name) in KINDS.iter().enumerate().chain([(KINDS.len(), &"all")]) {
        let of = |j: &Judged<'_>| kind == KINDS.len() || j.chosen.is_some_and(|c| c.kind == kind);
        let weight = |j: &Judged<'_>| j.example.weight;
        let all: f64 = cascaded.iter().filter(|j| of(j)).map(weight).sum();
        let answered = || cascaded.iter().zip(full).filter(|(j, _)| !j.example.is_false && j.by_layout && of(j));
        let total: f64 = answered().map(|(j, _)| weight(j)).sum();
        let right = |right: &dyn Fn(&(&Judged<'_>, &Judged<'_>)) -> bool| {
            answered().filter(right).map(|(j, _)| weight(j)).sum::<f64>() / total.max(1e-9)
        };
        println!(
            "{name:32} {:.2} {:.4} {:.4}",
            total / all.max(1e-9),
            right(&|(j, _)| j.right),
            right(&|(_, j)| j.right)
        );
    }
}

/// Prints the share of exact beginnings: over all examples, and as the mean over sources of at least five.
pub fn accuracy(judged: &[Judged<'_>]) {
    println!("form            n   all  macro (sources)  reachable");
    let rows = Form::ALL
        .iter()
        .map(|f| (f.letter().to_string(), Box::new(move |e: &Example| e.form == *f) as Box<dyn Fn(&Example) -> bool>));
    let rows = rows.chain([
        ("S+".to_owned(), Box::new(|e: &Example| e.form == Form::Space && e.collapsed) as _),
        ("breaks P".to_owned(), Box::new(|e: &Example| e.breaks && e.form == Form::Paragraph) as _),
        ("breaks L".to_owned(), Box::new(|e: &Example| e.breaks && e.form == Form::Line) as _),
        ("in parts".to_owned(), Box::new(|e: &Example| e.in_parts) as _),
    ]);
    let rows = rows.map(|(name, of)| {
        let parts = name == "in parts";
        (name, move |e: &Example| e.edge.is_empty() && e.in_parts == parts && of(e))
    });
    let rows =
        rows.collect::<Vec<_>>().into_iter().map(|(name, of)| (name, Box::new(of) as Box<dyn Fn(&Example) -> bool>));
    let rows = rows.chain(
        EDGES
            .into_iter()
            .chain([SHORT, INTRODUCED, JOINED])
            .map(|edge| (edge.to_owned(), Box::new(move |e: &Example| e.edge == edge) as _)),
    );
    let rows = rows.chain(Form::ALL.iter().map(|form| {
        let of = move |e: &Example| e.edge == INTRODUCED && e.form == *form;
        (format!("introduced {}", form.letter()), Box::new(of) as _)
    }));
    let rows = rows.chain([("all".to_owned(), Box::new(|_: &Example| true) as _)]);
    for (name, of) in rows {
        let mut sources: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        let (mut n, mut right, mut reachable) = (0_u32, 0_u32, 0_u32);
        for j in judged.iter().filter(|j| !j.example.is_false && of(j.example)) {
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
            "{name:8} {n:8} {:.3} {mean:.3} ({:3})      {:.3}",
            f64::from(right) / f64::from(n.max(1)),
            shares.len(),
            f64::from(reachable) / f64::from(n.max(1))
        );
    }
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
    for j in judged.iter().filter(|j| !j.right && !j.example.is_false) {
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

/// Prints how many wrong beginnings there are of each kind, in each form, in documents that were not cut.
pub fn error_kinds(judged: &[Judged<'_>]) {
    let mut counts: BTreeMap<(&str, &str), [usize; Form::ALL.len()]> = BTreeMap::new();
    for j in judged.iter().filter(|j| !j.right && !j.example.is_false && j.example.edge.is_empty()) {
        let kind = j.chosen.map_or(("none", "no candidate"), |chosen| error_kind(j.example, chosen.at));
        counts.entry(kind).or_default()[j.example.form as usize] += 1;
    }
    println!("wrong beginnings {:47}    P     L     S     G", "");
    for ((direction, kind), of_forms) in counts {
        println!("{direction:8} {kind:54} {of_forms:5?}");
    }
}

/// Whether the text was begun too early or too late at `at`, and what stands there.
fn error_kind(e: &Example, at: usize) -> (&'static str, &'static str) {
    let part = |from: usize, to: usize| {
        let offset = |at: usize| at.saturating_sub(e.excerpt_at);
        e.excerpt.get(offset(from)..offset(to)).unwrap_or_default()
    };
    if at > e.gold_at {
        let (lost, left) = (part(e.gold_at, at), part(at, e.gold_at + e.text_len()));
        return ("late", end_of_lost(lost, left));
    }
    let taken = part(at, e.gold_at);
    let kind = match taken.trim_end().chars().next_back() {
        _ if !taken.contains(char::is_alphanumeric) => "marks taken in",
        Some(':' | '：') => "an introduction taken in",
        Some(c) if is_stop(c) => "sentences taken in",
        _ if taken.ends_with("\n\n") => "a paragraph without a stop taken in",
        _ if taken.ends_with('\n') => "a line without a stop taken in",
        _ => "words without a stop taken in",
    };
    ("early", kind)
}

/// What stands before the rest that is `left` of a text whose beginning was `lost`.
fn end_of_lost(lost: &str, left: &str) -> &'static str {
    let is_sign = |word: &str| ["http", "pic.", "#", "@"].iter().any(|sign| word.starts_with(sign));
    match lost.trim_end().chars().next_back() {
        _ if left.split_whitespace().all(is_sign) => "only links and tags left",
        _ if lost.ends_with("\n\n") => "at an empty line inside",
        _ if lost.ends_with('\n') => "at a line break inside",
        Some(':' | '：') => "at a colon inside",
        Some(c) if is_stop(c) => "at a sentence end inside",
        _ => "elsewhere inside",
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '”' | '"' | '」' | '’' | ')')
}

/// The shares of exact beginnings at each knot, for each kind of input; they never fall.
pub fn calibration(judged: &[Judged<'_>]) -> [Shares; KINDS.len()] {
    let doubtful = doubtful_kinds(judged);
    kept_below(doubtful, calibrated(judged))
}

fn calibrated(judged: &[Judged<'_>]) -> [Shares; KINDS.len()] {
    let of_kind = |kind| judged.iter().filter(|j| j.chosen.is_some_and(|c| c.kind == kind)).collect::<Vec<_>>();
    std::array::from_fn(|kind| {
        let judged = of_kind(kind);
        sure_enough(shares(&judged), &judged)
    })
}

/// The halves of the sources, each with the calibration of the other.
struct Halves<'j> {
    /// Composed ones last, so that another template moves no site to the other half.
    sources: Vec<(bool, &'j str)>,
    calibrations: [[Shares; KINDS.len()]; 2],
}

impl<'j> Halves<'j> {
    fn of(judged: &'j [Judged<'_>]) -> Self {
        let sources: BTreeSet<_> = judged.iter().map(|j| source(j)).collect();
        let mut halves = Self { sources: sources.into_iter().collect(), calibrations: Default::default() };
        halves.calibrations = [0, 1].map(|of| {
            let other: Vec<_> = judged.iter().filter(|j| halves.half(j) != of).copied().collect();
            calibrated(&other)
        });
        halves
    }

    fn half(&self, j: &Judged<'_>) -> usize {
        self.sources.binary_search(&source(j)).map_or(0, |at| at % 2)
    }

    /// What is said of `j` by the calibration of the other half.
    fn confidence(&self, j: &Judged<'_>) -> f32 {
        let shares = |kind: usize| &self.calibrations[self.half(j)][kind];
        j.chosen.map_or(0.0, |c| interpolated(j.probability as f32, shares(c.kind)))
    }
}

fn source<'j>(j: &Judged<'j>) -> (bool, &'j str) {
    (j.example.is_false, j.example.source.as_str())
}

/// The kinds of input in which less than [`SURE_RIGHT`] of what is said to be at least [`SURE`] is right on other
/// sources.
fn doubtful_kinds(judged: &[Judged<'_>]) -> [bool; KINDS.len()] {
    let halves = Halves::of(judged);
    let said: Vec<_> = judged.iter().map(|j| (f64::from(halves.confidence(j)), j)).collect();
    std::array::from_fn(|kind| {
        let (_, sure_right, sure) = error(&said, &|j| j.chosen.is_some_and(|c| c.kind == kind));
        sure > 0.0 && sure_right < SURE_RIGHT
    })
}

/// `calibration` with all shares of the `doubtful` kinds below [`SURE`].
fn kept_below(doubtful: [bool; KINDS.len()], mut calibration: [Shares; KINDS.len()]) -> [Shares; KINDS.len()] {
    for (shares, _) in calibration.iter_mut().zip(doubtful).filter(|(_, doubtful)| *doubtful) {
        *shares = shares.map(|share| share.min(SURE - 0.005));
    }
    calibration
}

/// What is said to be at least so sure has to be right so often.
const SURE: f32 = 0.9;
const SURE_RIGHT: f64 = 0.97;

/// `shares` with as many of those above [`SURE`] put below it as must be, so that [`SURE_RIGHT`] of what is above are
/// right.
fn sure_enough(mut shares: Shares, judged: &[&Judged<'_>]) -> Shares {
    for least in 0..shares.len() {
        let sure = || judged.iter().filter(|j| interpolated(j.probability as f32, &shares) >= SURE);
        let total: f64 = sure().map(|j| j.example.weight).sum();
        let right: f64 = sure().filter(|j| j.right).map(|j| j.example.weight).sum();
        if right >= SURE_RIGHT * total {
            break;
        }
        shares[least] = shares[least].min(SURE - 0.005);
    }
    shares
}

/// The share of right answers near each of the probabilities [`KNOTS`].
fn shares(judged: &[&Judged<'_>]) -> Shares {
    let answer = |j: &&Judged<'_>| Answer { probability: j.probability, is_right: j.right, weight: j.example.weight };
    let answers: Vec<Answer> = judged.iter().map(answer).collect();
    let shares = calibration::shares(&answers, &KNOTS.map(f64::from));
    // Nothing that is inferred is certain.
    std::array::from_fn(|i| shares.get(i).map_or(0.0, |share| share.min(0.999) as f32))
}

/// How far what is said is from what is right, for those `of` some: the expected calibration error in 20 bins; and
/// among those said to be at least 0.9 sure, the share right, and their share.
pub fn error(said: &[(f64, &Judged<'_>)], of: &dyn Fn(&Judged<'_>) -> bool) -> (f64, f64, f64) {
    let mut bins = [(0.0, 0.0); 20];
    let (mut total, mut sure, mut sure_right) = (0.0, 0.0, 0.0);
    for (said, j) in said.iter().filter(|(_, j)| of(j)) {
        let weight = j.example.weight;
        let right = if j.right { weight } else { 0.0 };
        let bin = &mut bins[(1..20).take_while(|bin| *said >= f64::from(*bin) / 20.0).count()];
        bin.0 += said * weight;
        bin.1 += right;
        total += weight;
        if *said >= 0.9 {
            sure += weight;
            sure_right += right;
        }
    }
    let off: f64 = bins.iter().map(|(said, right)| (said - right).abs()).sum();
    (off / total.max(1e-9), sure_right / sure.max(1e-9), sure / total.max(1e-9))
}

/// The reliability of the confidence, and the accuracy by kind, as they stand in the documentation. The halves of the
/// sources are each calibrated by the other.
pub fn tables(judged: &[Judged<'_>]) -> String {
    let doubtful = doubtful_kinds(judged);
    let mut halves = Halves::of(judged);
    halves.calibrations = halves.calibrations.map(|calibration| kept_below(doubtful, calibration));
    let confidence = |j: &Judged<'_>| halves.confidence(j);
    let said: Vec<(f64, &Judged<'_>)> = judged.iter().map(|j| (f64::from(confidence(j)), j)).collect();
    let total: f64 = judged.iter().map(|j| j.example.weight).sum();
    let row = |name: String, of: &dyn Fn(&Judged<'_>) -> bool| {
        let weight: f64 = judged.iter().filter(|j| of(j)).map(|j| j.example.weight).sum();
        format!("| {name} | {:.0} % | {:.2} |", 100.0 * weight / total, share(judged, of, &|j| j.right))
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
        out.push('\n');
    }
    out.push_str("\n| boundary | share of tweets | exact |\n|---|---|---|\n");
    let boundary = |j: &Judged<'_>| j.chosen.map(|c| c.boundary);
    for of in judged.iter().filter_map(boundary).collect::<BTreeSet<_>>() {
        out += &row(format!("{of:?}").to_lowercase(), &|j| boundary(j) == Some(of));
        out.push('\n');
    }
    out.push_str(
        "\n| kind of input | share of tweets | exact | calibration error | of 0.9 and more, exact | and their share |\n\
         |---|---|---|---|---|---|\n",
    );
    let mut with_error = |name: &str, of: &dyn Fn(&Judged<'_>) -> bool| {
        let (off, sure_right, sure) = error(&said, of);
        out += &row(name.to_owned(), of);
        let _ = writeln!(out, " {off:.3} | {sure_right:.3} | {:.0} % |", 100.0 * sure);
    };
    for (index, kind) in KINDS.iter().enumerate() {
        with_error(kind, &|j| j.chosen.is_some_and(|c| c.kind == index));
    }
    with_error("all", &|_| true);
    let false_friends = |least: f32| {
        let all = || judged.iter().filter(|j| j.example.is_false);
        all().filter(|j| confidence(j) >= least).count() as f64 / all().count().max(1) as f64
    };
    println!(
        "false friends of at least 0.5: {:.3}, of at least 0.9: {:.3}; of tweets alone:",
        false_friends(0.5),
        false_friends(0.9)
    );
    for (index, kind) in KINDS.iter().enumerate().chain([(KINDS.len(), &"all")]) {
        let of =
            |j: &Judged<'_>| !j.example.is_false && (index == KINDS.len() || j.chosen.is_some_and(|c| c.kind == index));
        let (off, sure_right, sure) = error(&said, &of);
        println!("    {kind:32} calibration error {off:.3}, of 0.9 and more {sure_right:.3} right, {sure:.2} of all");
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
            tweet: 1.0,
            by_layout: false,
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
