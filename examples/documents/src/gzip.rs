//! Gzip with all its members.

use std::io::{self, BufRead, Error, ErrorKind, Read};

use flate2::bufread::GzDecoder;

/// The content of a gzip stream, member after member. Zeros behind the last member are padding, as tapes have it.
pub(crate) struct Members<R> {
    /// Between two reads there is one of them.
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> Members<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { member: Some(GzDecoder::new(source)) }
    }

    /// Goes to the next member; `false` at the end.
    fn next(&mut self) -> io::Result<bool> {
        let Some(member) = self.member.take() else { return Ok(false) };
        let mut source = member.into_inner();
        loop {
            let there = source.fill_buf()?;
            match there {
                [] => return Ok(false),
                [0x1f, ..] => break,
                [0, ..] => {
                    let zeros = there.iter().take_while(|&&byte| byte == 0).count();
                    source.consume(zeros);
                }
                _ => return Err(Error::new(ErrorKind::InvalidData, "other bytes follow the last gzip member")),
            }
        }
        self.member = Some(GzDecoder::new(source));
        Ok(true)
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let len = member.read(buffer)?;
            if len > 0 || buffer.is_empty() {
                return Ok(len);
            }
            self.next()?;
        }
        Ok(0)
    }
}
