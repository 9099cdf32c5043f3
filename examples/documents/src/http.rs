//! An HTTP response as a WARC record holds it: a status line, fields, a blank line, and the body as it was sent.
//!
//! Crawlers often store the body decoded and leave the fields that say how it was encoded as they were. So a body is
//! decoded only where it is encoded.

use std::{
    borrow::Cow,
    fmt,
    io::{self, Read},
};

use flate2::bufread::{MultiGzDecoder, ZlibDecoder};

/// Why there is no page in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoPage {
    /// Its type is another than HTML's.
    OtherType,
    /// Its body is encoded in a way that is not decoded here, such as `br`, or is damaged.
    Encoded,
    /// It is not UTF-8.
    OtherCharset,
    /// It is longer than allowed once it is decoded.
    TooLong,
}

impl fmt::Display for NoPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherType => "not HTML",
            Self::Encoded => "encoded",
            Self::OtherCharset => "not UTF-8",
            Self::TooLong => "too long",
        })
    }
}

/// The fields of a response that are used.
#[derive(Debug, Default)]
struct Head<'r> {
    is_html: bool,
    is_chunked: bool,
    encoding: Option<&'r str>,
}

/// The page in `response`, of at most `most` bytes.
///
/// # Errors
///
/// If it holds none, or one that cannot be read.
pub fn page(response: &[u8], most: usize) -> Result<Cow<'_, str>, NoPage> {
    let (head, body) = parts(response);
    if !head.is_html {
        return Err(NoPage::OtherType);
    }
    let body = if head.is_chunked { dechunked(body) } else { None }.map_or(Cow::Borrowed(body), Cow::Owned);
    let body = match head.encoding {
        Some(encoding) => decoded(body, encoding, most)?,
        None => body,
    };
    match body {
        Cow::Borrowed(body) => std::str::from_utf8(body).map(Cow::Borrowed).map_err(|_| NoPage::OtherCharset),
        Cow::Owned(body) => String::from_utf8(body).map(Cow::Owned).map_err(|_| NoPage::OtherCharset),
    }
}

/// The head of `response`, and its body.
fn parts(response: &[u8]) -> (Head<'_>, &[u8]) {
    let mut head = Head::default();
    let mut rest = response;
    while let Some((line, after)) = line(rest) {
        rest = after;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = std::str::from_utf8(line).ok().and_then(|line| line.split_once(':')) {
            head.read(name, value.trim());
        }
    }
    (head, rest)
}

impl<'r> Head<'r> {
    fn read(&mut self, name: &str, value: &'r str) {
        let is = |other: &str| value.eq_ignore_ascii_case(other);
        match name.to_ascii_lowercase().as_str() {
            "content-type" => {
                let kind = value.split(';').next().unwrap_or_default().trim();
                self.is_html =
                    ["text/html", "application/xhtml+xml"].iter().any(|known| known.eq_ignore_ascii_case(kind));
            }
            "transfer-encoding" => self.is_chunked = is("chunked"),
            "content-encoding" => self.encoding = (!is("identity") && !value.is_empty()).then_some(value),
            _ => {}
        }
    }
}

/// The first line of `bytes` without its end, and what follows it; `None` without an end.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (line, rest) = bytes.split_at_checked(memchr::memchr(b'\n', bytes)?)?;
    Some((line.strip_suffix(b"\r").unwrap_or(line), rest.get(1..)?))
}

/// `body` without the lengths of its chunks; `None` if it has none.
fn dechunked(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let (size, after) = line(rest)?;
        let size = std::str::from_utf8(size).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let (chunk, after) = after.split_at_checked(size)?;
        whole.extend_from_slice(chunk);
        rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n"))?;
    }
}

/// `body` decoded, if it is encoded.
fn decoded<'r>(body: Cow<'r, [u8]>, encoding: &str, most: usize) -> Result<Cow<'r, [u8]>, NoPage> {
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(encoding));
    match *body {
        [0x1f, 0x8b, ..] if is(&["gzip", "x-gzip"]) => whole(MultiGzDecoder::new(&*body), most),
        [0x78, ..] if is(&["deflate"]) => whole(ZlibDecoder::new(&*body), most),
        // The crawler decoded it.
        [b'<' | b' ' | b'\t' | b'\r' | b'\n' | 0xef, ..] => Ok(body),
        _ => Err(NoPage::Encoded),
    }
}

