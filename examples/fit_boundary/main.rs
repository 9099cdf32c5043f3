//! Fits the weights of the boundary.
mod corpus;
mod model;
mod report;
mod table;

use std::{collections::BTreeMap, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = model::Options { ridge: 0.5, lexical_ridge: 2.0, iterations: 60, without: Vec::new() };
    let mut knots = vec![(0.0, 0.0), (1.0, 1.0)];
    let mut check = false;
    let (mut files, mut folds, mut write, mut errors, mut cap, mut most) =
        (Vec::new(), 8_usize, None, 0, 60.0, 2_usize);
    let mut arguments = std::env::args().skip(1);
    while let Some(a) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{a} needs a value"));
        match a.as_str() {
            "--folds" => folds = value()?.parse()?,
            "--ridge" => options.ridge = value()?.parse()?,
            "--lexical-ridge" => options.lexical_ridge = value()?.parse()?,
            "--iterations" => options.iterations = value()?.parse()?,
            "--cap" => cap = value()?.parse()?,
            "--copies" => most = value()?.parse()?,
            "--without" => options.without = value()?.split(',').map(str::to_owned).collect(),
            "--errors" => errors = value()?.parse()?,
            "--check" => check = true,
            "--write" => write = Some(value()?),
            _ => files.push(a),
        }
    }
    let mut examples = Vec::new();
    for file in &files {
        corpus::read(Path::new(file), &mut examples)?;
    }
    keep_copies(&mut examples, most);
    corpus::weigh(&mut examples, cap);
    let nnz: usize = examples.iter().flat_map(|e| &e.candidates).map(|c| c.features.len() + c.inside.len()).sum();
    eprintln!(
        "{} examples, {} candidates, {nnz} features",
        examples.len(),
        examples.iter().map(|e| e.candidates.len()).sum::<usize>()
    );
    if check {
        report::library(&examples);
        return Ok(());
    }
    if folds > 1 {
        let fold = folds_of(&examples, folds);
        let mut judged = Vec::new();
        for held in 0..folds {
            let train: Vec<_> = examples.iter().filter(|e| fold[&e.source] != held).collect();
            let weights = model::fit(&train, &options)?;
            judged.extend(examples.iter().filter(|e| fold[&e.source] == held).map(|e| report::judge(e, &weights)));
            eprint!(".");
        }
        eprintln!();
        report::accuracy(&judged);
        report::reliability(&judged);
        knots = report::knots(&judged);
        if errors > 0 {
            report::errors(&judged, errors);
        }
    }
    if let Some(path) = write {
        let all: Vec<_> = examples.iter().collect();
        let weights = model::fit(&all, &options)?;
        let judged: Vec<_> = examples.iter().map(|e| report::judge(e, &weights)).collect();
        report::accuracy(&judged);
        std::fs::write(
            path,
            table::source(&weights, &knots, &format!("Fitted to {} labelled tweets.", examples.len())),
        )?;
    }
    Ok(())
}

/// Keeps at most `most` copies of a tweet in a form.
fn keep_copies(examples: &mut Vec<corpus::Example>, most: usize) {
    let mut seen: BTreeMap<(String, String, corpus::Form, bool), usize> = BTreeMap::new();
    examples.retain(|e| {
        let n = seen.entry((e.source.clone(), e.tweet.clone(), e.form, e.collapsed)).or_default();
        *n += 1;
        *n <= most
    });
}

/// Deals the sources out, the largest first, so that folds are of like size.
fn folds_of(examples: &[corpus::Example], folds: usize) -> BTreeMap<String, usize> {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for e in examples {
        *sizes.entry(&e.source).or_default() += 1;
    }
    let mut order: Vec<_> = sizes.into_iter().collect();
    order.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
    let mut filled = vec![0; folds];
    order
        .into_iter()
        .map(|(name, n)| {
            let fold = (0..folds).min_by_key(|f| filled[*f]).unwrap_or(0);
            filled[fold] += n;
            (name.to_owned(), fold)
        })
        .collect()
}
