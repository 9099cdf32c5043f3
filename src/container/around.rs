//! The container of a quotation, recognised by the characters next to its text and its attribution.

use memchr::{memchr3, memrchr3};

use super::{
    block, cell,
    gallery::numbered,
    types::{Container, Encoding, Reading, is_broken, is_html, text_start},
};
use crate::{
    boundary::{NEAR, Site},
    length::fits_tweet,
    markup::{
        element::{Apart, apart},
        remains::left_tag,
        string_escape::{blank_escape, doubled_escape, is_escaped},
        tag::{Tag, TagKind},
    },
    text::{
        steps,
        whitespace::{gap_len, is_whitespace, last_line},
    },
};

/// How much of a document's beginning shows its format, in bytes.
const HEAD: usize = 512;

/// Whether the beginning of `document` has a tab, a backslash or a tag, as in tables, strings and HTML.
pub(crate) fn shows_format(document: &str) -> bool {
    let head = document.as_bytes().get(..HEAD).unwrap_or(document.as_bytes());
    steps::scan(head.len());
    memchr3(b'\t', b'\\', b'<', head).is_some()
}

/// The container of the quotation at `site`, if any. Searches the text's line if the document [`shows_format`].
///
/// # Complexity
///
/// Looks at 2 KiB before the text's end and at a few hundred bytes behind the attribution at most.
#[inline]
pub(crate) fn around(site: &Site<'_>, shows_format: bool) -> Option<Container> {
    if shows_container(site) || (shows_format && line_shows_container(site)) {
        return container(site);
    }
    numbered(site)
}

/// Whether a byte next to the quotation may be a container's. Nearly all texts end here.
#[inline]
fn shows_container(site: &Site<'_>) -> bool {
    let bytes = site.document.as_bytes();
    let is_sign = |byte: u8| matches!(byte, b'\\' | b'<' | b'"' | b'\'' | b'\t' | b',' | b';');
    let closes = |byte: u8| matches!(byte, b'#' | b'_' | b'\\' | b'<' | b'[' | b'}' | b':' | b'|');
    let shows_behind = match bytes.get(site.end..) {
        Some([b'\n', b'\n', first, ..] | [b'\n', first, ..]) if !first.is_ascii_whitespace() => closes(*first),
        Some([b'\n' | b' ' | b'\r', rest @ ..]) => {
            rest.iter().take(MOST_BLANKS).find(|byte| !byte.is_ascii_whitespace()).is_some_and(|&first| closes(first))
        }
        Some([first, ..]) => is_sign(*first) || closes(*first),
        _ => false,
    };
    shows_behind
        || bytes.get(site.text_end).is_some_and(|&byte| is_sign(byte))
        || bytes.get(site.attribution) == Some(&b'\\')
}

/// The most blanks before the last line of a block.
const MOST_BLANKS: usize = 8;

/// Whether the text's line has a tab, a backslash or a tag at its beginning.
#[cold]
fn line_shows_container(site: &Site<'_>) -> bool {
    let before = site.near().as_bytes();
    let at = memrchr3(b'\\', b'\n', b'\t', before);
    steps::scan(at.map_or(before.len(), |at| before.len() - at));
    match at.map(|at| before.split_at(at)) {
        Some((_, [b'\n', line @ ..])) => line.first() == Some(&b'<'),
        Some(_) => true,
        None => before.first() == Some(&b'<'),
    }
}

