//! The text before an attribution with its escapes and tags decoded, in a buffer of fixed size.

use memchr::memchr2;

use super::types::{Container, Encoding};
use crate::{
    boundary::Site,
    markup::{
        element::{Apart, apart},
        remains::left_tag,
        string_escape::any_escape,
    },
    text::{
        comment::comment_len,
        offset::{char_ceil, first_bytes},
        steps,
    },
};

/// The most bytes before the end of the text that are decoded.
const BEFORE: usize = 3000;
/// The most bytes behind the attribution that are decoded.
const AFTER: usize = 200;
/// Room for both, for the attribution and for what decoding adds.
const SIZE: usize = 5120;

/// A decoded quotation with its surroundings.
pub(crate) struct Decoded {
    buffer: [u8; SIZE],
    len: usize,
    /// Where the decoded text begins in the document, and how it is written.
    start: usize,
    encoding: Encoding,
    /// In the buffer.
    previous_end: usize,
    text_end: usize,
    attribution: usize,
    end: usize,
}

impl Decoded {
    /// Decodes the surroundings of `site` within `container`.
    pub(crate) fn new(site: &Site<'_>, container: &Container, encoding: Encoding) -> Self {
        let earliest = container.start.max(site.text_end.saturating_sub(BEFORE));
        let start = char_ceil(site.document, earliest).min(site.text_end);
        let mut decoded =
            Self { buffer: [0; SIZE], len: 0, start, encoding, previous_end: 0, text_end: 0, attribution: 0, end: 0 };
        if site.previous_end > 0 && start == site.previous_end {
            decoded.push("\n");
            decoded.previous_end = 1;
        }
        let slice = |from: usize, to: usize| site.document.get(from..to).unwrap_or_default();
        decoded.decode(slice(start, site.text_end));
        decoded.text_end = decoded.len;
        decoded.decode(slice(site.text_end, site.attribution));
        decoded.attribution = decoded.len;
        let attribution = slice(site.attribution, site.end);
        decoded.push(first_bytes(attribution, SIZE.saturating_sub(decoded.len + 400)));
        decoded.end = decoded.len;
        let after = site.after();
        decoded.decode(first_bytes(after, AFTER));
        decoded
    }

    fn decode(&mut self, source: &str) {
        let encoding = self.encoding;
        pieces(source, encoding, self.len, |_, piece| {
            self.push(piece);
            true
        });
    }

    /// Appends `piece`, as far as there is room.
    fn push(&mut self, piece: &str) {
        let piece = first_bytes(piece, SIZE - self.len);
        if let Some(slot) = self.buffer.get_mut(self.len..self.len + piece.len()) {
            slot.copy_from_slice(piece.as_bytes());
            self.len += piece.len();
        }
    }

