//! Attributions whose handle has no parentheses.

use nom::{
    Parser,
    branch::alt,
    character::complete::char,
    combinator::{consumed, map, opt, verify},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::{LinkedDate, dated, middle_dot, plain_date},
    name_and_dash::{Delimiter, NameAndDash, name_and_dash},
    text_end::TextEnd,
    types::{Attribution, Consumed, Signature, TextPlace},
};
use crate::{
    date::{self, Timestamp},
    handle::Handle,
    markup::destination::link_target,
    text::{
        offset::Cursor,
        parse::{IResult, mismatch},
        whitespace::gap0,
    },
};

/// `unbracketed`: the attribution whose `handle` begins with the `@` at `at`:
///
/// - `— @dortiz July 14, 2021`, and with the handle in brackets of its own
///   `--- [@dortiz, 10:23 PM · Jul 14, 2022](url)`;
/// - `Dana Ortiz @dortiz · 7:32 AM · Jul 14, 2021`, on a line of its own or behind a link.
pub(super) fn unbracketed(at: Cursor<'_>, handle: Consumed<'_, Handle>, after_handle: &str) -> Option<Attribution> {
    let opens_link = at.before().ends_with('[');
    let date = if opens_link { cited } else { unlinked_date };
    let (rest, (is_dotted, LinkedDate { date, status_id })) = date(after_handle).ok()?;
    let found = name_and_dash(at.moved_to(at.at - usize::from(opens_link)))?;
    if !is_trusted(&found, date.1, is_dotted) {
        return None;
    }
    let start = at.moved_to(found.start);
    let signature = Signature { handle, date: Some(date), status_id };
    Some(Attribution::new(start, found.name, signature, rest, TextPlace::before(start)))
}

/// Whether the text is a tweet's although its handle has no parentheses.
fn is_trusted(found: &NameAndDash<'_>, stamp: Timestamp, is_dotted: bool) -> bool {
    let (is_named, is_timed) = (!found.name.is_empty(), stamp.time.is_some());
    match found.delimiter {
        Delimiter::Dash(_) => !is_named || is_timed,
        _ if !is_named || !is_timed || found.text_end == TextEnd::Nothing => false,
        // A line of a widget; without the dot it may be a byline.
        Delimiter::LineBreak => is_dotted,
        Delimiter::Spaces | Delimiter::TextEnd => found.text_end == TextEnd::Link,
    }
}

/// `unlinked_date`: the date behind a handle, and whether a middle dot stands between them.
fn unlinked_date(input: &str) -> IResult<&str, (bool, LinkedDate<'_>)> {
    let (rest, (_, dot)) = (gap0, opt(middle_dot)).parse(input)?;
    let is_dotted = dot.is_some();
    let (rest, date) = alt((time_and_date, verify(dated, |_| !is_dotted))).parse(rest)?;
    Ok((rest, (is_dotted, date)))
}

/// `cited`: `, 10:23 PM · Jul 14, 2022](https://…)`, where a `[` stands before the handle.
fn cited(input: &str) -> IResult<&str, (bool, LinkedDate<'_>)> {
    let date = preceded((char(','), gap0), alt((time_and_date, plain_date)));
    let (rest, (date, target)) = (terminated(date, char(']')), link_target).parse(input)?;
    Ok((rest, (false, LinkedDate { status_id: target.status_id, ..date })))
}

/// `time_and_date`: the time of day and the date of a widget.
fn time_and_date(input: &str) -> IResult<&str, LinkedDate<'_>> {
    if !date::may_begin_time(input) {
        return mismatch();
    }
    map(consumed(date::rendered_stamp), |date| LinkedDate { date, status_id: None }).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_a_time_or_their_markup_follows_a_handle() {
        for (input, is_dotted) in [
            (" July 14, 2021", false),
            ("\n> 14 July 2021", false),
            (" · 7:32 AM · Jul 14, 2021", true),
            (" 7:32 AM · Jul 14, 2021", false),
            (" PM 7:32 · Jul 14, 2021", false),
            (" · 午後7:32 · 2021年7月14日", true),
            (" [July 14, 2021](https://twitter.com/dortiz/status/1)", false),
            (" **July 14, 2021**", false),
            (" _July 14, 2021_", false),
            (" `July 14, 2021 <https://twitter.com/dortiz/status/1>`__", false),
        ] {
            let (rest, (dotted, _)) = unlinked_date(input).unwrap();
            assert_eq!((rest, dotted), ("", is_dotted), "{input:?}");
        }
        for input in ["", " who", " @kimlee", " (the mayor)", "\n- rain", " · July 14, 2021"] {
            assert!(unlinked_date(input).is_err(), "{input:?}");
        }
        assert!(cited(", 10:23 PM · Jul 14, 2022](https://twitter.com/dortiz/status/1)").is_ok());
    }
}
