//! The lines of a stream.

use std::io;

use crate::Source;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What was read of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// All of it.
    Whole,
    /// It was longer than allowed, and was read over.
    TooLong {
        /// Its bytes, without the line feed.
        len: u64,
    },
}

/// Reads a stream line by line, in memory that is bounded by the longest line allowed.
pub struct Lines {
    source: Source,
    number: u64,
    most: usize,
}

impl Lines {
    /// A line of more than `most` bytes is too long.
    pub fn new(source: Source, most: usize) -> Self {
        Self { source, number: 0, most }
    }

    /// How many lines were read.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The stream that the lines are of.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Whether the stream has to be asked, and may be waited for, before there is a line.
    pub fn may_wait(&self) -> bool {
        !self.source.has_line()
    }

    /// Appends the next line with its line feed to `to`; `None` at the end. A line that is too long leaves `to` as it
    /// was.
    ///
    /// # Errors
    ///
    /// If the stream cannot be read on from here; the part of a line before the error is no line.
    pub fn next(&mut self, to: &mut Vec<u8>) -> io::Result<Option<Line>> {
        let start = to.len();
        // One more for the line feed.
        let Some(len) = self.source.line(to, self.most.saturating_add(1))? else { return Ok(None) };
        self.number += 1;
        if len > self.most as u64 {
            to.truncate(start);
            return Ok(Some(Line::TooLong { len }));
        }
        let read = to.get(start..).unwrap_or_default();
        if self.number == 1 && read.starts_with(BYTE_ORDER_MARK) {
            to.drain(start..start + BYTE_ORDER_MARK.len());
        }
        Ok(Some(Line::Whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of at most 5 bytes with their numbers, and how long the others are.
    fn read(bytes: &'static [u8]) -> io::Result<Vec<(u64, Result<String, u64>)>> {
        let mut lines = Lines::new(Source::new(bytes)?, 5);
        let mut all = Vec::new();
        loop {
            let mut line = Vec::new();
            let read = match lines.next(&mut line)? {
                None => return Ok(all),
                Some(Line::Whole) => Ok(String::from_utf8_lossy(&line).into_owned()),
                Some(Line::TooLong { len }) => Err(len),
            };
            all.push((lines.number(), read));
        }
    }

    #[test]
    fn lines_are_counted_and_long_ones_read_over() -> io::Result<()> {
        let whole = |line: &str| Ok(line.to_owned());
        assert_eq!(read(b"")?, []);
        assert_eq!(read(b"\n12345\r\n")?, [(1, whole("\n")), (2, Err(6))]);
        assert_eq!(
            read(b"12345\n123456\n1234567\n12")?,
            [(1, whole("12345\n")), (2, Err(6)), (3, Err(7)), (4, whole("12"))]
        );
        assert_eq!(read(b"123456")?, [(1, Err(6))]);
        Ok(())
    }

    #[test]
    fn a_byte_order_mark_is_left_out_of_the_first_line() -> io::Result<()> {
        let whole = |line: &str| Ok(line.to_owned());
        assert_eq!(read("\u{feff}1\n\u{feff}2".as_bytes())?, [(1, whole("1\n")), (2, whole("\u{feff}2"))]);
        Ok(())
    }
}
