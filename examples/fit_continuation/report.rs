//! Accuracy, and the files of the model.

use embedded_tweet::continuation_fit::{GROUPS, LEAST_SOME, MOST_NONE, SCALE};

use embedded_tweet_fitting::calibration::{Answer, shares};

use crate::{corpus::Example, model::probabilities};

/// A judgement of a held-out example.
pub struct Judged<'e> {
    pub example: &'e Example,
    /// The probability of "none".
    pub none: f64,
    /// The likeliest candidate, with its probability.
    pub best: Option<(usize, f64)>,
}

impl<'e> Judged<'e> {
    pub fn new(example: &'e Example, weights: &[f64]) -> Self {
        let (none, shares) = probabilities(example, weights);
        let best =
            shares.iter().copied().enumerate().fold(None, |best: Option<(usize, f64)>, (index, share)| match best {
                Some((_, most)) if most >= share => best,
                _ => Some((index, share)),
            });
        Self { example, none, best }
    }

    /// What is handed out if "none" may have so much.
    fn chosen(&self, most_none: f64) -> Option<usize> {
        self.best.filter(|best| self.none < most_none && best.1 >= f64::from(LEAST_SOME)).map(|(index, _)| index)
    }

    /// Whether that is right.
    fn is_right(&self, most_none: f64) -> bool {
        let chosen = self.chosen(most_none);
        if self.example.has_rest { chosen.is_some() && chosen == self.example.right } else { chosen.is_none() }
    }
}

fn share(right: usize, of: usize) -> f64 {
    right as f64 / of.max(1) as f64
}

