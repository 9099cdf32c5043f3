//! Attributions whose handle has no parentheses.

use nom::{
    Parser,
    branch::alt,
    character::complete::{char, satisfy},
    combinator::{consumed, opt},
};

use super::{
    Attribution,
    handle_and_date::{self, Dated},
    name_and_dash::{self, LeadKind},
    name_span, span_of, text_before,
    text_end::Ending,
};
use crate::{
    date,
    handle::Handle,
    markup::destination,
    text::{
        chars::is_middle_dot,
        parse::IResult,
        whitespace::{gap_len, gap0},
    },
};

/// A handle, as it is written, and its date.
struct Signature<'t> {
    handle: Handle,
    written: &'t str,
    dated: Dated<'t>,
    /// Whether a middle dot stands between them, as on a rendered page.
    dotted: bool,
}

/// `bare`: the attribution whose handle begins with the `@` at `at`:
///
/// - `— @dortiz July 14, 2021`, and with the handle in brackets of its own `--- [@dortiz, 10:23 PM · Jul 14, 2022](url)`;
/// - `Dana Ortiz @dortiz · 7:32 AM · Jul 14, 2021`, on a line of its own or behind a link.
pub(crate) fn bare(document: &str, floor: usize, at: usize) -> Option<Attribution> {
    let before = document.get(floor..at)?;
    let bracketed = before.ends_with('[');
    let input = document.get(at..)?;
    if !may_be_signed(input) {
        return None;
    }
    let parsed = if bracketed { cited(input) } else { alt((stamped, signed)).parse(input) };
    let (rest, Signature { handle, written, dated, dotted }) = parsed.ok()?;
    let lead = name_and_dash::lead(document, floor, at - usize::from(bracketed))?;
    let named = lead.name_start < lead.name_end;
    let timed = dated.stamp.time.is_some();
    let trusted = match lead.kind {
        LeadKind::Dash(_) => !named || timed,
        _ if !named || !timed || lead.ending == Ending::Nothing => false,
        // A line of a rendered page; without the dot it may be a byline.
        LeadKind::Line => dotted,
        LeadKind::Spaces | LeadKind::End => lead.ending == Ending::Link,
    };
    if !trusted {
        return None;
    }
    Some(Attribution {
        start: lead.start,
        name: name_span(&lead),
        handle,
        handle_span: span_of(document, written),
        stamp: Some(dated.stamp),
        date_span: Some(span_of(document, dated.written)),
        status_id: dated.status_id,
        end: document.len() - rest.len(),
        text: text_before(document, floor, lead.start),
    })
}

/// Whether a time or a date can follow the handle with which `input` begins: in most mentions a word or a mention does, which
/// is told here at a fraction of the cost of the grammar.
fn may_be_signed(input: &str) -> bool {
    let after = handle_and_date::after_handle(input);
    let next = after.get(gap_len(after)..).unwrap_or_default();
    next.starts_with(['[', '*', '_', '`', ',']) || date::may_begin_date(next) || date::may_begin_time(next)
}

/// `signed`: `@dortiz July 14, 2021`.
fn signed(input: &str) -> IResult<&str, Signature<'_>> {
    let (rest, ((handle, written), _, dated)) =
        (handle_and_date::at_handle, gap0, handle_and_date::dated).parse(input)?;
    Ok((rest, Signature { handle, written, dated, dotted: false }))
}

/// `stamped`: `@dortiz · 7:32 AM · Jul 14, 2021`.
fn stamped(input: &str) -> IResult<&str, Signature<'_>> {
    let dot = (gap0, satisfy(is_middle_dot));
    let (rest, ((handle, written), dot, _, dated)) =
        (handle_and_date::at_handle, opt(dot), gap0, stamp).parse(input)?;
    Ok((rest, Signature { handle, written, dated, dotted: dot.is_some() }))
}

/// `cited`: `@dortiz, 10:23 PM · Jul 14, 2022](https://…)` behind its `[`.
fn cited(input: &str) -> IResult<&str, Signature<'_>> {
    let date = alt((stamp, handle_and_date::plain_date));
    let (rest, ((handle, written), _, _, dated, _, target)) =
        (handle_and_date::at_handle, char(','), gap0, date, char(']'), destination::link_target).parse(input)?;
    Ok((rest, Signature { handle, written, dated: Dated { status_id: target.status_id, ..dated }, dotted: false }))
}

/// `stamp`: a time of day and a date.
fn stamp(input: &str) -> IResult<&str, Dated<'_>> {
    let (rest, (written, stamp)) = consumed(date::rendered_stamp).parse(input)?;
    Ok((rest, Dated { stamp, written, status_id: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_a_time_or_their_markup_may_follow_a_signature() {
        for input in [
            "@dortiz July 14, 2021",
            "@dortiz\n> 14 July 2021",
            "@dortiz · 7:32 AM · Jul 14, 2021",
            "@dortiz 7:32 AM · Jul 14, 2021",
            "@dortiz PM 7:32 · Jul 14, 2021",
            "@dortiz 午後7:32 · 2021年7月14日",
            "@dortiz [July 14, 2021](https://twitter.com/dortiz/status/1)",
            "@dortiz **July 14, 2021**",
            "@dortiz _July 14, 2021_",
            "@dortiz `July 14, 2021 <https://twitter.com/dortiz/status/1>`__",
            r"@d\_ortiz, 10:23 PM · Jul 14, 2022",
        ] {
            assert!(may_be_signed(input), "{input:?}");
        }
        for input in ["@dortiz", "@dortiz who", "@dortiz @kimlee", "@dortiz (the mayor)", "@dortiz\n- rain"] {
            assert!(!may_be_signed(input), "{input:?}");
        }
    }
}
