//! An article with its tweets set apart.

use std::{iter, ops::Range};

use embedded_tweet::{Boundary, EntityKind, Segment, StatusId, Tweet, html::embeds, segments};
use maud::{Markup, html};

use crate::{
    input::{self, Article},
    others::{self, DOUBTFUL_BELOW},
    row::may_be_led_to,
    text::{percent_sure, words},
};

/// The article with this number, from 0.
pub(crate) fn article(number: usize, article: &Article) -> Markup {
    let mut tweets = 0;
    html! {
        article.document aria-labelledby=(format!("article-{}", number + 1)) {
            h3 id=(format!("article-{}", number + 1)) { bdi { (words(&article.name)) } }
            @if article.is_html {
                p.quiet { "A page in HTML: what its embeds say." }
                @for (embed, of_page) in embeds(&article.text).zip(1_usize..) {
                    @let quotation = embed.quotation();
                    @let anchor = input::anchor(number, of_page);
                    @match Tweet::parse(&quotation) {
                        Ok(tweet) => (figure(&tweet, &anchor)),
                        Err(_) => (silent_figure(embed.status_id(), &anchor)),
                    }
                }
            } @else {
              @for segment in segments(&article.text).trimmed() {
                @match segment {
                    Segment::Prose(prose) => (paragraphs(prose)),
                    Segment::Tweet(tweet) => {
                        @let number_of_tweet = { tweets += 1; tweets };
                        (figure(&tweet, &input::anchor(number, number_of_tweet)))
                    }
                }
              }
            }
        }
    }
}

fn paragraphs(prose: &str) -> Markup {
    html! {
        @for paragraph in prose.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p.prose dir="auto" { (words(paragraph)) }
        }
    }
}

/// An embed without a text, which a script would have fetched.
fn silent_figure(status_id: Option<StatusId>, anchor: &str) -> Markup {
    html! {
        figure.tweet id=(anchor) {
            blockquote { em { "The page does not hold its text." } }
            figcaption { dl.fields { div { dt { "Status" } dd { @if let Some(id) = status_id { (id) } @else { "not told" } } } } }
        }
    }
}

/// A tweet with its fields marked.
fn figure(tweet: &Tweet<'_>, anchor: &str) -> Markup {
    let author = tweet.author();
    let created_at = tweet.created_at().map(|at| at.format("%-d %B %Y, %H:%M:%S UTC").to_string());
    html! {
        figure.tweet id=(anchor) {
            (beginning(tweet))
            (other_beginnings(tweet))
            blockquote dir="auto" { @if tweet.text().is_empty() { em { "No text is left." } } @else {
                (marked_text(tweet, tweet.text(), tweet.text_span()))
                @if let (Some(more), Some(span)) = (tweet.continuation(), tweet.continuation_span()) {
                    span.continuation { span.sr { " (behind the attribution:) " } (marked_text(tweet, more, span)) }
                }
            } }
            figcaption {
                p.attribution dir="auto" { (marked_attribution(tweet)) }
                dl.fields {
                    @if author.name.is_none() { div { dt { "Name" } dd { "not told" } } }
                    @if let Some(date) = tweet.date() {
                        div { dt { "Date" } dd { time datetime=(date) { (date.format("%-d %B %Y")) } } }
                    } @else { div { dt { "Date" } dd { "not told" } } }
                    @if let Some(time) = tweet.time() { div { dt { "Time" } dd { (time.format("%H:%M")) } } }
                    @if let Some(id) = tweet.status_id() { div { dt { "Status" } dd { (id) } } }
                    @if let Some(at) = created_at { div { dt { "Made" } dd { (at) } } }
                    div { dt { "Bytes" } dd { (tweet.span().start) "–" (tweet.span().end) } }
                }
            }
        }
    }
}

/// Where the text begins, and how that is known.
fn beginning(tweet: &Tweet<'_>) -> Markup {
    let percent = percent_sure(tweet.confidence());
    if tweet.confidence() >= 1.0 {
        return html! { p.beginning.read { span { "Beginning " strong { "read" } ": " (reason(tweet.boundary())) } } };
    }
    let (class, word) = if tweet.confidence() < DOUBTFUL_BELOW {
        ("beginning doubtful", "doubtful")
    } else {
        ("beginning inferred", "inferred")
    };
    html! {
        p class=(class) {
            span { "Beginning " strong { (word) } ": " (reason(tweet.boundary())) }
            " "
            span.confidence {
                meter min="0" max="100" value=(percent) aria-hidden="true" {}
                (percent) " % sure"
            }
        }
    }
}

