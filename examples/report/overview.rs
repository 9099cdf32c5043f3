//! What many documents have in common.

use std::collections::{BTreeMap, HashMap};

use embedded_tweet::Boundary;
use maud::{Markup, html};

use crate::{
    article::reason,
    chart::{self, Bins},
    input::Collection,
    others::DOUBTFUL_BELOW,
    row::Row,
    text::{count, percent, percent_sure, words},
};

/// How many authors and links are listed.
const MOST: usize = 10;

pub(crate) fn overview(collection: &Collection) -> Markup {
    let rows = &collection.rows;
    let authors = authors(rows);
    let links = links(rows);
    let tiles = [
        ("Tweets", rows.len()),
        ("Documents", collection.documents),
        ("Authors", authors.len()),
        ("Links", rows.iter().map(|row| row.links.len()).sum()),
    ];
    html! {
        section #overview aria-labelledby="overview-title" {
            h2 #overview-title { "Overview" }
            dl.tiles { @for (what, number) in tiles { div { dt { (what) } dd { (count(number)) } } } }
            (by_day(rows))
            div.columns {
                section.panel aria-labelledby="authors-title" {
                    h3 #authors-title { "Authors quoted most" }
                    (ranking(authors.iter().take(MOST).map(|author| (&author.shown, author.count))))
                }
                section.panel aria-labelledby="links-title" {
                    h3 #links-title { "Links quoted most" }
                    @if links.is_empty() { p.quiet { "No tweet holds a link." } }
                    (ranking(links.iter().take(MOST).map(|(link, count)| (link, *count))))
                }
            }
            (boundaries(rows))
        }
    }
}

fn by_day(rows: &[Row]) -> Markup {
    let Some(bins) = Bins::of(&rows.iter().filter_map(|row| row.date)) else { return html! {} };
    let undated = rows.iter().filter(|row| row.date.is_none()).count();
    let title = format!("Tweets by {}", bins.unit());
    html! {
        figure.panel.chart aria-labelledby="chart-title" {
            figcaption #chart-title { (title) @if undated > 0 { span.quiet { " (" (count(undated)) " without a date)" } } }
            div.wide aria-hidden="true" { (chart::svg(&bins, 760, 230)) }
            div.narrow aria-hidden="true" { (chart::svg(&bins, 340, 210)) }
            details {
                summary { "The same in numbers" }
                table.numbers {
                    thead { tr { th scope="col" { (bins.unit()) } th scope="col" { "tweets" } } }
                    tbody {
                        @for (label, number) in bins.filled() { tr { th scope="row" { (label) } td { (count(number)) } } }
                    }
                }
            }
        }
    }
}

struct Author {
    shown: Markup,
    count: usize,
}

/// Handles are the same whatever their case; the name is that of the first tweet.
fn authors(rows: &[Row]) -> Vec<Author> {
    let mut counts: HashMap<String, (&Row, usize)> = HashMap::new();
    for row in rows {
        if let Some(handle) = &row.handle {
            counts.entry(handle.to_ascii_lowercase()).or_insert((row, 0)).1 += 1;
        }
    }
    let mut authors: Vec<_> = counts.into_iter().collect();
    authors.sort_by(|(a, (_, one)), (b, (_, two))| two.cmp(one).then_with(|| a.cmp(b)));
    let shown = |row: &Row| {
        html! {
            @if let Some(name) = &row.name { bdi.name { (words(name)) } " " }
            span.handle { "@" (row.handle.as_deref().unwrap_or_default()) }
        }
    };
    authors.into_iter().map(|(_, (row, count))| Author { shown: shown(row), count }).collect()
}

fn links(rows: &[Row]) -> Vec<(Markup, usize)> {
    let mut counts: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for link in rows.iter().flat_map(|row| &row.links) {
        *counts.entry((&link.text, link.url.as_deref())).or_default() += 1;
    }
    let mut links: Vec<_> = counts.into_iter().collect();
    links.sort_by(|((a, _), one), ((b, _), two)| two.cmp(one).then_with(|| a.cmp(b)));
    let shown = |(text, url): (&str, Option<&str>)| {
        html! {
            @if let Some(url) = url {
                a.link href=(url) rel="nofollow noopener noreferrer" { bdi { (words(text)) } }
            } @else { bdi.link { (words(text)) } }
        }
    };
    links.into_iter().map(|(link, count)| (shown(link), count)).collect()
}

fn ranking<'r>(entries: impl Iterator<Item = (&'r Markup, usize)> + Clone) -> Markup {
    let most = entries.clone().map(|(_, count)| count).max().unwrap_or(1);
    html! {
        ol.ranking {
            @for (entry, number) in entries {
                li {
                    span.entry { (entry) }
                    span.number { (count(number)) }
                    span.bar aria-hidden="true" { span style=(format!("inline-size:{:.1}%", percent(number, most))) {} }
                }
            }
        }
    }
}

fn boundaries(rows: &[Row]) -> Markup {
    let mut kinds: BTreeMap<Boundary, (usize, f32, usize)> = BTreeMap::new();
    for (row, boundary) in rows.iter().filter_map(|row| Some((row, row.boundary?))) {
        let (count, sum, known) = kinds.entry(boundary).or_default();
        *count += 1;
        *sum += row.confidence.unwrap_or_default();
        *known += usize::from(row.confidence.is_some());
    }
    let doubtful = rows.iter().filter(|row| row.is_doubtful()).count();
    html! {
        section.panel aria-labelledby="boundaries-title" {
            h3 #boundaries-title { "How the beginnings were found" }
            p.quiet { "Author, date and links are read. Where a text begins is inferred, and this is from what:" }
            @if doubtful > 0 {
                p.quiet { (count(doubtful)) " of them " (if doubtful == 1 { "is" } else { "are" }) " doubtful: less than " (DOUBTFUL_BELOW * 100.0) " % sure." }
            }
            table.kinds {
                thead { tr {
                    th scope="col" { "Kind" } th scope="col" { "Because" } th.right scope="col" { "Tweets" }
                    th.right scope="col" { "Share" } th.right scope="col" { "Sure" }
                } }
                tbody {
                    @for (kind, (number, sum, known)) in &kinds {
                        tr {
                            th scope="row" { (*kind) }
                            td.because { (reason(*kind)) }
                            td.right { (count(*number)) }
                            td.right { (format!("{:.0} %", percent(*number, rows.len()))) }
                            td.right { (mean(*sum, *known)) }
                        }
                    }
                }
            }
        }
    }
}

fn mean(sum: f32, of: usize) -> String {
    #[allow(clippy::cast_precision_loss)]
    let mean = sum / of as f32;
    if of == 0 { "–".to_owned() } else { format!("{} %", percent_sure(mean)) }
}
