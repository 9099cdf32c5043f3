//! The grammar of links, escapes and character references in Markdown and its kin, for attributions and cleaning alike.

pub(crate) mod character_reference;
pub(crate) mod destination;
pub(crate) mod element;
pub(crate) mod emphasis;
pub(crate) mod escape;
pub(crate) mod heading;
pub(crate) mod link;
pub(crate) mod remains;
pub(crate) mod string_escape;
pub(crate) mod tag;
pub(crate) mod tag_open;
