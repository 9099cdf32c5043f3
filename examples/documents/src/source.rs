//! Byte streams, decompressed by their first bytes.

use std::{
    fmt,
    io::{self, BufRead, BufReader, Read},
};

use crate::{gzip::Members, zstd::Frames};

/// Bytes read from a file at once.
const CHUNK: usize = 256 << 10;

/// The formats that are decompressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// All members of a gzip file.
    Gzip,
    /// All frames of a zstd file.
    Zstd,
}

impl Compression {
    /// The format that begins with these bytes. A zstd file may begin with a frame to skip, as those of `pzstd` do.
    fn of(magic: &[u8]) -> Option<Self> {
        match magic {
            [0x1f, 0x8b, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd] | [0x50..=0x5f, 0x2a, 0x4d, 0x18] => Some(Self::Zstd),
            _ => None,
        }
    }
}

impl fmt::Display for Compression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        })
    }
}

/// A file's name without the ending of its compression.
pub fn without_compression(name: &str) -> &str {
    [".gz", ".zst", ".zstd"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// An error of a decoder in words.
pub fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the file ends in the middle of its compressed data".into(),
        _ => error.to_string(),
    }
}

/// A stream of decompressed bytes, and how many of them were read.
pub struct Source {
    stream: BufReader<Box<dyn Read + Send>>,
    compression: Option<Compression>,
    at: u64,
}

impl Source {
    /// Decompresses zstd in Rust alone: nobody needs a C compiler for it.
    ///
    /// # Errors
    ///
    /// If the first bytes cannot be read.
    pub fn new(raw: impl Read + Send + 'static) -> io::Result<Self> {
        Self::with_zstd(raw, |raw| Ok(Box::new(Frames::new(raw))))
    }

    /// Decompresses all members of a gzip file, and by `zstd` all frames of a zstd file: large ones are put together
    /// from them, and a decoder of one would end quietly after the first.
    ///
    /// # Errors
    ///
    /// If the first bytes cannot be read.
    pub fn with_zstd(
        mut raw: impl Read + Send + 'static,
        zstd: impl FnOnce(Box<dyn BufRead + Send>) -> io::Result<Box<dyn Read + Send>>,
    ) -> io::Result<Self> {
        let mut magic = Vec::new();
        raw.by_ref().take(4).read_to_end(&mut magic)?;
        let compression = Compression::of(&magic);
        let raw = io::Cursor::new(magic).chain(raw);
        let stream: Box<dyn Read + Send> = match compression {
            None => Box::new(raw),
            Some(Compression::Gzip) => Box::new(Members::new(BufReader::with_capacity(CHUNK, raw))),
            Some(Compression::Zstd) => zstd(Box::new(BufReader::with_capacity(CHUNK, raw)))?,
        };
        Ok(Self { stream: BufReader::with_capacity(CHUNK, stream), compression, at: 0 })
    }

    /// The format that the stream is stored in.
    pub fn compression(&self) -> Option<Compression> {
        self.compression
    }

    /// Bytes read so far.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// The bytes that follow; none at the end.
    ///
    /// # Errors
    ///
    /// If they cannot be read or decompressed.
    pub fn peek(&mut self) -> io::Result<&[u8]> {
        loop {
            match self.stream.fill_buf() {
                Ok(_) => return self.stream.fill_buf(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn consume(&mut self, len: usize) {
        self.stream.consume(len);
        self.at += len as u64;
    }

    /// Hands the next `len` bytes to `to`, part by part; false if the stream ends before.
    ///
    /// # Errors
    ///
    /// If they cannot be read or decompressed.
    pub fn take(&mut self, mut len: u64, mut to: impl FnMut(&[u8])) -> io::Result<bool> {
        while len > 0 {
            let there = self.peek()?;
            if there.is_empty() {
                return Ok(false);
            }
            let part = there.get(..usize::try_from(len).unwrap_or(usize::MAX)).unwrap_or(there);
            let taken = part.len();
            to(part);
            self.consume(taken);
            len -= taken as u64;
        }
        Ok(true)
    }

    /// Appends the bytes up to and with the next line feed to `to`, but no more than `most` bytes of them, and returns
    /// how many there are before the line feed; `None` at the end.
    pub(crate) fn line(&mut self, to: &mut Vec<u8>, most: usize) -> io::Result<Option<u64>> {
        let start = self.at;
        loop {
            let room = (most as u64).saturating_sub(self.at - start);
            let there = self.peek()?;
            let end = memchr::memchr(b'\n', there);
            let part = there.get(..end.map_or(there.len(), |end| end + 1)).unwrap_or(there);
            let taken = part.len();
            to.extend_from_slice(part.get(..usize::try_from(room).unwrap_or(usize::MAX)).unwrap_or(part));
            self.consume(taken);
            let len = self.at - start;
            if taken == 0 || end.is_some() {
                return Ok((len > 0).then_some(len - u64::from(end.is_some())));
            }
        }
    }

    /// Whether a line can be read without asking the stream for more.
    pub(crate) fn has_line(&self) -> bool {
        memchr::memchr(b'\n', self.stream.buffer()).is_some()
    }
}
