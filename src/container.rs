//! Container: the string, cell, element or quote block around a quotation in a text that comes from another format.
//!
//! | container | what it looks like | module |
//! |---|---|---|
//! | a quote block | `#+begin_quote`, `____`, `\begin{quote}`, `<blockquote>`, `> [!quote]` | [`block`] |
//! | a string or a cell | `"text": "…"`, a cell between tabs or commas | [`cell`] |
//! | an escaped text | `…\n\n— NAME (@HANDLE) DATE\n\n…` | [`decoded`] |
//! | half-cleaned HTML | `<p>…</p>` | [`decoded`] |
//! | a gallery | `2.` between two tweets | [`gallery`] |
//!
//! A container bounds the text: where it holds nothing but the quotation, the text begins where the container does.
//! Otherwise the text is decoded into a buffer of fixed size, in which [`crate::boundary`] finds the beginning.

mod around;
mod block;
mod cell;
mod decoded;
mod gallery;
mod types;

pub(crate) use self::{
    around::{around, shows_format},
    block::callout,
    decoded::Decoded,
    gallery::{behind_lost_author, captioned, line_above},
    types::{Container, Reading},
};

/// The share of right beginnings among tweets in quote blocks, and in strings and cells that are no longer than a
/// tweet. Estimates: no labelled page has such tweets.
pub(crate) const QUOTES: f32 = 0.99;
pub(crate) const CELLS: f32 = 0.9;
