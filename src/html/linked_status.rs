//! The tweet that a link names, and the parts of such a link.

use chrono::NaiveDate;

use super::value::decoded;
use crate::{
    handle::Handle,
    link::{StatusAddress, status_address},
    status_id::StatusId,
};

/// A tweet that markup names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Status {
    pub(super) id: StatusId,
    pub(super) handle: Option<Handle>,
}

impl Status {
    /// The tweet at `address`, its references not read.
    pub(super) fn at(address: &str) -> Option<Self> {
        decoded(address, |address| status_address(address).map(Self::from))
    }
}

impl From<StatusAddress<'_>> for Status {
    fn from(address: StatusAddress<'_>) -> Self {
        Self { id: address.id, handle: address.handle }
    }
}

/// A link to a tweet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatusLink<'p> {
    pub(super) status: Status,
    /// The address, its references not read.
    pub(super) address: &'p str,
    /// Where its tag begins.
    pub(super) start: usize,
    pub(super) text_start: usize,
    pub(super) text_end: usize,
    /// Behind its end tag.
    pub(super) end: usize,
    pub(super) shown: Shown,
    /// Where the content of the widget's quotation begins that the link stands in or behind.
    pub(super) quotation: Option<usize>,
    /// The day in place of a text without a date: the day of `<time datetime>`, or of a time with a date behind it.
    pub(super) day: Option<NaiveDate>,
}

/// The kind of a link's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Nothing,
    Date,
    Address,
    Words,
}
