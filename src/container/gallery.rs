//! Galleries: the item numbers, captions and tweets without author between their tweets, which belong to no text.

use super::types::{Container, Reading, text_start};
use crate::{
    boundary::{NEAR, Site},
    date::date,
    length::fits_tweet,
    link::{CODE_LEN, MEDIA_HOSTS, is_code},
    text::{
        offset::{first_bytes, last_bytes},
        parse::IResult,
        steps,
        whitespace::{gap_len, is_line_break, is_whitespace, last_line, last_line_break, line_end},
    },
};

/// The longest line of an item's number, in bytes.
const LONGEST_NUMBER: usize = 16;

/// How many blanks may end the line of the previous quotation.
const MOST_BLANKS: usize = 4;

/// The text behind the number of an item, `2.`, that stands alone in the line below the previous quotation: everything
/// up to the attribution; may be empty.
#[inline]
pub(crate) fn numbered(site: &Site<'_>) -> Option<Container> {
    if may_be_numbered(site) { behind_number(site, site.document.get(site.previous_end..site.text_end)?) } else { None }
}

/// Whether the line below the previous quotation, or below an empty line, may begin with an item number.
#[inline]
fn may_be_numbered(site: &Site<'_>) -> bool {
    let behind = site.document.as_bytes().get(site.previous_end..).unwrap_or_default();
    let blanks = behind.iter().take(MOST_BLANKS).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let line = match behind.get(blanks..) {
        Some([b'\n', b'\n', line @ ..] | [b'\n', line @ ..]) if site.previous_end > 0 => line,
        Some([b'\r', b'\n', b'\r', b'\n', line @ ..] | [b'\r', b'\n', line @ ..]) if site.previous_end > 0 => line,
        _ => return false,
    };
    matches!(
        line,
        [b'0'..=b'9', b'0'..=b'9' | b'.' | b')' | b':' | b'\n' | b'\r', ..]
            | [b'#' | b'(', b'0'..=b'9', ..]
            | [b'N', b'o' | b'r', b'.' | b' ', ..]
            | [0xe2, 0x84 | 0x91, ..]
            | [0xe7, 0xac, ..]
            | [0xef, 0xbc, ..]
            | [b' ' | b'\t' | b'\n', ..]
    )
}

#[cold]
fn behind_number(site: &Site<'_>, stretch: &str) -> Option<Container> {
    let items = stretch.get(gap_len(stretch)..)?;
    let line = first_bytes(items, LONGEST_NUMBER).split(is_line_break).next()?;
    let is_whole = items.get(line.len()..)?.chars().next().is_none_or(is_line_break);
    if !is_whole || !is_item_number(line) {
        return None;
    }
    let start = text_start(site, site.text_end - items.len() + line.len());
    let text = site.document.get(start..site.text_end)?;
    (text.len() <= NEAR && fits_tweet(text)).then_some(Container {
        start,
        outer: start..site.end,
        reading: if text.is_empty() { Reading::Nothing } else { Reading::Whole },
    })
}

/// Whether `line` is a number and signs around it: `2.`, `#2`, `No. 2`, `（２）`, `②`.
fn is_item_number(line: &str) -> bool {
    let line = line.trim_matches(is_whitespace);
    let number = ["No", "Nr", "N", "№", "第"].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
    let is_sign =
        |c: char| matches!(c, '.' | ')' | '(' | '#' | ':' | '°' | 'º' | '）' | '（' | '．' | '、' | ' ' | '*');
    number.contains(char::is_numeric) && number.chars().all(|c| c.is_numeric() || is_sign(c))
}

/// The longest text that a caption repeats, in bytes.
const LONGEST_REPEATED: usize = 100;

/// The last line of a text, if the line above ends with the same words: a caption that quotes a short tweet.
pub(crate) fn captioned(site: &Site<'_>, at: usize) -> Option<usize> {
    let text = site.document.get(at..site.text_end)?;
    let near = last_bytes(text, LONGEST_REPEATED);
    let line = last_line(near);
    let above = text.get(..text.len() - line.len()).filter(|_| line.len() < near.len())?.trim_end();
    let words = line.trim_start_matches(is_whitespace);
    steps::step(LONGEST_REPEATED);
    let caption = above.strip_suffix(words).filter(|_| !words.is_empty())?;
    (caption.ends_with(is_whitespace) && !caption.trim().is_empty()).then(|| site.text_end - words.len())
}

/// The beginning of the nearest line with words above the text that begins at `at`.
pub(crate) fn line_above(site: &Site<'_>, at: usize) -> usize {
    let near = last_bytes(site.document.get(site.previous_end..at).unwrap_or_default(), NEAR);
    let lines = near.trim_end_matches(is_whitespace);
    at - near.len() + lines.len() - last_line(lines).len()
}

/// The end of the last line in the text from `at` on that ends with a picture and a date, like a tweet without author:
/// `pic.twitter.com/AbCdEf1234 July 14, 2021`. The text of the next tweet begins behind that line.
pub(crate) fn behind_lost_author(site: &Site<'_>, at: usize) -> Option<usize> {
    let text = site.document.get(at..site.text_end)?;
    steps::step(text.len().min(NEAR));
    let mut lines = text;
    loop {
        lines = lines.get(..last_line_break(lines)?)?;
        if lost_author(last_line(lines)).is_some() {
            return Some(at + lines.len());
        }
    }
}

/// The date behind the picture with which `line` ends.
fn lost_author(line: &str) -> Option<(usize, chrono::NaiveDate)> {
    let line = line.trim_end_matches(is_whitespace);
    // Dates end with a digit, or with a word of another script.
    if !line.ends_with(|c: char| c.is_ascii_digit() || c == '.' || !c.is_ascii()) {
        return None;
    }
    MEDIA_HOSTS.iter().find_map(|host| {
        let code = line.rfind(host)? + host.len();
        let link_end = code + CODE_LEN;
        let (_, found) = picture_date(line.get(link_end..)?).ok()?;
        is_code(line.get(code..link_end)?).then_some((link_end, found))
    })
}

/// A date, and the end of its line.
fn picture_date(input: &str) -> IResult<&str, chrono::NaiveDate> {
    let (rest, found) = date(input.get(gap_len(input)..).unwrap_or_default())?;
    line_end(rest)?;
    Ok((rest, found.date))
}