#[cold]
fn container(site: &Site<'_>) -> Option<Container> {
    if let Some(container) = block::block(site) {
        return Some(container);
    }
    let cell = cell::cell(site);
    let start = cell.as_ref().map_or(site.previous_end, |cell| cell.start);
    if holds_escapes(site) {
        // A string has no line breaks of its own.
        let line = last_line(site.near());
        let cell = cell::escaped_tab_start(line);
        let encoding = if is_escaped_twice(site) { Encoding::EscapedTwice } else { Encoding::Escaped };
        return Some(encoded(site, (site.text_end - line.len() + cell).max(start), encoding));
    }
    if let Some(cell) = cell {
        let text = site.document.get(start..site.text_end)?;
        let is_whole = text.len() <= NEAR && fits_tweet(text);
        return Some(if is_whole { cell } else { encoded(site, start, Encoding::Plain) });
    }
    if !holds_tags(site) {
        return numbered(site);
    }
    let reading = |start| if is_broken(site, start) { Reading::Html } else { Reading::Whole };
    Some(match element_start(site) {
        Some(start) if is_html(site) => Container { start, outer: start..site.end, reading: reading(start) },
        None if is_html(site) => {
            Container { start: site.text_end, outer: site.attribution..site.end, reading: Reading::Html }
        }
        Some(start) => Container { start, outer: start..site.end, reading: Reading::Whole },
        None => encoded(site, site.previous_end, Encoding::Tagged),
    })
}

fn encoded(site: &Site<'_>, start: usize, encoding: Encoding) -> Container {
    Container { start, outer: site.attribution..site.end, reading: Reading::Encoded(encoding) }
}

/// Whether escapes replace the line breaks around the quotation, or other line breaks on the text's line.
fn holds_escapes(site: &Site<'_>) -> bool {
    let attribution = site.document.get(site.attribution..site.end).unwrap_or_default();
    let is_code = |escape: &str| {
        let escape = escape.strip_prefix("\\\\").map_or(escape, |_| escape.get(1..).unwrap_or_default());
        escape.starts_with("\\u") || escape.starts_with("\\x")
    };
    let line = last_line(site.near());
    let after = site.after();
    blank_escape(site.gap().trim_start_matches(is_whitespace)).is_ok()
        || blank_escape(after).is_ok()
        || is_code(attribution)
        || is_escaped(line)
}

/// Whether the string around the quotation was put into another string.
fn is_escaped_twice(site: &Site<'_>) -> bool {
    let attribution = site.document.get(site.attribution..site.end).unwrap_or_default();
    [site.gap().trim_start_matches(is_whitespace), site.after(), attribution]
        .iter()
        .any(|text| doubled_escape(text).is_ok())
}

/// Whether tags stand around the text or the attribution. Behind it, the start tag of something else may follow.
fn holds_tags(site: &Site<'_>) -> bool {
    let closes = |tag: Tag<'_>| tag.kind == TagKind::End || apart(tag.name) == Apart::Break;
    is_html(site)
        || next_tag(site.gap()).is_some()
        || next_tag(site.after()).is_some_and(closes)
        || left_tag(last_line(site.near())).is_ok()
}

/// The tag behind the gap at the beginning of `text`.
fn next_tag(text: &str) -> Option<Tag<'_>> {
    left_tag(text.get(gap_len(text)..)?).ok().map(|(_, tag)| tag)
}

/// The most tags that are looked at before the end of a text.
const MOST_TAGS: usize = 12;

/// The beginning of a text that fits into a tweet, behind the last tag of a block with no empty line behind the tag.
fn element_start(site: &Site<'_>) -> Option<usize> {
    let before = site.near();
    let (mut end, mut breaks) = (before.len(), None);
    for _ in 0..MOST_TAGS {
        let open = memchr::memrchr(b'<', before.as_bytes().get(..end)?)?;
        end = open;
        let Ok((rest, tag)) = left_tag(before.get(open..)?) else { continue };
        let text = before.get(before.len() - rest.len()..)?;
        match apart(tag.name) {
            Apart::Not => {}
            Apart::Break => {
                let is_doubled = breaks.is_some_and(|next| before.len() - rest.len() + gap_len(rest) == next);
                if is_doubled {
                    return None;
                }
                breaks = Some(open);
            }
            Apart::Space | Apart::Line | Apart::Paragraph => {
                let start = text_start(site, site.text_end - rest.len());
                return (start < site.text_end && fits_tweet(text)).then_some(start);
            }
        }
    }
    None
}
