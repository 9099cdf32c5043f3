//! The canonical form, `TEXT — NAME (@HANDLE) DATE`: what is left of the embed's blockquote.

use nom::{
    Offset, Parser,
    character::complete::char,
    combinator::opt,
    sequence::{preceded, terminated},
};

use super::{
    Attribution,
    date_link::ends_line,
    handle_and_date, lookalikes,
    name_and_dash::{self, Lead},
    name_span, span_of, text_before,
    text_end::{self, Ending},
};
use crate::{
    date,
    markup::destination,
    status_id::StatusId,
    text::whitespace::{gap_len, gap0, is_whitespace, line_breaks},
};

/// `canonical`: the attribution whose handle's parenthesis opens at `open`, without its date only if `undated`.
pub(crate) fn canonical(document: &str, floor: usize, open: usize, undated: bool) -> Option<Attribution> {
    let (after_handle, bracketed) = handle_and_date::bracketed_handle(document.get(open..)?).ok()?;
    let dated = Dated::read(after_handle);
    match &dated {
        Some(dated) if dated.is_foreign(after_handle) => return None,
        None if !(undated && may_end_undated(after_handle)) => return None,
        _ => {}
    }
    let mut lead = name_and_dash::lead(document, floor, open)?;
    if bracketed.closes_link && document.get(lead.name_start..lead.name_end)?.starts_with('[') {
        lead.name_start += 1;
    }
    let emphasis = opening_emphasis(document.get(floor..lead.start)?);
    let start = lead.start - emphasis.len();
    let text = text_before(document, floor, start);
    let before = document.get(floor..start)?;
    let retyped = dated.as_ref().is_some_and(|dated| dated.comma) && !lead.has_long_dash();
    let apart = dated.is_some() && !lead.is_dashed() && !same_paragraph(after_handle);
    if retyped || apart || lookalikes::is_credit(document, &lead, before) {
        return None;
    }
    let dated = match dated {
        Some(dated) => dated,
        None => date_dropped(document, floor, &lead, after_handle)?,
    };
    let rest = dated.rest.strip_prefix(emphasis).unwrap_or(dated.rest);
    Some(Attribution {
        start,
        name: name_span(&lead),
        handle: bracketed.handle,
        handle_span: span_of(document, bracketed.written),
        stamp: dated.date.map(|date| date.stamp),
        date_span: dated.date.map(|date| span_of(document, date.written)),
        status_id: dated.status_id,
        end: document.len() - rest.len(),
        text,
    })
}

/// What stands behind the handle.
struct Dated<'t> {
    date: Option<handle_and_date::Dated<'t>>,
    status_id: Option<StatusId>,
    rest: &'t str,
    /// Whether a comma stands before the date, as people retype it.
    comma: bool,
}

impl<'t> Dated<'t> {
    /// `comma-date`: the date that follows `after_handle`.
    fn read(after_handle: &'t str) -> Option<Self> {
        let (input, comma) = preceded(gap0, opt(terminated(char(','), gap0))).parse(after_handle).ok()?;
        let (rest, date) = handle_and_date::dated(input).ok()?;
        Some(Self { date: Some(date), status_id: date.status_id, rest, comma: comma.is_some() })
    }

    /// Whether the time of day behind the date shows that another network printed it: Bluesky's embeds copy the shape.
    fn is_foreign(&self, after_handle: &str) -> bool {
        let written = || self.date.and_then(|date| after_handle.get(after_handle.offset(date.written)..));
        let is_timed =
            || date::trailing_time(self.rest).is_ok() || written().is_some_and(|date| date::timed_date(date).is_ok());
        same_paragraph(self.rest) && is_timed()
    }
}

/// Whether `rest` goes on without a blank line.
fn same_paragraph(rest: &str) -> bool {
    rest.get(..gap_len(rest)).is_some_and(|gap| gap.len() < 2 || line_breaks(gap) < 2)
}

/// The most marks that Markdown's emphasis has: `***`.
const MOST_EMPHASIS: usize = 3;

/// The Markdown emphasis that opens right before the dash, closed again behind the date: `_— Dana (@dortiz) July 14, 2021_`.
fn opening_emphasis(before: &str) -> &str {
    let len = before.bytes().rev().take(MOST_EMPHASIS).take_while(|byte| matches!(byte, b'*' | b'_')).count();
    let (bare, marks) = before.split_at_checked(before.len() - len).unwrap_or_default();
    // A further mark is no blank either.
    if bare.chars().next_back().is_none_or(is_whitespace) { marks } else { "" }
}

/// Whether what follows the handle can be all that is left: the end of a line, or the link of a tweet without a text.
fn may_end_undated(after_handle: &str) -> bool {
    ends_line(after_handle) || destination::status_target(after_handle).is_ok()
}

/// `date-dropped`: an attribution whose date was dropped. A dash and a bracketed handle at the end of a line are a signature
/// as well, so it is one only if the tweet's number follows, or if the text before ends with a link as only tweets have
/// them.
fn date_dropped<'t>(document: &str, floor: usize, lead: &Lead, after_handle: &'t str) -> Option<Dated<'t>> {
    if !lead.has_long_dash() || lead.name_start == lead.name_end {
        return None;
    }
    if let Ok((rest, target)) = destination::status_target(after_handle) {
        return Some(Dated { date: None, status_id: target.status_id, rest, comma: false });
    }
    let text = document.get(floor..lead.start)?;
    let own_link = lead.ending == Ending::Link && text_end::ends_with_tweet_link(text);
    (own_link && ends_line(after_handle)).then_some(Dated {
        date: None,
        status_id: None,
        rest: after_handle,
        comma: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_ends_a_paragraph() {
        for (rest, expected) in [
            ("", true),
            ("at 11:00 PM", true),
            (" at 11:00 PM", true),
            ("  at 11:00 PM", true),
            ("\nat 11:00 PM", true),
            (" \n> at 11:00 PM", true),
            ("\n\nat 11:00 PM", false),
            ("\n \n at 11:00 PM", false),
            ("\n>\n> at 11:00 PM", false),
        ] {
            assert_eq!(same_paragraph(rest), expected, "{rest:?}");
        }
    }

    #[test]
    fn emphasis_opens_with_up_to_three_marks_behind_a_blank() {
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
            assert_eq!(may_end_undated(after_handle), expected, "{after_handle:?}");
        }
    }
}
