//! Width and precision of values that are printed in several parts.

use alloc::string::String;
use core::fmt::{self, Write};

/// Writes what `write` writes, padded and cut as `f` asks for. Only then is something allocated.
pub(crate) fn padded(f: &mut fmt::Formatter<'_>, write: impl FnOnce(&mut dyn Write) -> fmt::Result) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write(f);
    }
    let mut whole = String::new();
    write(&mut whole)?;
    f.pad(&whole)
}