/// Where else a doubtful text may begin.
fn other_beginnings(tweet: &Tweet<'_>) -> Markup {
    let others = others::others(tweet);
    html! { @if !others.is_empty() { div.doubtful.alternatives { "Or it begins:" (others::list(&others)) } } }
}

/// A boundary in words.
pub(crate) fn reason(boundary: Boundary) -> String {
    let reason = match boundary {
        Boundary::Author => "the author stands before the text",
        Boundary::Delimited => "marks of its own set it apart",
        Boundary::Quote => "a quotation mark of Markdown begins there",
        Boundary::Paragraph => "a paragraph begins there",
        Boundary::Quotation => "the quotation before ends there",
        Boundary::Line => "a line begins there",
        Boundary::Cue => "words before it announce a quotation",
        Boundary::Sentence => "a sentence ends before it",
        Boundary::Glue => "two sentences touch there",
        Boundary::Words => "the words speak for it",
        other => other.as_str(),
    };
    reason.to_owned()
}

/// A part of the text with its links, mentions and tags marked.
fn marked_text(tweet: &Tweet<'_>, text: &str, span: Range<usize>) -> Markup {
    let entities: Vec<_> =
        tweet.entities().filter(|entity| span.start <= entity.span().start && entity.span().end <= span.end).collect();
    let ends = entities.iter().map(|entity| entity.span().end - span.start);
    let last = entities.last().map_or(0, |entity| entity.span().end - span.start);
    html! {
        @for (entity, at) in entities.iter().zip(iter::once(0).chain(ends)) {
            (words(text.get(at..entity.span().start - span.start).unwrap_or_default()))
            @match entity.kind() {
                EntityKind::Link => {
                    @let url = entity.link().and_then(|link| link.to_url().ok()).map(String::from);
                    @match url.filter(|url| may_be_led_to(url)) {
                        Some(url) => a.link href=(url) rel="nofollow noopener noreferrer" { (words(entity.as_str())) },
                        None => span.link { (words(entity.as_str())) },
                    }
                }
                _ => span.tag { (words(entity.as_str())) },
            }
        }
        (words(text.get(last..).unwrap_or_default()))
    }
}

/// What stands around the text, with name, handle and date marked in it.
fn marked_attribution(tweet: &Tweet<'_>) -> Markup {
    let quotation = tweet.as_str();
    let start = tweet.span().start;
    let relative = |span: Range<usize>| span.start - start..span.end - start;
    let text = relative(tweet.text_span());
    let mut fields = vec![("handle", relative(tweet.handle_span()))];
    fields.extend(tweet.name_span().map(|span| ("name", relative(span))));
    fields.extend(tweet.date_span().map(|span| ("date", relative(span))));
    fields.sort_by_key(|(_, span)| span.start);
    let ends: Vec<_> = fields.iter().map(|(_, span)| span.end).collect();
    let last = ends.last().copied().unwrap_or(0);
    // Where the author stands before the text, the text is between the fields, and is passed over.
    let between = |from: usize, to: usize| -> String {
        let before = quotation.get(from..to.min(text.start).max(from)).unwrap_or_default();
        let after = quotation.get(from.max(text.end)..to).unwrap_or_default();
        if to <= text.start {
            before.to_owned()
        } else if from >= text.end {
            after.to_owned()
        } else {
            format!("{before} … {after}")
        }
    };
    html! {
        @for ((field, span), at) in fields.iter().zip(iter::once(0).chain(ends)) {
            (words(&lead(&unwrapped(&between(at, span.start)), at)))
            span class=(format!("field {field}")) {
                span.sr { (field) ": " }
                bdi { (words(quotation.get(span.clone()).unwrap_or_default())) }
            }
        }
        (words(&unwrapped(&between(last, quotation.len()))))
    }
}

/// The same on one line, without Markdown's quote marks at the beginnings of lines.
fn unwrapped(between: &str) -> String {
    let mut lines = between.split('\n');
    let first = lines.next();
    let others = lines.map(|line| line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()));
    first.into_iter().chain(others).collect::<Vec<_>>().join(" ")
}

/// The text itself is shown above: where it comes first, nothing stands for it.
fn lead(between: &str, at: usize) -> String {
    if at == 0 { between.trim_start().trim_start_matches('…').trim_start().to_owned() } else { between.to_owned() }
}
