//! The attribution of a tweet: `— NAME (@HANDLE) DATE`, in the forms that flattening leaves of it.
//!
//! An anchor is an `@`, or the `]` of a link. Around one, each form is tried in a window that is bounded:
//!
//! | module | form |
//! |---|---|
//! | [`canonical`] | `TEXT — NAME (@HANDLE) DATE`, its date lost too, however it was damaged |
//! | [`bare`] | `TEXT — @HANDLE DATE`, `TEXT NAME @HANDLE · TIME · DATE`: the parentheses are missing |
//! | [`rendered`] | `NAME @HANDLE · Follow TEXT TIME · DATE`: the text of a rendered widget |
//! | [`citation`] | `NAME (@HANDLE) on X, DATE: "TEXT"` |
//! | [`date_link`] | `TEXT [DATE](status URL)`: only the date's link is left |

mod citation;
mod dash;
mod date_link;
mod handle_and_date;
mod lookalikes;
mod name_and_dash;
mod standard;
mod text_end;
mod unbracketed;
mod widget;

use core::ops::Range;

use nom::Offset;

use self::name_and_dash::Lead;
pub(crate) use self::widget::StampSearch;
use crate::{date::Timestamp, handle::Handle, status_id::StatusId, text::whitespace::trim_gap_end};

/// An attribution in a document; all offsets are the document's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The first byte of the dash, or of the name where the dash was lost.
    pub(crate) start: usize,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) handle: Handle,
    /// The handle as it is written, without `@`.
    pub(crate) handle_span: Range<usize>,
    pub(crate) stamp: Option<Timestamp>,
    pub(crate) date_span: Option<Range<usize>>,
    pub(crate) status_id: Option<StatusId>,
    /// After the date's last character, or after the markup that closes its link.
    pub(crate) end: usize,
    pub(crate) text: TextPlace,
}

/// Where the text is that an attribution belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TextPlace {
    /// Before the attribution; it ends here, white space not included, and where it begins is to be found.
    Before { end: usize },
    /// Behind the author: it is known whole.
    Known(Range<usize>),
}

/// The search for attributions in a document.
#[derive(Debug, Clone)]
pub(crate) struct Finder<'t> {
    pub(crate) document: &'t str,
    /// Whether a quotation is one whose date was dropped.
    pub(crate) undated: bool,
    /// The end of the previous quotation: nothing before it belongs to the next.
    pub(crate) floor: usize,
    stamps: StampSearch,
}

impl<'t> Finder<'t> {
    pub(crate) fn new(document: &'t str, undated: bool) -> Self {
        Self { document, undated, floor: 0, stamps: StampSearch::default() }
    }

    /// The attribution of which the `@` at `at` begins the handle, if there is one.
    pub(crate) fn at_sign(&mut self, at: usize) -> Option<Attribution> {
        let Self { document, floor, .. } = *self;
        match handle_and_date::opening_len(document.get(floor..at)?) {
            Some(opening) => standard::canonical(document, floor, at - opening, self.undated)
                .or_else(|| citation::citation(document, floor, at - opening)),
            None if !handle_and_date::may_sign(document.get(at..)?) => None,
            None => unbracketed::bare(document, floor, at)
                .or_else(|| widget::rendered(document, floor, at, &mut self.stamps)),
        }
    }

    /// The attribution of which the `]` at `at` ends the date's text, if there is one.
    pub(crate) fn at_bracket(&self, at: usize) -> Option<Attribution> {
        date_link::date_link(self.document, self.floor, at)
    }
}

/// The bytes of `document` that `part`, a slice of it, takes up.
fn span_of(document: &str, part: &str) -> Range<usize> {
    let start = document.offset(part);
    start..start + part.len()
}

/// The end of the text before the attribution that begins at `start`.
fn text_before(document: &str, floor: usize, start: usize) -> TextPlace {
    TextPlace::Before { end: floor + document.get(floor..start).map_or(0, |text| trim_gap_end(text).len()) }
}

/// The span of the name in `lead`, if it has one.
fn name_span(lead: &Lead) -> Option<Range<usize>> {
    (lead.name_start < lead.name_end).then_some(lead.name_start..lead.name_end)
}
