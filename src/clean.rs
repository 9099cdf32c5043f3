//! The author's text, restored from a flattened one.
//!
//! A chain of stages, each of which borrows its input if there is nothing to do: escapes and tags, character references, line breaks, inline
//! markup, whitespace.

mod block;
mod encoding;
pub(crate) mod entity_edge;
mod escape;
mod evidence;
mod hard_wrap;
mod inline_markup;
mod split_link;
mod unwrap;
mod width;

use alloc::borrow::Cow;

use evidence::Evidence;

use crate::markup::character_reference::read_references;

/// The cleaned text of a tweet; `following` is the rest of the quotation after it.
pub(crate) fn clean<'t>(text: &'t str, following: &str) -> Cow<'t, str> {
    let text = encoding::decode(text, following);
    let text = then(text, read_references);
    let evidence = Evidence::new(&text, following);
    let text = then(text, |text| unwrap::unwrap_lines(text, &evidence));
    let text = then(text, |text| inline_markup::read_markup(text, &evidence));
    then(text, unwrap::tidy)
}

/// `text` after `stage`.
fn then<'t>(text: Cow<'t, str>, stage: impl for<'s> FnOnce(&'s str) -> Cow<'s, str>) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => stage(text),
        Cow::Owned(text) => match stage(&text) {
            Cow::Owned(cleaned) => Cow::Owned(cleaned),
            Cow::Borrowed(same) if same.len() == text.len() => Cow::Owned(text),
            Cow::Borrowed(part) => Cow::Owned(part.into()),
        },
    }
}
