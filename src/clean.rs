//! The author's text, restored from a flattened one.
//!
//! A chain of stages, each of which borrows its input if there is nothing to do: escapes and tags, wikis' markup,
//! character references, line breaks, inline markup, whitespace.

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
mod wiki;

use alloc::borrow::Cow;

use evidence::Evidence;

use crate::{
    markup::character_reference::read_references,
    text::{
        cow_builder::CowBuilder,
        whitespace::{gap_len, is_line_break},
    },
};

/// The cleaned text of a tweet; `following` is the rest of the quotation after it.
pub(crate) fn clean<'t>(text: &'t str, following: &str) -> Cow<'t, str> {
    let text = encoding::decode(text, following);
    let text = if following.ends_with("}}") { then(text, wiki::read_links) } else { text };
    let text = then(text, read_references);
    let evidence = Evidence::new(&text, following);
    let text = then(text, |text| unwrap::unwrap_lines(text, &evidence));
    let text = then(text, |text| inline_markup::read_markup(text, &evidence));
    then(text, unwrap::tidy)
}

/// The cleaned display name of a tweet's author, in one line; `quotation` is the quotation around the name.
pub(crate) fn clean_name<'t>(name: &'t str, quotation: &str) -> Cow<'t, str> {
    let evidence = Evidence::new(quotation, quotation);
    let name = encoding::decode(name, "");
    let name = then(name, read_references);
    let name = if quotation.starts_with("{{") { then(name, wiki::read_links) } else { name };
    let name = then(name, in_one_line);
    let name = then(name, |name| inline_markup::read_markup(name, &evidence));
    then(name, unwrap::tidy)
}

/// `text` with a space for each gap in which a line ends.
fn in_one_line(text: &str) -> Cow<'_, str> {
    let mut builder = CowBuilder::new(text);
    let mut rest = text;
    while let Some((line, gap)) = rest.find(is_line_break).and_then(|at| rest.split_at_checked(at)) {
        builder.push(line);
        builder.push(" ");
        rest = gap.get(gap_len(gap).max(1)..).unwrap_or_default();
    }
    builder.push(rest);
    builder.finish()
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
