//! All tweets as a table, which a script can sort and nobody needs a script to read.

use maud::{Markup, html};

use crate::{
    others,
    row::Row,
    text::{count, percent_sure, words},
};

pub(crate) fn table(rows: &[Row], most: usize) -> Markup {
    let shown = rows.len().min(most);
    html! {
        section #tweets aria-labelledby="tweets-title" {
            h2 #tweets-title { "All tweets" }
            @if shown < rows.len() {
                p.quiet { "The first " (count(shown)) " of " (count(rows.len())) " tweets." }
            }
            // A script puts the choices of rows here.
            div #filter {}
            p #sorted .quiet role="status" {}
            // The roles are those that the elements have until a style lays them out as cards.
            table.tweets role="table" aria-labelledby="tweets-title" {
                thead role="rowgroup" { tr role="row" {
                    @for (label, order) in COLUMNS { th role="columnheader" scope="col" data-order=(order) { (label) } }
                } }
                tbody role="rowgroup" { @for row in rows.iter().take(most) { (line(row)) } }
            }
        }
    }
}

/// Headings, and how the script is to compare what is below them.
const COLUMNS: [(&str, &str); 5] =
    [("Date", "text"), ("Author", "text"), ("Text", "text"), ("Beginning", "number"), ("Document", "text")];

fn line(row: &Row) -> Markup {
    let date = row.date.map(|date| date.to_string()).unwrap_or_default();
    let confidence = row.confidence.map(percent_sure);
    let percent = confidence.map(|percent| percent.to_string()).unwrap_or_default();
    let certain = row.confidence.is_some_and(|confidence| confidence >= 1.0);
    html! {
        tr role="row" {
            td.date role="cell" data-label="Date" data-key=(date) {
                @if date.is_empty() { span.quiet { "none" } } @else { time datetime=(date) { (date) } }
            }
            td.author role="cell" data-label="Author" data-key=(row.handle.as_deref().unwrap_or_default().to_lowercase()) {
                div {
                    @if let Some(name) = &row.name { bdi.name { (words(name)) } " " }
                    @if let Some(handle) = &row.handle { span.handle { "@" (words(handle)) } } @else { span.quiet { "not told" } }
                }
            }
            td.text role="cell" data-label="Text" data-key=(row.text.chars().take(80).collect::<String>()) {
                @if row.text.is_empty() {
                    div.quiet { "none" @if let Some(id) = &row.status_id { "; status " (id) } }
                } @else { div dir="auto" { (words(&row.text)) } }
                @if !row.others.is_empty() { details { summary { "Or it begins" } (others::list(&row.others)) } }
            }
            td.begin role="cell" data-label="Beginning" data-key=(percent) {
                div {
                    @if let Some(boundary) = row.boundary { (boundary) } @else { span.quiet { "none" } }
                    @if row.is_doubtful() { " " span.doubtful.mark { "doubtful" } }
                    @if certain { span.sub { "read" } } @else if confidence.is_some() { span.sub { (percent) " % sure" } }
                }
            }
            td.where role="cell" data-label="Document" data-key=(row.document) {
                @match &row.anchor {
                    Some(anchor) => a href=(format!("#{anchor}")) { bdi { (words(&row.document)) } },
                    None => bdi { (words(&row.document)) },
                }
            }
        }
    }
}
