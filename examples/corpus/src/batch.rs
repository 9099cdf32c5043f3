//! Records on their way from a file to the cores.

use std::{fmt, ops::Range};

/// A batch is full at this many bytes, or at [`RECORDS`].
const BYTES: usize = 2 << 20;
const RECORDS: usize = 8192;

/// Records of one file, in order, with all their bytes in one place.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) records: Vec<Record>,
}

/// A document, or what could not become one.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) place: Place,
    pub(crate) content: Content,
}

/// What a record holds; the ranges are of [`Batch::bytes`], which is not known to be UTF-8 yet.
#[derive(Debug)]
pub(crate) enum Content {
    /// A line of JSON.
    Json(Range<usize>),
    /// A text, and its id where it has one.
    Text { id: Option<Range<usize>>, text: Range<usize> },
    /// What a server answered, and the address where it is known.
    Response { id: Option<Range<usize>>, response: Range<usize> },
    /// Not even read.
    Bad(String),
}

/// Where in a file a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Line, from 1.
    Line(u64),
    /// Row of a table, from 1.
    Row(u64),
    /// Byte of the decompressed file, from 0.
    Byte(u64),
    /// The file as a whole.
    Whole,
}

impl fmt::Display for Place {
    /// What is put between the file's name and the complaint.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, ":{line}"),
            Self::Row(row) => write!(f, ": row {row}"),
            Self::Byte(byte) => write!(f, ": byte {byte}"),
            Self::Whole => Ok(()),
        }
    }
}

impl Batch {
    pub(crate) fn clear(&mut self) {
        self.records.clear();
        self.bytes.clear();
        // One huge record is no reason to keep its memory for the rest of the run.
        self.bytes.shrink_to(2 * BYTES);
    }

    pub(crate) fn is_full(&self) -> bool {
        self.bytes.len() >= BYTES || self.records.len() >= RECORDS
    }

    pub(crate) fn push(&mut self, place: Place, content: Content) {
        self.records.push(Record { place, content });
    }

    /// Copies `bytes` in, and tells where they are.
    pub(crate) fn store(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        start..self.bytes.len()
    }

    pub(crate) fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }
}
