//! The container of a quotation, and the helpers that its kinds share.

use core::ops::Range;

use crate::{
    boundary::Site,
    markup::{
        element::{Apart, apart},
        remains::{left_tag, remains0},
    },
};

/// Whether the attribution ends with the link of an embed's date in HTML.
pub(super) fn is_html(site: &Site<'_>) -> bool {
    site.document.get(..site.end).is_some_and(|document| document.ends_with("/a>"))
}

/// Where the text begins behind `start`, and behind remains of the format.
pub(super) fn text_start(site: &Site<'_>, start: usize) -> usize {
    let text = site.text_from(start);
    remains0(text).map_or(start, |(rest, ())| site.text_end - rest.len())
}

/// The container of a quotation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Container {
    /// The text begins here or later.
    pub(crate) start: usize,
    /// The span that the quotation covers at least: with the first and last lines of a block.
    pub(crate) outer: Range<usize>,
    pub(crate) reading: Reading,
}

/// How the text of a container is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A quote block that holds nothing else.
    Quote,
    /// A string or a cell that holds nothing else.
    Whole,
    /// The place of a text that has no words, only a picture.
    Nothing,
    /// An encoded text, which may hold other text as well.
    Encoded(Encoding),
    /// An embed in HTML with tags within its text: only [`crate::html`] reads it.
    Html,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Plain,
    /// As a string of JSON or Python.
    Escaped,
    /// As such a string within another one.
    EscapedTwice,
    /// With tags of HTML.
    Tagged,
}

/// Whether the text from `start` on has tags other than line breaks: only [`crate::html`] reads such a text.
pub(super) fn is_broken(site: &Site<'_>, start: usize) -> bool {
    let text = site.text_from(start);
    let is_inline = |at| {
        let tag = text.get(at..).and_then(|text| left_tag(text).ok());
        tag.is_some_and(|(_, tag)| apart(tag.name) != Apart::Break)
    };
    memchr::memchr_iter(b'<', text.as_bytes()).any(is_inline)
}
