//! The examples of `docs/forms.md`, each held against the library.

mod common;

use common::{mark, unmarked};

const PAGE: &str = include_str!("../docs/forms.md");

/// The rows of the tables behind `heading`, up to the next heading of its rank: form and example.
fn rows(heading: &str) -> Vec<(&'static str, String)> {
    let (_, section) = PAGE.split_once(&format!("# {heading}\n")).expect("the heading");
    let section = section.split("\n# ").next().unwrap_or(section);
    section.lines().filter_map(row).collect()
}

/// Form and example of a row of a table; `None` for its head.
fn row(line: &'static str) -> Option<(&'static str, String)> {
    let cells = line.strip_prefix("| ")?.strip_suffix(" |")?;
    let (form, rest) = cells.split_once(" | ")?;
    let (example, reason) = rest.rsplit_once(" | ")?;
    let code = example.trim_matches('`');
    if code.len() == example.len() {
        return None;
    }
    assert!(!reason.is_empty(), "{line}");
    Some((form, code.replace("\\|", "|").replace('⏎', "\n").replace('⇥', "\t")))
}

#[test]
fn every_form_is_read_as_its_example_shows() {
    let rows = rows("The forms that are read");
    for (form, marked) in &rows {
        let text = unmarked(marked);
        assert_eq!(&mark(&text, embedded_tweet::tweets(&text)), marked, "{form}: found (left) and shown (right)");
    }
    assert!(rows.len() > 35, "{} forms", rows.len());
}

#[test]
fn what_is_not_read_is_prose() {
    let rows = rows("What is not read");
    for (form, text) in &rows {
        assert_eq!(&mark(text, embedded_tweet::tweets(text)), text, "{form}");
    }
    assert!(rows.len() > 15, "{} forms", rows.len());
}

#[test]
fn no_form_is_listed_twice() {
    let all: Vec<_> = rows("The forms that are read").into_iter().chain(rows("What is not read")).collect();
    for (at, (form, example)) in all.iter().enumerate() {
        assert!(all[..at].iter().all(|(other, text)| other != form && text != example), "{form}");
    }
}
