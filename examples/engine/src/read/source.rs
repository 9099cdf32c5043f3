//! Byte streams, decompressed by what they begin with.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
};

use flate2::bufread::MultiGzDecoder;

/// Bytes read from a file at once.
const CHUNK: usize = 256 << 10;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// A stream of decompressed bytes, and how many of them were read.
pub(super) struct Source {
    stream: Box<dyn BufRead + Send>,
    at: u64,
}

impl Source {
    pub(super) fn open(path: &str) -> io::Result<Self> {
        Self::new(File::open(path)?)
    }

    /// Of all members of a gzip file, and of all frames of a zstd file: that is how large ones are put together, and a
    /// decoder of one would end quietly after the first.
    pub(super) fn new(raw: impl Read + Send + 'static) -> io::Result<Self> {
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
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Replaces `line` by the next line with its line feed, or by `most` bytes of it if it is longer; by nothing at the
    /// end.
    pub(super) fn line(&mut self, line: &mut Vec<u8>, most: u64) -> io::Result<()> {
        line.clear();
        self.at += self.stream.by_ref().take(most).read_until(b'\n', line)? as u64;
        Ok(())
    }

    /// The next `len` bytes, or fewer if the stream ends before.
    pub(super) fn block(&mut self, len: u64) -> io::Result<Vec<u8>> {
        let mut block = Vec::new();
        self.at += self.stream.by_ref().take(len).read_to_end(&mut block)? as u64;
        Ok(block)
    }

    /// Passes over `len` bytes, and tells over how many: fewer if the stream ends before.
    pub(super) fn skip(&mut self, len: u64) -> io::Result<u64> {
        let skipped = io::copy(&mut self.stream.by_ref().take(len), &mut io::sink())?;
        self.at += skipped;
        Ok(skipped)
    }
}
