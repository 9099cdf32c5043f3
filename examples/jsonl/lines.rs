//! The lines of a stream, in memory that follows the longest of them and not their number.

use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 1 << 16;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A line without the break that ends it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line<'l> {
    Whole(&'l [u8]),
    /// A line that was longer than allowed, and was read over.
    TooLong {
        len: u64,
    },
}

pub(crate) struct Lines {
    source: Box<dyn Read>,
    buffer: Vec<u8>,
    /// The part of `buffer` that was read and not handed out.
    start: usize,
    end: usize,
    /// Up to where `buffer` holds no line break after `start`.
    searched: usize,
    max_line: usize,
    number: u64,
    at_end: bool,
}

impl Lines {
    pub(crate) fn new(source: Box<dyn Read>, max_line: usize) -> Self {
        let buffer = vec![0; CHUNK];
        Self { source, buffer, start: 0, end: 0, searched: 0, max_line, number: 0, at_end: false }
    }

    /// How many lines were handed out.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Whether the source has to be asked, and may be waited for, before there is a line.
    pub(crate) fn must_read(&mut self) -> bool {
        !self.at_end && self.find_break().is_none()
    }

    /// The next line, also where no break ends the last one.
    ///
    /// An error of the source ends the lines: what it gave of a line is no line.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        let mut passed_over = 0;
        let (from, to, after) = loop {
            if let Some(at) = self.find_break() {
                break (self.start, at, at + 1);
            }
            if self.end - self.start > self.max_line {
                passed_over += (self.end - self.start) as u64;
                (self.start, self.end, self.searched) = (0, 0, 0);
            }
            if self.at_end || !self.read_more()? {
                self.at_end = true;
                if self.start == self.end && passed_over == 0 {
                    return Ok(None);
                }
                break (self.start, self.end, self.end);
            }
        };
        (self.start, self.searched) = (after, after);
        self.number += 1;
        let line = self.buffer.get(from..to).unwrap_or_default();
        let len = passed_over + line.len() as u64;
        if passed_over > 0 || line.len() > self.max_line {
            return Ok(Some(Line::TooLong { len }));
        }
        let line = if self.number == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line) } else { line };
        Ok(Some(Line::Whole(line.strip_suffix(b"\r").unwrap_or(line))))
    }

    fn find_break(&mut self) -> Option<usize> {
        let unsearched = self.buffer.get(self.searched..self.end)?;
        let found = memchr::memchr(b'\n', unsearched).map(|at| self.searched + at);
        self.searched = found.unwrap_or(self.end);
        found
    }

    /// Reads what the source has, up to a chunk; `false` at its end.
    fn read_more(&mut self) -> io::Result<bool> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.searched -= self.start;
            self.start = 0;
        }
        if self.buffer.len() - self.end < CHUNK / 2 {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        loop {
            let free = self.buffer.get_mut(self.end..).unwrap_or_default();
            match self.source.read(free) {
                Ok(len) => {
                    self.end += len;
                    return Ok(len > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}
