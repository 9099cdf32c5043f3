//! The attribution, the result of reading any form.

use core::ops::Range;

use crate::{
    date::Timestamp,
    handle::Handle,
    markup::remains::{trim_remains_end, without_record_border},
    status_id::StatusId,
    text::{offset::Cursor, whitespace::trim_gap_end},
};

/// A value behind the slice that it was read from, as nom's `consumed` returns them.
pub(super) type Consumed<'t, T> = (&'t str, T);

/// An attribution in a document; all offsets are the document's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The first byte of the dash, or of the name where the dash was lost.
    pub(crate) start: usize,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) handle: Handle,
    /// The handle as it stands in the document: escapes included, without `@`.
    pub(crate) handle_span: Range<usize>,
    pub(crate) stamp: Option<Timestamp>,
    pub(crate) date_span: Option<Range<usize>>,
    pub(crate) status_id: Option<StatusId>,
    /// After the date's last character, or after the markup that closes its link.
    pub(crate) end: usize,
    pub(crate) text: TextPlace,
}

/// The place of the text that an attribution belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TextPlace {
    /// Before the attribution: the text ends here, whitespace excluded, and its beginning is still to be found.
    Before { end: usize },
    /// Around the author: the first part is like [`Before`](Self::Before), the second stands between handle and date.
    Around { end: usize, continuation: Range<usize> },
    /// Behind the author: both ends are known.
    Known(Range<usize>),
    /// Between marks of its own, as in a citation: both ends are known.
    Delimited(Range<usize>),
}

/// The parts of an attribution that its productions read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signature<'t> {
    pub(super) handle: Consumed<'t, Handle>,
    pub(super) date: Option<Consumed<'t, Timestamp>>,
    pub(super) status_id: Option<StatusId>,
}

impl Attribution {
    /// The attribution that begins at `start` and ends before `rest`; `name` is empty where there is none.
    #[inline]
    pub(super) fn new(start: Cursor<'_>, name: &str, signature: Signature<'_>, rest: &str, text: TextPlace) -> Self {
        let Signature { handle: (raw_handle, handle), date, status_id } = signature;
        Self {
            start: start.at,
            name: (!name.is_empty()).then(|| start.span_of(name)),
            handle,
            handle_span: start.span_of(raw_handle),
            stamp: date.map(|(_, stamp)| stamp),
            date_span: date.map(|(raw, _)| start.span_of(raw)),
            status_id,
            end: start.document.len() - rest.len(),
            text,
        }
    }
}

impl TextPlace {
    /// Where the text ends that stands before the attribution, if it does.
    pub(crate) fn end_before(&self) -> Option<usize> {
        match self {
            Self::Before { end } | Self::Around { end, .. } => Some(*end),
            Self::Known(_) | Self::Delimited(_) => None,
        }
    }

    /// Where the text ends, or its first part.
    pub(crate) fn end(&self) -> usize {
        match self {
            Self::Before { end } | Self::Around { end, .. } => *end,
            Self::Known(text) | Self::Delimited(text) => text.end,
        }
    }

    /// The place of a text before the attribution that begins at `start`.
    #[inline]
    pub(super) fn before(start: Cursor<'_>) -> Self {
        Self::Before {
            end: start.previous_end + trim_remains_end(trim_gap_end(without_record_border(start.before()))).len(),
        }
    }
}
