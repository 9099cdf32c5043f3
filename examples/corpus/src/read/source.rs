//! Byte streams, decompressed by what they begin with.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
};

use anyhow::{Context, Result};
use flate2::bufread::MultiGzDecoder;

use crate::{input::Shard, progress::Progress};

/// Bytes read from a file at once.
const CHUNK: usize = 256 << 10;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// A stream of decompressed bytes, and how many of them were read.
pub(crate) struct Source {
    stream: Box<dyn BufRead + Send>,
    at: u64,
}

impl Source {
    pub(crate) fn open(shard: &Shard, progress: &Progress) -> Result<Self> {
        let raw: Box<dyn Read + Send> =
            if shard.path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(&shard.path)?) };
        Self::new(Counted { raw, progress: progress.clone() }).context("cannot be read")
    }

    /// Of all members of a gzip file, and of all frames of a zstd file: that is how large ones are put together, and a
    /// decoder of one would end quietly after the first.
    pub(crate) fn new(raw: impl Read + Send + 'static) -> io::Result<Self> {
        let mut raw = BufReader::with_capacity(CHUNK, raw);
        let beginning = raw.fill_buf()?;
        let stream: Box<dyn BufRead + Send> = if beginning.starts_with(GZIP) {
            Box::new(BufReader::with_capacity(CHUNK, MultiGzDecoder::new(raw)))
        } else if beginning.starts_with(ZSTD) {
            Box::new(BufReader::with_capacity(CHUNK, zstd::Decoder::with_buffer(raw)?))
        } else {
            Box::new(raw)
        };
        Ok(Self { stream, at: 0 })
    }

    /// Bytes read so far.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    /// The bytes that are there without waiting; none at the end.
    pub(crate) fn peek(&mut self) -> io::Result<&[u8]> {
        loop {
            match self.stream.fill_buf() {
                Ok(_) => return self.stream.fill_buf(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub(crate) fn consume(&mut self, len: usize) {
        self.stream.consume(len);
        self.at += len as u64;
    }

    /// Appends what is left of `len` bytes to `to`; false if the stream ends before.
    pub(crate) fn take(&mut self, mut len: u64, mut to: impl FnMut(&[u8])) -> io::Result<bool> {
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

    /// Appends what is there up to and with the next line feed to `to`, but no more than `most` bytes of it, and tells how
    /// many bytes the line has; 0 at the end.
    pub(crate) fn line(&mut self, to: &mut Vec<u8>, most: usize) -> io::Result<usize> {
        let mut len = 0;
        loop {
            let there = self.peek()?;
            let end = memchr::memchr(b'\n', there);
            let part = there.get(..end.map_or(there.len(), |end| end + 1)).unwrap_or(there);
            let room = most.saturating_sub(len);
            to.extend_from_slice(part.get(..room).unwrap_or(part));
            let taken = part.len();
            len += taken;
            self.consume(taken);
            if taken == 0 || end.is_some() {
                return Ok(len);
            }
        }
    }
}

/// Tells the progress bar how far a file is.
struct Counted {
    raw: Box<dyn Read + Send>,
    progress: Progress,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.raw.read(to)?;
        self.progress.bytes(len as u64);
        Ok(len)
    }
}
