//! The words of an element as plain text.

use crate::text::case::starts_with_ignore_case;
use core::fmt::Write;

use super::{
    linked_status::{Shown, StatusLink},
    raw_text::{Content, content},
    sink::{Fixed, Sink},
    tags::Tags,
    value::decode,
    words::Words,
};
use crate::{
    link::status_address,
    markup::{
        element::apart,
        tag::{Tag, TagKind, declaration},
    },
    text::{steps, whitespace::is_whitespace},
};

/// Writes the words between `tags`, with the link on the date as `[DATE](URL)`; returns the length with that link.
///
/// With `is_escaped`, a backslash before a tag is no text.
pub(super) fn write<S: Sink>(
    page: &str,
    tags: Tags<'_>,
    is_escaped: bool,
    date_link: Option<&StatusLink<'_>>,
    out: &mut S,
) -> Option<usize> {
    let mut words = Words::new(out);
    let mut dated_len = None;
    let (mut text_start, mut tags, mut is_shown) = (tags.at, tags, true);
    loop {
        let next = tags.next();
        let text_end = next.as_ref().map_or(tags.at, |(place, _)| place.start);
        let is_replaced = date_link.is_some_and(|link| replaces(link) && in_link(link, text_start));
        if is_shown && !is_replaced {
            let text = page.get(text_start..text_end).unwrap_or_default();
            write_text(text.strip_suffix(ESCAPE).filter(|_| is_escaped).unwrap_or(text), &mut words);
        }
        if let Some(link) = date_link {
            let at = next.as_ref().map_or(link.text_end, |(place, _)| place.start);
            if at == link.start {
                open(link, &mut words);
            }
            if at == link.text_end && dated_len.is_none() {
                close(link, &mut words);
                dated_len = Some(words.len());
            }
        }
        let Some((place, tag)) = next else { return dated_len };
        write_tag(&tag, &mut words);
        is_shown = tag.kind == TagKind::End || content(tag.name) == Content::Markup;
        text_start = if is_shown { place.end } else { tags.at };
    }
}

/// Whether the day of a `datetime` stands in for the text of the link.
fn replaces(link: &StatusLink<'_>) -> bool {
    link.shown != Shown::Date && link.day.is_some()
}

fn in_link(link: &StatusLink<'_>, at: usize) -> bool {
    (link.text_start..link.text_end).contains(&at)
}

/// The character before the `<` of each tag where HTML was escaped for another markup language.
const ESCAPE: char = '\\';

/// Whether the tag at `start` of `page` is escaped.
pub(super) fn is_escaped(page: &str, start: usize) -> bool {
    page.get(..start).is_some_and(|before| before.ends_with(ESCAPE))
}

/// Writes the text between two tags; comments and declarations are no text.
fn write_text<S: Sink>(text: &str, words: &mut Words<'_, S>) {
    steps::step(text.len());
    let mut rest = text;
    while let Some((text, input)) = memchr::memchr(b'<', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        words.text(text);
        rest = if let Ok((after, ())) = declaration(input) {
            after
        } else {
            words.text("<");
            input.get(1..).unwrap_or_default()
        };
    }
    words.text(rest);
}

/// Writes the text or the gap that a tag itself stands for.
fn write_tag<S: Sink>(tag: &Tag<'_>, words: &mut Words<'_, S>) {
    words.set_apart(apart(tag.name));
    if tag.is_start("img") {
        let alternative = tag.attribute("alt").unwrap_or_default();
        if is_emoji(tag, alternative) {
            words.text(alternative);
        }
    }
}

/// The longest emoji, in bytes.
const LONGEST_EMOJI: usize = 64;

/// Whether the image of `tag` stands for the character that is its alternative text.
fn is_emoji(tag: &Tag<'_>, alternative: &str) -> bool {
    let is_word = |c: char| c.is_alphabetic() || c.is_ascii_graphic() && !matches!(c, '#' | '*');
    let named = tag.classes().any(|class| starts_with_ignore_case(class, "emoji"));
    alternative.len() <= LONGEST_EMOJI && (named || !alternative.contains(is_word))
}

fn open<S: Sink>(link: &StatusLink<'_>, words: &mut Words<'_, S>) {
    match link.shown {
        _ if replaces(link) => {
            words.word("[");
            if let Some(day) = link.day {
                // Words are written without fail.
                let _ = write!(words, "{day}");
            }
        }
        Shown::Date | Shown::Words => words.word("["),
        Shown::Nothing if !words.is_empty() => words.word("["),
        Shown::Nothing | Shown::Address => {}
    }
}

fn close<S: Sink>(link: &StatusLink<'_>, words: &mut Words<'_, S>) {
    match link.shown {
        Shown::Address if !replaces(link) => {}
        Shown::Nothing if words.is_empty() => write_address(link, words),
        _ => {
            words.glue("](");
            write_address(link, words);
            words.glue(")");
        }
    }
}

/// Writes the address of the tweet; at X, where it was another site's.
pub(super) fn write_address<S: Sink>(link: &StatusLink<'_>, words: &mut Words<'_, S>) {
    let mut buffer = Fixed::<1024>::new();
    decode(link.address, &mut buffer);
    let is_plain = |url: &&str| !url.contains(|c| is_whitespace(c) || matches!(c, '(' | ')' | '<' | '>' | '"'));
    if let Some(url) = buffer.whole().and_then(|address| status_address(address)?.url).filter(is_plain) {
        if url.starts_with("//") {
            words.glue("https:");
        }
        words.glue(url);
    } else {
        let handle = link.status.handle;
        let account = handle.as_ref().map_or("i/web", |handle| handle.as_str());
        // Words are written without fail.
        let _ = write!(words, "https://x.com/{account}/status/{}", link.status.id);
    }
}
