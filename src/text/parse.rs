//! nom's result with an error that carries nothing: no production's error is ever looked at, and an empty one costs
//! nothing.
//!
//! A production is a `fn(&str) -> IResult<&str, T>`. Where one fails, the caller tries the next form. Rules that need
//! the place in the document take a [`Cursor`](super::offset::Cursor) and return an `Option`.

use nom::{Parser, multi::fold_many_m_n};

/// The outcome of a production: what follows it, and what it read.
pub(crate) type IResult<I, O> = nom::IResult<I, O, ()>;

/// The production read `value` with `rest` behind it, if there is something.
pub(crate) fn parsed<T>(found: Option<(&str, T)>) -> IResult<&str, T> {
    found.ok_or(nom::Err::Error(()))
}

/// The production does not match.
pub(crate) fn mismatch<'t, T>() -> IResult<&'t str, T> {
    Err(nom::Err::Error(()))
}

/// `parser`, from `least` to `most` times; what it reads is dropped, so that nothing is allocated.
pub(crate) fn repeated<'t, O>(
    least: usize,
    most: usize,
    parser: impl Parser<&'t str, Output = O, Error = ()>,
) -> impl Parser<&'t str, Output = (), Error = ()> {
    fold_many_m_n(least, most, parser, || (), |(), _| ())
}