/// Prints what the bound on "none" trades.
pub fn thresholds(judged: &[Judged<'_>]) {
    println!("none below   continuations exact   false");
    for bound in [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let of = |has_rest: bool| judged.iter().filter(move |j| j.example.has_rest == has_rest);
        let exact = share(of(true).filter(|j| j.is_right(bound)).count(), of(true).count());
        let wrong = share(of(false).filter(|j| !j.is_right(bound)).count(), of(false).count());
        println!("{bound:.2}         {exact:.3}                 {wrong:.5}");
    }
}

/// Prints the shares of exact and of false continuations by file and layout.
pub fn accuracy(judged: &[Judged<'_>], files: &[String]) {
    let bound = f64::from(MOST_NONE);
    let row = |name: &str, of: &dyn Fn(&Example) -> bool| {
        let rests = || judged.iter().filter(|j| j.example.has_rest && of(j.example));
        let others = || judged.iter().filter(|j| !j.example.has_rest && of(j.example));
        println!(
            "{name:28} {:6} exact {:.3}, with the first part {:.3} (first part {:.3}, reachable {:.3}); {:6} others, false {:.5}",
            rests().count(),
            share(rests().filter(|j| j.is_right(bound)).count(), rests().count()),
            share(rests().filter(|j| j.is_right(bound) && j.example.first_right).count(), rests().count()),
            share(rests().filter(|j| j.example.first_right).count(), rests().count()),
            share(rests().filter(|j| j.example.right.is_some()).count(), rests().count()),
            others().count(),
            share(others().filter(|j| !j.is_right(bound)).count(), others().count()),
        );
    };
    row("all", &|_| true);
    row("a line break behind the date", &|e| !e.one_line);
    row("one line", &|e| e.one_line);
    row("glued", &|e| e.glued);
    for (number, name) in files.iter().enumerate() {
        row(name.rsplit('/').next().unwrap_or(name), &|e| e.file == number);
    }
    let mut sources: Vec<&str> = judged.iter().filter(|j| j.example.has_rest).map(|j| &*j.example.source).collect();
    sources.sort_unstable();
    sources.dedup();
    for source in sources {
        row(source, &|e| e.source == source);
    }
}

/// Probabilities and the share of right answers near them: of continuations, and of their absence.
fn knots(judged: &[Judged<'_>], some: bool) -> Vec<(f64, f64)> {
    const AT: [f64; 12] = [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.0];
    let bound = f64::from(MOST_NONE);
    let of = judged.iter().filter(|j| !j.example.candidates.is_empty() && j.chosen(bound).is_some() == some);
    let answer = |j: &Judged<'_>| Answer {
        probability: if some { j.best.map_or(0.0, |best| best.1) } else { j.none },
        is_right: j.is_right(bound),
        weight: j.example.weight,
    };
    let answers: Vec<Answer> = of.map(answer).collect();
    // However many were right, none is certain.
    AT.into_iter().zip(shares(&answers, &AT)).map(|(at, share)| (at, share.min(0.998))).collect()
}

/// Prints the reliability.
pub fn reliability(judged: &[Judged<'_>]) {
    for (name, some) in [("continuation", true), ("none", false)] {
        println!("{name}: {:.3?}", knots(judged, some));
    }
    for one_line in [false, true] {
        let of = || judged.iter().filter(|j| j.example.has_rest && j.example.one_line == one_line);
        let bound = f64::from(MOST_NONE);
        let wrong = |what: &dyn Fn(&&Judged<'_>) -> bool| of().filter(|j| !j.is_right(bound)).filter(what).count();
        println!(
            "one line {one_line}: {} continuations; wrong: {} without a candidate, {} said to have none, {} too short, {} too long",
            of().count(),
            wrong(&|j| j.example.right.is_none()),
            wrong(&|j| j.example.right.is_some() && j.chosen(bound).is_none()),
            wrong(&|j| j.example.right.is_some() && j.chosen(bound).is_some_and(|c| Some(c) < j.example.right)),
            wrong(&|j| j.example.right.is_some() && j.chosen(bound).is_some_and(|c| Some(c) > j.example.right)),
        );
    }
    let gated = || judged.iter().filter(|j| j.example.candidates.is_empty());
    let lost = gated().filter(|j| j.example.has_rest).count();
    println!("ruled out by the layout: {}, wrongly {lost}", gated().count());
}

/// Prints errors: `⟧` stands behind the date, `|` where the continuation was seen, `!` where it ends.
pub fn errors(judged: &[Judged<'_>], most: usize) {
    let mut seen = std::collections::BTreeSet::new();
    // Those without a candidate first, and what was taken from the page.
    let rank = |j: &&Judged<'_>| (j.example.right.is_none(), j.example.has_rest);
    let mut wrong: Vec<_> = judged.iter().filter(|j| !j.is_right(f64::from(MOST_NONE))).collect();
    wrong.sort_by_key(rank);
    for j in wrong {
        if seen.len() >= most {
            break;
        }
        let e = j.example;
        if !seen.insert((&e.source, e.excerpt.chars().take(60).collect::<String>())) {
            continue;
        }
        let (first, rest) = e.excerpt.split_once('⟧').unwrap_or_default();
        let mut marks: Vec<(usize, char)> = Vec::new();
        marks.extend(j.chosen(f64::from(MOST_NONE)).map(|index| (e.ends[index], '|')));
        marks.extend(e.right.map(|index| (e.ends[index], '!')));
        marks.sort_unstable_by(|a, b| b.cmp(a));
        let mut rest = rest.to_owned();
        for (at, mark) in marks {
            if rest.is_char_boundary(at) {
                rest.insert(at, mark);
            }
        }
        println!(
            "{} rest={} none={:.2} best={:.2?} {:?}",
            e.source,
            e.has_rest,
            j.none,
            j.best.map(|b| b.1),
            format!("{first}⟧{rest}")
        );
    }
}

/// The weights in steps, a group in a line.
pub fn weights_file(weights: &[f64]) -> String {
    let mut rest = weights;
    let line = |(name, size, _): &(&str, usize, bool)| {
        let (weights, others) = rest.split_at(*size);
        rest = others;
        let steps = weights.iter().map(|w| (w * f64::from(SCALE)).round().clamp(-127.0, 127.0));
        let steps: Vec<String> = steps.map(|step| format!("{}", step as i32)).collect();
        format!("    // {name}\n    {},\n", steps.join(","))
    };
    let lines: Vec<String> = GROUPS.iter().map(line).collect();
    format!("[\n{}]\n", lines.concat())
}

pub fn calibration_file(judged: &[Judged<'_>]) -> String {
    let list = |some| {
        let knots: Vec<String> =
            knots(judged, some).iter().map(|(at, share)| format!("({at:?}, {share:.4})")).collect();
        format!("    &[{}],\n", knots.join(", "))
    };
    format!("[\n{}{}]\n", list(true), list(false))
}