fn whole(from: impl Read, most: usize) -> Result<Cow<'static, [u8]>, NoPage> {
    let mut body = Vec::new();
    let read: io::Result<usize> = from.take(most as u64 + 1).read_to_end(&mut body);
    match read {
        Ok(len) if len > most => Err(NoPage::TooLong),
        Ok(_) => Ok(Cow::Owned(body)),
        Err(_) => Err(NoPage::Encoded),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write};

    use super::*;

    const PAGE: &str = "<p>So glad!</p>";

    fn response(fields: &str, body: &[u8]) -> Vec<u8> {
        [b"HTTP/1.1 200 OK\r\n", fields.as_bytes(), b"\r\n\r\n", body].concat()
    }

    fn read(fields: &str, body: &[u8]) -> Result<String, NoPage> {
        page(&response(fields, body), 100).map(Cow::into_owned)
    }

    #[test]
    fn a_page_is_told_by_its_type() {
        for fields in [
            "Content-Type: text/html",
            "content-type: TEXT/HTML; charset=utf-8\r\nServer: x:y",
            "Server: x\r\nContent-Type:application/xhtml+xml",
        ] {
            assert_eq!(read(fields, PAGE.as_bytes()), Ok(PAGE.into()), "{fields}");
        }
        for fields in ["Content-Type: application/json", "Server: x", "X-Content-Type: text/html"] {
            assert_eq!(read(fields, PAGE.as_bytes()), Err(NoPage::OtherType), "{fields}");
        }
        assert_eq!(read("Content-Type: text/html", b"caf\xe9"), Err(NoPage::OtherCharset));
        assert_eq!(page(b"", 100), Err(NoPage::OtherType));
        assert_eq!(page(b"HTTP/1.0 200 OK\nContent-Type: text/html\n\na", 100), Ok("a".into()));
    }

    #[test]
    fn chunks_are_joined_where_there_are_any() {
        let fields = "Content-Type: text/html\r\nTransfer-Encoding: chunked";
        assert_eq!(read(fields, b"4;a=b\r\n<p>S\r\nB\r\no glad!</p>\r\n0\r\n\r\n"), Ok(PAGE.into()));
        // Whoever stored it joined them, or lost some.
        for body in [PAGE, "4\r\n<p>S\r\nff\r\no glad", "-1\r\n"] {
            assert_eq!(read(fields, body.as_bytes()), Ok(body.into()));
        }
    }

    #[test]
    fn an_encoding_is_taken_off_where_it_is_there() {
        let fields = |encoding| format!("Content-Type: text/html\r\nContent-Encoding: {encoding}");
        let mut gzip = write::GzEncoder::new(Vec::new(), Compression::fast());
        let mut zlib = write::ZlibEncoder::new(Vec::new(), Compression::fast());
        let written = gzip.write_all(PAGE.as_bytes()).and_then(|()| zlib.write_all(PAGE.as_bytes()));
        let (Ok(()), Ok(gzip), Ok(zlib)) = (written, gzip.finish(), zlib.finish()) else { return };
        for (encoding, body) in [
            ("gzip", &gzip[..]),
            ("x-GZIP", &gzip),
            ("deflate", &zlib),
            ("identity", PAGE.as_bytes()),
            ("gzip", PAGE.as_bytes()),
        ] {
            assert_eq!(read(&fields(encoding), body), Ok(PAGE.into()), "{encoding}");
        }
        assert_eq!(read(&fields("br"), b"\x0b\x02\x80abc\x03"), Err(NoPage::Encoded));
        assert_eq!(read(&fields("gzip"), &gzip[..20]), Err(NoPage::Encoded));
        let gzip = response(&fields("gzip"), &gzip);
        assert_eq!(page(&gzip, PAGE.len()), Ok(PAGE.into()));
        assert_eq!(page(&gzip, PAGE.len() - 1), Err(NoPage::TooLong));
    }
}
