//! The attribution of a tweet: `— NAME (@HANDLE) DATE`, in the forms that flattening leaves of it.
//!
//! An anchor is an `@`. The productions of [`tail`] say whether a bracketed handle and a date stand there; [`lead`] then
//! finds dash and name before them. Everything works in a bounded window around the anchor.

mod credit;
mod dash;
mod ending;
mod lead;
mod tail;
mod target;

use core::ops::Range;

use nom::Offset;

use self::lead::Lead;
use self::tail::BracketedHandle;
use crate::{
    date::{self, Stamp},
    handle::Handle,
    space::{gap0, trim_gap_end},
    status::StatusId,
};

/// An attribution in a document; all offsets are the document's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The first byte of the dash, or of the name where the dash was lost.
    pub(crate) start: usize,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) handle: Handle,
    /// The handle as it is written, without `@`.
    pub(crate) handle_span: Range<usize>,
    pub(crate) stamp: Option<Stamp>,
    pub(crate) date_span: Option<Range<usize>>,
    pub(crate) status_id: Option<StatusId>,
    /// After the date's last character, or after the markup that closes its link.
    pub(crate) end: usize,
    /// The end of the text before it, white space not included.
    pub(crate) text_end: usize,
}

/// The attribution of which the `@` at `at` begins the handle, if there is one; nothing before `floor` belongs to it.
pub(crate) fn attribution(document: &str, floor: usize, at: usize) -> Option<Attribution> {
    let open = at - tail::opening_len(document.get(floor..at)?)?;
    let (after_handle, bracketed) = tail::bracketed_handle(document.get(open..)?).ok()?;
    let (rest, _) = gap0(after_handle).ok()?;
    let (rest, dated) = tail::dated(rest).ok()?;
    if date::trailing_time(rest).is_ok() {
        // Bluesky's embeds copy the shape, and print the time of day behind the date.
        return None;
    }
    let lead = lead::lead(document, floor, open)?;
    let text = trim_gap_end(document.get(floor..lead.start)?);
    let name = name(document, &lead, &bracketed);
    if credit::is_credit(document, &lead, text) {
        return None;
    }
    let span_of = |written: &str| document.offset(written)..document.offset(written) + written.len();
    Some(Attribution {
        start: lead.start,
        name,
        handle: bracketed.handle,
        handle_span: span_of(bracketed.written),
        stamp: Some(dated.stamp),
        date_span: Some(span_of(dated.written)),
        status_id: dated.status_id,
        end: document.len() - rest.len(),
        text_end: floor + text.len(),
    })
}

/// The name's span, without the `[` of a link that holds name and handle.
fn name(document: &str, lead: &Lead, bracketed: &BracketedHandle<'_>) -> Option<Range<usize>> {
    let written = document.get(lead.name_start..lead.name_end)?;
    let bare = if bracketed.closes_link { written.strip_prefix('[').unwrap_or(written) } else { written };
    (!bare.is_empty()).then(|| lead.name_end - bare.len()..lead.name_end)
}
