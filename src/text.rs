//! The leaf that every other module may use: character classes, whitespace, byte offsets, and the step counter of
//! tests.

pub(crate) mod byte_set;
pub(crate) mod case;
pub(crate) mod chars;
pub(crate) mod comment;
pub(crate) mod cow_builder;
pub(crate) mod digits;
pub(crate) mod list_item;
pub(crate) mod offset;
pub(crate) mod padding;
pub(crate) mod parse;
pub(crate) mod script;
pub(crate) mod steps;
pub(crate) mod table_file;
pub(crate) mod whitespace;
