//! The standard form, `TEXT — NAME (@HANDLE) DATE`: the end of an embed's blockquote.

use nom::{
    Parser,
    branch::alt,
    character::complete::char,
    combinator::{consumed, map, opt, recognize, value, verify},
    sequence::terminated,
};

use super::{
    handle_and_date::{BracketedHandle, LinkedDate, dated, rarely_dated},
    lookalikes::{Behind, is_lookalike, is_stamped_byline},
    moved_text::{MovedDate, may_be_of, moved_date},
    name_and_dash::{NameAndDash, name_and_dash, name_line},
    text_end::{TextEnd, ends_with_tweet_link},
    types::{Attribution, Consumed, Signature, TextPlace},
};
use crate::{
    date::{Timestamp, ambiguous_date, line_stamp, may_begin_loose_date, timed_date, trailing_time},
    link::leads_to_other_network,
    markup::{
        destination::{bare_status_url, status_target, worded_status_link},
        emphasis::{emphasis_at_end, strip_closing_emphasis},
        remains::remains0,
    },
    status_id::StatusId,
    text::{
        comment::comment,
        offset::{Cursor, char_floor},
        parse::{IResult, mismatch, parsed, repeated},
        whitespace::{gap0, is_whitespace, line_breaks, line_end, same_paragraph},
    },
};

/// `standard`: the attribution whose handle, `bracketed`, has its parenthesis at `open`; without a date only if
/// `undated`.
pub(super) fn standard(
    open: Cursor<'_>,
    bracketed: BracketedHandle<'_>,
    after_handle: &str,
    undated: bool,
) -> Option<Attribution> {
    let (rest, end) = end_of_standard(open, &bracketed, after_handle)?;
    if (end.is_undated() && !undated) || is_of_other_network(after_handle, rest) {
        return None;
    }
    let mut found = if end.is_stamped() { name_line(open) } else { name_and_dash(open) }?;
    if bracketed.link.is_some() {
        found.name = found.name.strip_prefix('[').unwrap_or(found.name);
    }
    let emphasis = opening_emphasis(open.moved_to(found.start).before());
    let start = open.moved_to(found.start - emphasis.len());
    let before = start.before();
    if let StandardEnd::Moved(moved) = &end {
        let from_date = start.moved_to(start.span_of(moved.date.date.0).end).after();
        let link = from_date.get(..from_date.len() - rest.len())?;
        if !may_be_of(bracketed.handle.1, link) {
            return None;
        }
    }
    let behind = Behind { handle: bracketed.handle.0, date: end.date(), has_comma: end.has_comma(), rest };
    if !end.fits(&found, before) || end.is_lookalike(&found, before, behind) {
        return None;
    }
    let mut text = TextPlace::before(start);
    let (date, status_id) = match end {
        StandardEnd::Dated { date: LinkedDate { date, status_id }, .. } => (Some(date), status_id),
        StandardEnd::Undated(status_id) => (None, status_id),
        StandardEnd::Stamped(date) => (Some(date), None),
        StandardEnd::Moved(MovedDate { date: LinkedDate { date, status_id }, text: moved }) => {
            text = TextPlace::Around { end: text.end(), continuation: start.span_of(moved) };
            (Some(date), status_id)
        }
    };
    let signature = Signature { handle: bracketed.handle, date, status_id };
    let rest = strip_closing_emphasis(rest, emphasis).unwrap_or(rest);
    Some(Attribution::new(start, found.name, signature, rest, text))
}

/// The part of a standard attribution behind its handle, and the rest behind that: a stamp instead of a date where the
/// author has a line of his own.
fn end_of_standard<'t>(
    open: Cursor<'t>,
    bracketed: &BracketedHandle<'_>,
    after_handle: &'t str,
) -> Option<(&'t str, StandardEnd<'t>)> {
    let (rest, mut end) = standard_end(after_handle).ok()?;
    if let StandardEnd::Undated(None) = end {
        end = StandardEnd::Undated(bracketed.status_id());
    }
    let stamped = || map(stamped_line, StandardEnd::Stamped).parse(after_handle).ok();
    if end.is_foreign(open, rest) {
        return stamped();
    }
    let may_be_stamp = (end.is_timed() || end.is_timed_line(rest)) && name_line(open).is_some();
    may_be_stamp.then(stamped).flatten().or(Some((rest, end)))
}

/// How many bytes of a URL in parentheses behind a date are read.
const HOST_WINDOW: usize = 40;

/// Whether the date between `after_handle` and `rest`, or a URL in parentheses behind it, leads to another network's
/// post.
fn is_of_other_network(after_handle: &str, rest: &str) -> bool {
    let date = after_handle.get(..after_handle.len() - rest.len()).unwrap_or_default();
    let behind = if rest.starts_with(" (http") { char_floor(rest, HOST_WINDOW) } else { 0 };
    leads_to_other_network(date) || leads_to_other_network(rest.get(..behind).unwrap_or_default())
}

