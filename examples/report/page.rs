//! The page as a whole.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    article::article,
    input::Collection,
    overview::overview,
    table::table,
    text::{count, words},
};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("table.js");

/// Nothing is loaded, and no script runs but ours, which is told by its SHA-256: were there a hole in the escaping,
/// what came through it would still be dead. A browser complains if the hash is not that of `table.js`;
/// `.ci/report-screens` listens.
const POLICY: &str = concat!(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-",
    include_str!("table.js.sha256"),
    "'"
);

pub(crate) fn page(title: &str, collection: &Collection, most_rows: usize) -> Markup {
    let many = collection.documents > 1;
    let articles = &collection.articles;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { "To the content" }
                header.top {
                    h1 { (words(title)) }
                    p.lead { (lead(collection)) }
                    nav aria-label="Parts of the page" {
                        ul {
                            @if many { li { a href="#overview" { "Overview" } } }
                            @if !articles.is_empty() { li { a href="#articles" { (if many { "Articles" } else { "The article" }) } } }
                            li { a href="#tweets" { "All tweets" } }
                        }
                    }
                }
                main #content {
                    @if many { (overview(collection)) }
                    @if !articles.is_empty() {
                        section #articles aria-labelledby="articles-title" {
                            h2 #articles-title { (if many { "Articles" } else { "The article" }) }
                            (legend())
                            @for (number, one) in articles.iter().enumerate() { (article(number, one)) }
                        }
                    }
                    (table(&collection.rows, most_rows))
                }
                footer.bottom { p { "Made with embedded-tweet. Spans, ids and the rest are in the JSON of the example " code { "jsonl" } "." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// How much is in `collection`.
pub(crate) fn found(collection: &Collection) -> String {
    let number = |number: usize, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{} {one}s", count(number)),
    };
    format!("{} in {}", number(collection.rows.len(), "tweet"), number(collection.documents, "document"))
}

/// The page in one sentence.
fn lead(collection: &Collection) -> String {
    let found = found(collection);
    let dates = collection.rows.iter().filter_map(|row| row.date);
    match (dates.clone().min(), dates.max()) {
        (Some(first), Some(last)) if first == last => format!("{found}, of {}", first.format("%-d %B %Y")),
        (Some(first), Some(last)) => format!("{found}, {} to {}", first.format("%-d %B %Y"), last.format("%-d %B %Y")),
        _ => found,
    }
}

/// What the marks mean.
fn legend() -> Markup {
    html! {
        ul.legend aria-label="Marks" {
            li { span.field.name { "name" } }
            li { span.field.handle { "handle" } }
            li { span.field.date { "date" } }
            li { span.link { "link" } }
            li { span.tag { "@mention, #tag, $tag" } }
            li { span.beginning.inferred { strong { "inferred" } } }
            li { span.beginning.doubtful { strong { "doubtful" } } }
        }
    }
}
