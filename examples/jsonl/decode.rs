//! Files as streams of their content, whether they are plain or compressed.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Error, ErrorKind, Read},
    path::Path,
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// The content of the file at `path`, or of standard input for `-`.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    if path.as_os_str() == "-" {
        return decode(io::stdin().lock());
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::new(ErrorKind::NotFound, "no such file"),
        _ => error,
    })?;
    if file.metadata()?.is_dir() {
        return Err(Error::new(ErrorKind::IsADirectory, "is a directory"));
    }
    decode(file)
}

/// `source` without the compression that its first bytes tell of.
pub(crate) fn decode(mut source: impl Read + 'static) -> io::Result<Box<dyn Read>> {
    let mut magic = Vec::new();
    source.by_ref().take(4).read_to_end(&mut magic)?;
    let (is_gzip, is_zstd) = (magic.starts_with(GZIP), magic.starts_with(ZSTD) || is_skippable(&magic));
    let whole = BufReader::with_capacity(1 << 16, io::Cursor::new(magic).chain(source));
    Ok(match () {
        () if is_gzip => Box::new(Checked { source: MultiGzDecoder::new(whole), format: "gzip" }),
        () if is_zstd => Box::new(Checked { source: ZstdFrames::new(whole), format: "zstd" }),
        () => Box::new(whole),
    })
}

/// Whether a zstd frame begins here that holds no content, such as `pzstd` writes.
fn is_skippable(magic: &[u8]) -> bool {
    matches!(magic, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
}

/// Says in its errors which format is broken, and how.
struct Checked<R> {
    source: R,
    format: &'static str,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.source.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            ErrorKind::UnexpectedEof => Error::new(error.kind(), format!("the {} data is cut short", self.format)),
            kind => Error::new(kind, format!("broken {} data: {error}", self.format)),
        })
    }
}

/// The content of a zstd stream, frame after frame.
struct ZstdFrames<R> {
    source: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: BufRead> ZstdFrames<R> {
    fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), in_frame: false }
    }

    /// Goes to the next frame that holds content; `false` at the end of the stream.
    fn begin_frame(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let skipped = io::copy(&mut self.source.by_ref().take(length.into()), &mut io::sink())?;
                    if skipped < length.into() {
                        return Err(ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(untangle(Error::other(error))),
            }
        }
        Ok(false)
    }

    /// Decodes until there is content to read, or the frame ends.
    fn fill_decoder(&mut self) -> io::Result<()> {
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            let decoded = self.decoder.decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1));
            decoded.map_err(|error| untangle(Error::other(error)))?;
        }
        Ok(())
    }

    fn check_frame(&self) -> io::Result<()> {
        let told = self.decoder.get_checksum_from_data();
        if told.is_some() && told != self.decoder.get_calculated_checksum() {
            return Err(Error::new(ErrorKind::InvalidData, "checksum mismatch"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.in_frame {
                self.in_frame = self.begin_frame()?;
                if !self.in_frame {
                    return Ok(0);
                }
            }
            self.fill_decoder()?;
            let len = self.decoder.read(buffer)?;
            if len > 0 {
                return Ok(len);
            }
            self.in_frame = false;
            self.check_frame()?;
        }
        Ok(0)
    }
}

/// `error`, or the end of the data if that is what is behind it.
fn untangle(error: Error) -> Error {
    let mut cause = error.get_ref().map(|inner| inner as &(dyn std::error::Error + 'static));
    while let Some(inner) = cause {
        if inner.downcast_ref::<Error>().is_some_and(|inner| inner.kind() == ErrorKind::UnexpectedEof) {
            return ErrorKind::UnexpectedEof.into();
        }
        cause = inner.source();
    }
    error
}