/// The part of a standard attribution behind its handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StandardEnd<'t> {
    Dated {
        separator: &'t str,
        date: LinkedDate<'t>,
        /// Whether the date has a form that no embed has.
        is_loose: bool,
    },
    /// A time of day and a date on a line of their own.
    Stamped(Consumed<'t, Timestamp>),
    /// Parts of the text stand before the date.
    Moved(MovedDate<'t>),
    /// The date was dropped; without an id, its link too.
    Undated(Option<StatusId>),
}

/// `standard_end`: a date, or the end of an attribution whose date was dropped.
fn standard_end(input: &str) -> IResult<&str, StandardEnd<'_>> {
    separated_date(input).or_else(|_| rare_end(input))
}

/// `rare_end`: an end other than a date behind the handle.
#[inline(never)]
fn rare_end(input: &str) -> IResult<&str, StandardEnd<'_>> {
    // Nearly all handles without a date stand in a sentence, which goes on.
    let may_be_dated = match input.as_bytes() {
        [b' ', next, ..] if next.is_ascii_alphanumeric() => input.get(1..).is_some_and(may_begin_loose_date),
        [b'.' | b':' | b';', ..] => false,
        _ => true,
    };
    if may_be_dated {
        if let Ok(found) = loosely_dated(input) {
            return Ok(found);
        }
    }
    match input.as_bytes() {
        [b',' | b'.' | b':' | b';', ..] => return mismatch(),
        [b' ', next, ..] if next.is_ascii_alphabetic() && !matches!(next, b'h' | b'p' | b't') => return mismatch(),
        _ => {}
    }
    let moved = map(moved_date, StandardEnd::Moved);
    let stamped = map(stamped_line, StandardEnd::Stamped);
    alt((stamped, commented_date, moved, map(dropped_date, StandardEnd::Undated))).parse(input)
}

/// `commented_date`: a date behind comments of HTML, `<!----> July 14, 2021`.
fn commented_date(input: &str) -> IResult<&str, StandardEnd<'_>> {
    let (rest, separator) = recognize((repeated(1, MOST_COMMENTS, (gap0, comment)), gap0)).parse(input)?;
    let (rest, date) = dated(rest)?;
    Ok((rest, StandardEnd::Dated { separator, date, is_loose: false }))
}

/// `loosely_dated`: a date in a form that no embed has, and the whitespace before it.
fn loosely_dated(input: &str) -> IResult<&str, StandardEnd<'_>> {
    let (rest, (separator, date)) = (separator, rarely_dated).parse(input)?;
    Ok((rest, StandardEnd::Dated { separator, date, is_loose: true }))
}

/// The most comments between handle and date.
const MOST_COMMENTS: usize = 8;

/// `stamped_line`: date and time of day on the line below the handle, and nothing else. Behind a dash, such a line is
/// that of another network's post.
fn stamped_line(input: &str) -> IResult<&str, Consumed<'_, Timestamp>> {
    // Nearly all have a space and a date or a word behind the handle.
    if matches!(input.as_bytes(), [b' ', next, ..] if next.is_ascii_graphic()) {
        return mismatch();
    }
    let (rest, gap) = gap0(input)?;
    if line_breaks(gap) != 1 {
        return mismatch();
    }
    terminated(consumed(verify(line_stamp, |stamp: &Timestamp| stamp.time.is_some())), line_end).parse(rest)
}

/// `separated_date`: a date, and the whitespace before it.
fn separated_date(input: &str) -> IResult<&str, StandardEnd<'_>> {
    let (rest, (separator, date)) = (separator, dated).parse(input)?;
    Ok((rest, StandardEnd::Dated { separator, date, is_loose: false }))
}

/// `separator`: whitespace between handle and date, and the comma of a retyped attribution.
fn separator(input: &str) -> IResult<&str, &str> {
    let (rest, found) = recognize((gap0, opt((char(','), gap0)))).parse(input)?;
    // The tags and escapes of a text that was taken out of HTML or of a string.
    if rest.starts_with(['<', '\\']) {
        let (after, ()) = remains0(rest)?;
        return parsed(input.get(..input.len() - after.len()).map(|found| (after, found)));
    }
    Ok((rest, found))
}

/// `dropped_date`: a link to the tweet, or nothing more in the line but a date that cannot be read.
fn dropped_date(input: &str) -> IResult<&str, Option<StatusId>> {
    let link = alt((status_target, worded_status_link, bare_status_url));
    let undated = (opt((gap0, ambiguous_date)), line_end);
    alt((map(link, |destination| destination.status_id), value(None, undated))).parse(input)
}

