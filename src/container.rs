//! Container: what a quotation stands in where a text was taken out of another format, or has quote blocks of its markup.
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
//! Otherwise the text is decoded into a buffer of fixed size, and [`crate::boundary`] is asked about that.

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

/// The share of beginnings that are right, if what stands there is a tweet: of quote blocks, and of strings and cells that hold no
/// more than fits into a tweet. Estimates: no labelled page has such tweets.
pub(crate) const QUOTES: f32 = 0.99;
pub(crate) const CELLS: f32 = 0.9;
