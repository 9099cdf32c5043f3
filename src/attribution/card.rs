//! The card in which Substack shows a tweet. It begins with the author's picture: `Twitter avatar for @dortiz`, as a
//! line, as the alternative text of an image, or as the text of a link around the whole card.

use nom::{
    Parser,
    bytes::complete::tag,
    character::complete::char,
    combinator::{consumed, opt},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::middle_dot,
    name_and_dash::NameLength,
    types::{Attribution, Consumed, Signature, TextPlace},
    widget_end::widget_end,
    widget_stamp::{HEAD, StampSearch},
};
use crate::{
    handle::{Handle, handle},
    markup::destination::{Destination, link_target},
    text::{
        offset::{Cursor, char_floor, first_bytes},
        parse::{IResult, repeated},
        steps,
        whitespace::{gap_len, gap0, is_line_break, is_whitespace, trim_gap_end},
    },
};

/// The words before the handle in the alternative text.
const LABELS: [&str; 2] = ["Twitter avatar for ", "X avatar for "];

/// `card`: the tweet whose author's picture is described just before the `@` at `at`.
pub(super) fn card(at: Cursor<'_>, stamps: &mut StampSearch) -> Option<Attribution> {
    let before = at.before();
    let picture = LABELS.iter().find_map(|label| before.strip_suffix(label))?;
    let document = at.document;
    let (body, (_, author)) = pictured_handle(at.moved_to(at.at + 1).after()).ok()?;
    let (name, from_handle, raw) = named_before(body, author)?;
    let text_start = document.len() - from_handle.len();
    let window = text_start..char_floor(document, text_start + HEAD);
    let (stamp, timestamp) = stamps.next(document, window)?;
    let text = document.get(text_start..stamp.start)?;
    steps::step(text.len());
    let text = opt(preceded(gap0, middle_dot)).parse(text).ok()?.0;
    let text = without_link_end(text);
    let text = text.get(gap_len(text)..).filter(|text| !text.is_empty() && !text.contains("(@"))?;
    let (rest, target) = card_end(at.moved_to(stamp.end).after()).ok()?;
    let signature = Signature {
        handle: (raw, author),
        date: Some((document.get(stamp)?, timestamp)),
        status_id: target.and_then(|target| target.status_of(author)),
    };
    let start = at.moved_to(at.previous_end + before_image(picture).len());
    Some(Attribution::new(start, name, signature, rest, TextPlace::Known(at.span_of(text))))
}

/// `pictured_handle`: the handle in the alternative text, and the markup of the image behind it.
fn pictured_handle(input: &str) -> IResult<&str, Consumed<'_, Handle>> {
    let markup = repeated(0, 2, preceded(gap0, preceded(char(']'), link_target)));
    terminated(consumed(handle), (markup, gap0)).parse(input)
}

/// The most bytes of a name with the gaps around it.
const NAME_WINDOW: usize = 300;

/// Splits `body` at the handle of `author` into the name, the rest and the handle as written.
///
/// Matching ends with the handle, because the text may follow without a space.
fn named_before(body: &str, author: Handle) -> Option<(&str, &str, &str)> {
    let window = first_bytes(body, NAME_WINDOW);
    steps::step(window.len() / 8);
    let (at, len) = memchr::memchr_iter(b'@', window.as_bytes())
        .find_map(|at| Some((at, written_len(body.get(at + 1..)?, author)?)))?;
    let name = body.get(..at)?.trim_matches(is_whitespace);
    let is_name = !name.is_empty() && !name.contains(is_line_break) && NameLength::of(name).fits();
    let (raw, rest) = body.get(at + 1..)?.split_at_checked(len)?;
    is_name.then_some((name, rest, raw))
}

/// How many bytes of `input` are `handle`, with the backslashes of Markdown.
fn written_len(input: &str, handle: Handle) -> Option<usize> {
    let mut expected = handle.as_str().bytes();
    let mut wanted = expected.next()?;
    for (at, byte) in input.bytes().enumerate() {
        match byte {
            b'\\' => {}
            byte if byte.eq_ignore_ascii_case(&wanted) => match expected.next() {
                Some(next) => wanted = next,
                None => return Some(at + 1),
            },
            _ => return None,
        }
    }
    None
}

/// `text` without the end of the link around it, and without the beginning of the next link.
fn without_link_end(text: &str) -> &str {
    let text = trim_gap_end(text);
    let text = trim_gap_end(text.strip_suffix('[').unwrap_or(text));
    let link = text.ends_with(')').then(|| text.rfind("](")).flatten();
    let target = link.and_then(|at| text.split_at_checked(at)).filter(|(_, target)| !target.contains(is_whitespace));
    // The destination of a link within the text has its bracket before it.
    let is_around =
        |text: &&str| text.rfind('[').is_none_or(|open| text.get(open..).is_some_and(|text| text.contains(']')));
    target.map(|(text, _)| text).filter(is_around).map_or(text, trim_gap_end)
}

/// `card_end`: a rule, counters, and the destination of the link around them.
fn card_end(input: &str) -> IResult<&str, Option<Destination>> {
    let rule = (gap0, tag("* * *"));
    let (rest, _) = (opt(rule), opt(widget_end)).parse(input)?;
    let linked = preceded((gap0, char(']')), link_target);
    let (rest, (target, _)) = (opt(linked), opt(widget_end)).parse(rest)?;
    Ok((rest, target))
}

/// `picture` without the markup that opens an image, and a link around it.
fn before_image(picture: &str) -> &str {
    let Some(image) = picture.strip_suffix("![") else { return picture };
    trim_gap_end(image).strip_suffix('[').unwrap_or(image)
}