impl StandardEnd<'_> {
    /// Whether the date has a time of day.
    fn is_timed(&self) -> bool {
        matches!(self, Self::Dated { date: LinkedDate { date: (_, stamp), .. }, .. } if stamp.time.is_some())
    }

    /// Whether the date stands on the line below, and more stands there behind it: `14 juillet 2021, 19h32`.
    fn is_timed_line(&self, rest: &str) -> bool {
        // Nearly all have one space.
        matches!(self, Self::Dated { separator, .. } if *separator != " " && line_breaks(separator) == 1)
            && line_end(rest).is_err()
    }

    fn is_stamped(&self) -> bool {
        matches!(self, Self::Stamped(_))
    }

    fn is_undated(&self) -> bool {
        matches!(self, Self::Undated(_))
    }

    /// The date as it is written; empty where there is none.
    fn date(&self) -> &str {
        match *self {
            Self::Dated { date: LinkedDate { date: (raw, _), .. }, .. }
            | Self::Moved(MovedDate { date: LinkedDate { date: (raw, _), .. }, .. })
            | Self::Stamped((raw, _)) => raw,
            Self::Undated(_) => "",
        }
    }

    /// Whether a comma stands before the date.
    fn has_comma(&self) -> bool {
        matches!(self, Self::Dated { separator, .. } if separator.bytes().any(|byte| byte == b','))
    }

    /// Whether a time of day behind the date shows that another network printed it: Bluesky's embeds have the same
    /// form.
    fn is_foreign(&self, open: Cursor<'_>, rest: &str) -> bool {
        let Self::Dated { date: LinkedDate { date: (raw, _), .. }, .. } = *self else { return false };
        let from_date = || open.moved_to(open.span_of(raw).start).after();
        // Only East Asian dates have a time right behind them: the check saves 1,100 of 33,000 instructions a tweet
        // where the whole page is one line.
        let has_time = || trailing_time(rest).is_ok() || (!raw.is_ascii() && timed_date(from_date()).is_ok());
        same_paragraph(rest) && has_time()
    }

    /// Whether name and dash behind the text `before`, with what is `behind`, are those of a lookalike.
    fn is_lookalike(&self, found: &NameAndDash<'_>, before: &str, behind: Behind<'_>) -> bool {
        match self {
            Self::Stamped(_) => is_stamped_byline(found, before),
            _ => is_lookalike(found, before, behind),
        }
    }

    /// Whether this is a possible end of an attribution that begins with `found` behind the text `before`.
    fn fits(&self, found: &NameAndDash<'_>, before: &str) -> bool {
        match self {
            Self::Dated { separator, is_loose, .. } => {
                if *is_loose && (!found.has_long_dash() || found.name.is_empty()) {
                    return false;
                }
                let is_retyped = self.has_comma() && !found.has_long_dash();
                let is_apart = line_breaks(separator) > 1 && !found.is_dashed();
                !is_retyped && !is_apart
            }
            Self::Stamped(_) => true,
            Self::Moved(_) => found.has_long_dash() && !found.name.is_empty(),
            // The signature of an article looks the same, but has no link of a tweet next to it.
            Self::Undated(status_id) => {
                let has_link = || found.text_end == TextEnd::Link && ends_with_tweet_link(before);
                found.has_long_dash() && !found.name.is_empty() && (status_id.is_some() || has_link())
            }
        }
    }
}

/// The emphasis that opens right before the dash and is closed behind the date: `_— Dana (@dortiz) July 14, 2021_`.
fn opening_emphasis(before: &str) -> &str {
    let marks = emphasis_at_end(before);
    let bare = before.strip_suffix(marks).unwrap_or(before);
    if bare.chars().next_back().is_none_or(is_whitespace) { marks } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_opens_behind_whitespace() {
        for (before, emphasis) in [
            ("_", "_"),
            ("So glad! **", "**"),
            ("So glad!\n> ***", "***"),
            ("So glad!\n****", ""),
            ("_So glad!_", ""),
            ("So glad!", ""),
            ("", ""),
        ] {
            assert_eq!(opening_emphasis(before), emphasis, "{before:?}");
        }
    }

    #[test]
    fn without_a_date_the_line_or_the_link_of_the_tweet_ends_the_attribution() {
        for (after_handle, expected) in [
            ("", true),
            (" \nThe mayor", true),
            (" (https://twitter.com/dortiz/status/1) The mayor", true),
            (" said so", false),
            (" (https://example.com/dortiz)", false),
        ] {
            assert_eq!(dropped_date(after_handle).is_ok(), expected, "{after_handle:?}");
        }
    }
}
