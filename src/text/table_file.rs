//! Data files with a row a line, and comments before the first row, read at compile time. A malformed file does not
//! compile.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, clippy::panic, reason = "evaluated at compile time, where a panic is an error")
)]

/// The rows of `file`, behind its comments.
pub(crate) const fn rows(file: &str) -> &[u8] {
    let mut rest = file.as_bytes();
    while let [b'#', ..] = rest {
        (_, rest) = split_at_byte(rest, b'\n');
    }
    rest
}

/// How many rows `file` has.
pub(crate) const fn row_count(file: &str) -> usize {
    let mut rest = rows(file);
    let mut count = 0;
    while !rest.is_empty() {
        (_, rest) = split_at_byte(rest, b'\n');
        count += 1;
    }
    count
}

/// The rows of `file`, of which there are [`row_count`].
pub(crate) const fn lines<const ROWS: usize>(file: &'static str) -> [&'static str; ROWS] {
    let mut lines = [""; ROWS];
    let mut rest = rows(file);
    let mut line;
    let mut row = 0;
    while row < ROWS {
        (line, rest) = split_at_byte(rest, b'\n');
        lines[row] = text(line);
        row += 1;
    }
    lines
}

/// The bytes before the first `end`, and those behind it.
pub(crate) const fn split_at_byte(bytes: &[u8], end: u8) -> (&[u8], &[u8]) {
    let mut len = 0;
    while bytes[len] != end {
        len += 1;
    }
    let (field, rest) = bytes.split_at(len);
    (field, rest.split_at(1).1)
}

/// The text of a field.
pub(crate) const fn text(field: &[u8]) -> &str {
    match core::str::from_utf8(field) {
        Ok(text) => text,
        Err(_) => panic!("a field ends within a character"),
    }
}