    fn text(&self) -> &str {
        self.buffer.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// `site` in the decoded text.
    pub(crate) fn site<'s>(&'s self, site: &Site<'s>) -> Site<'s> {
        Site {
            document: self.text(),
            previous_end: self.previous_end,
            text_end: self.text_end,
            attribution: self.attribution,
            end: self.end,
            ..*site
        }
    }

    /// The place in the document of the byte at `at` in the decoded text.
    pub(crate) fn in_document(&self, document: &str, at: usize) -> usize {
        let source = document.get(self.start..).unwrap_or_default();
        let (mut read, mut found) = (self.previous_end, None);
        pieces(source, self.encoding, self.previous_end, |from, piece| {
            if at < read + piece.len() {
                let is_raw = source.get(from..).is_some_and(|source| source.starts_with(piece));
                found = Some(from + if is_raw { at.saturating_sub(read) } else { 0 });
            }
            read += piece.len();
            found.is_none()
        });
        self.start + found.unwrap_or(source.len())
    }
}

/// Passes the decoded pieces of `source`, each with its place, to `take` until it returns false; `written` bytes
/// precede them.
fn pieces(source: &str, encoding: Encoding, written: usize, mut take: impl FnMut(usize, &str) -> bool) {
    let mut breaks = if written == 0 { 2 } else { 0 };
    let mut rest = source;
    while !rest.is_empty() {
        let at = source.len() - rest.len();
        let special = match encoding {
            Encoding::Plain => None,
            Encoding::Escaped | Encoding::EscapedTwice => memchr2(b'\\', b'<', rest.as_bytes()),
            Encoding::Tagged => memchr2(b'<', b'<', rest.as_bytes()),
        };
        let raw_len = special.unwrap_or(rest.len());
        steps::step(raw_len + 1);
        if let Some((raw, after)) = rest.split_at_checked(raw_len).filter(|(raw, _)| !raw.is_empty()) {
            // Between the tags of two blocks, the page's own line breaks are whitespace.
            let is_blank = raw.bytes().all(|byte| byte.is_ascii_whitespace());
            if !(encoding == Encoding::Tagged && is_blank && breaks > 0) {
                breaks = 0;
                if !take(at, raw) {
                    return;
                }
            }
            rest = after;
            continue;
        }
        let (after, piece, ends) = special_piece(rest, encoding);
        if let Some(piece) = piece {
            if !take(at, piece.encode_utf8(&mut [0; 4])) {
                return;
            }
            breaks = 0;
        }
        while breaks < ends {
            breaks += 1;
            if !take(at, "\n") {
                return;
            }
        }
        rest = after;
    }
}

/// The rest behind the escape or tag at the beginning of `input`, and its decoded value: a character, or line breaks.
fn special_piece(input: &str, encoding: Encoding) -> (&str, Option<char>, usize) {
    if matches!(encoding, Encoding::Escaped | Encoding::EscapedTwice) {
        if let Ok((after, c)) = any_escape(input, encoding == Encoding::EscapedTwice) {
            return (after, c, 0);
        }
    }
    let comment = comment_len(input);
    if comment > 0 {
        return (input.get(comment..).unwrap_or_default(), None, 0);
    }
    if let Ok((after, tag)) = left_tag(input) {
        let breaks = match apart(tag.name) {
            Apart::Paragraph => 2,
            Apart::Line => 1,
            Apart::Break => return (after, Some('\n'), 0),
            Apart::Space => return (after, Some(' '), 0),
            Apart::Not => 0,
        };
        return (after, None, breaks);
    }
    let mut chars = input.chars();
    let c = chars.next();
    (chars.as_str(), c, 0)
}

#[cfg(test)]
mod tests {
    use std::{string::String, vec::Vec};

    use super::*;

    #[test]
    fn tags_are_breaks_or_nothing() {
        for (source, decoded) in [
            ("So glad!<br>Oh", "So glad!\nOh"),
            ("So <b>glad</b>!", "So glad!"),
            ("So glad!<p>Oh", "So glad!\n\nOh"),
            ("So glad!</p>\n<p>Oh", "So glad!\n\nOh"),
            ("So glad!<li>Oh", "So glad!\nOh"),
            ("So<!-- so -->glad!", "Soglad!"),
        ] {
            let mut found = String::new();
            pieces(source, Encoding::Tagged, 1, |_, piece| {
                found.push_str(piece);
                true
            });
            assert_eq!(found, decoded, "{source:?}");
        }
    }

    #[test]
    fn no_piece_is_passed_on_behind_the_last_one_that_is_wanted() {
        for wanted in 1..=5 {
            let mut taken = Vec::new();
            pieces("So glad!<p>Oh<br>my", Encoding::Tagged, 1, |at, piece| {
                taken.push((at, String::from(piece)));
                taken.len() < wanted
            });
            let all = [(0, "So glad!"), (8, "\n"), (8, "\n"), (11, "Oh"), (13, "\n"), (17, "my")];
            let expected: Vec<_> = all[..wanted].iter().map(|(at, piece)| (*at, String::from(*piece))).collect();
            assert_eq!(taken, expected);
        }
    }
}
