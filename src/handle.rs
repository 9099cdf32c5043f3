//! The handle of an account: `SMQureshiPTI` in `(@SMQureshiPTI)`.

use core::{cmp::Ordering, fmt, hash, str::FromStr};

use nom::{Parser, bytes::complete::take_while_m_n, combinator::map_opt};

use crate::{
    error::{ParseHandleError, ParseHandleErrorKind},
    text::{
        byte_set::ByteSet,
        chars::is_at_sign,
        padding::padded,
        parse::{IResult, parsed},
    },
};

/// The handle of an account, without its `@`: one to [`Handle::MAX_LEN`] ASCII letters, digits or underscores.
///
/// A small `Copy` value and not a slice: a Markdown converter writes `ma_salmon` as `ma\_salmon`, so that the handle
/// need not stand in the input as it is. Where it stands is [`Tweet::handle_span`](crate::Tweet::handle_span).
///
/// Handles are equal if they name the same account: to X, and so to `==`, `<` and `Hash`, ASCII letters have no case. A
/// string compares with a handle as the handle does, without `@`. [`as_str`](Handle::as_str) is what was written, and
/// tells more.
///
/// X allows 15 characters, but accounts from before that limit (2007) have up to 20, as
/// [twitter-text](https://github.com/twitter/twitter-text) does in mentions.
///
/// ```
/// use embedded_tweet::Handle;
///
/// let handle = Handle::new("@SMQureshiPTI")?;
/// assert_eq!(handle.as_str(), "SMQureshiPTI");
/// assert_eq!(handle.to_string(), "@SMQureshiPTI");
/// assert_eq!(handle, "smqureshipti");
/// assert_eq!(handle, Handle::new("＠smQureshiPti")?);
/// assert!(Handle::new("dana.bsky.social").is_err());
/// # Ok::<(), embedded_tweet::ParseHandleError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Handle {
    // Zero-filled behind the characters, so that their order is that of the strings.
    characters: [u8; Handle::MAX_LEN],
    len: u8,
}

impl Handle {
    /// The most characters that a handle has.
    ///
    /// ```
    /// # use embedded_tweet::Handle;
    /// assert!(Handle::new(&"a".repeat(Handle::MAX_LEN)).is_ok());
    /// assert!(Handle::new(&"a".repeat(Handle::MAX_LEN + 1)).is_err());
    /// ```
    pub const MAX_LEN: usize = 20;

    /// The handle that `text` is, with or without an `@` before it, also a full-width one: `＠dortiz`.
    ///
    /// ```
    /// use embedded_tweet::{Handle, ParseHandleErrorKind};
    ///
    /// assert_eq!(Handle::new("@dortiz")?, Handle::new("dortiz")?);
    /// assert_eq!(Handle::new("dana.dev").unwrap_err().kind(), ParseHandleErrorKind::InvalidCharacter);
    /// # Ok::<(), embedded_tweet::ParseHandleError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If nothing is there, a character is none of `[A-Za-z0-9_]`, or there are more than [`Handle::MAX_LEN`].
    pub fn new(text: &str) -> Result<Self, ParseHandleError> {
        let bare = text.strip_prefix(is_at_sign).unwrap_or(text);
        let offset = text.len() - bare.len();
        let mut handle = Self { characters: [0; Self::MAX_LEN], len: 0 };
        for (at, byte) in bare.bytes().enumerate() {
            if !is_handle_byte(byte) {
                return Err(ParseHandleError::new(ParseHandleErrorKind::InvalidCharacter, offset + at));
            }
            handle.push(byte).ok_or(ParseHandleError::new(ParseHandleErrorKind::TooLong, offset + at))?;
        }
        if bare.is_empty() {
            return Err(ParseHandleError::new(ParseHandleErrorKind::Empty, offset));
        }
        Ok(handle)
    }

    /// The handle `raw` without its backslashes; `None` if empty or too long.
    fn unescaped(raw: &str) -> Option<Self> {
        let mut handle = Self { characters: [0; Self::MAX_LEN], len: 0 };
        raw.bytes().filter(|&byte| byte != b'\\').try_for_each(|byte| handle.push(byte))?;
        (handle.len > 0).then_some(handle)
    }

    /// The handle `characters`, already checked; `None` if empty or too long.
    fn from_characters(characters: &str) -> Option<Self> {
        let mut handle = Self { characters: [0; Self::MAX_LEN], len: u8::try_from(characters.len()).ok()? };
        handle.characters.get_mut(..characters.len())?.copy_from_slice(characters.as_bytes());
        (handle.len > 0).then_some(handle)
    }

    fn push(&mut self, byte: u8) -> Option<()> {
        *self.characters.get_mut(usize::from(self.len))? = byte;
        self.len += 1;
        Some(())
    }

    /// The handle as it was written, without `@`.
    ///
    /// ```
    /// # use embedded_tweet::Handle;
    /// assert_eq!(Handle::new("@NASA")?.as_str(), "NASA");
    /// # Ok::<(), embedded_tweet::ParseHandleError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        let characters = self.characters.get(..usize::from(self.len)).unwrap_or_default();
        // Only ASCII is ever pushed.
        core::str::from_utf8(characters).unwrap_or_default()
    }

    /// The characters by which accounts are told apart.
    fn folded(&self) -> [u8; Self::MAX_LEN] {
        self.characters.map(|byte| byte.to_ascii_lowercase())
    }
}

/// `handle`: a handle without its `@`, with the backslashes of Markdown.
#[inline(always)]
#[expect(clippy::inline_always, reason = "saves 70 of 5,900 instructions a tweet")]
pub(crate) fn handle(input: &str) -> IResult<&str, Handle> {
    let head = input.as_bytes().get(..=Handle::MAX_LEN).unwrap_or(input.as_bytes());
    let len = head.iter().position(|&byte| !is_handle_byte(byte)).unwrap_or(head.len());
    match input.split_at_checked(len) {
        Some((raw, rest)) if !rest.starts_with('\\') => {
            parsed(Handle::from_characters(raw).map(|handle| (rest, handle)))
        }
        _ => escaped_handle(input),
    }
}

/// `escaped_handle`: a handle with backslashes in it.
fn escaped_handle(input: &str) -> IResult<&str, Handle> {
    let escaped = |c| c == '\\' || u8::try_from(c).is_ok_and(is_handle_byte);
    map_opt(take_while_m_n(1, 2 * Handle::MAX_LEN, escaped), Handle::unescaped).parse(input)
}

/// Whether handles are made of `byte`.
pub(crate) fn is_handle_byte(byte: u8) -> bool {
    static HANDLE_BYTES: ByteSet = ByteSet::of(&[(b'0', b'9'), (b'A', b'Z'), (b'_', b'_'), (b'a', b'z')]);
    HANDLE_BYTES.contains(byte)
}

impl fmt::Display for Handle {
    /// Writes the handle with its `@`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| write!(out, "@{}", self.as_str()))
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({:?})", self.as_str())
    }
}

impl AsRef<str> for Handle {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        *self == *other.as_str()
    }
}

impl Eq for Handle {}

impl PartialEq<str> for Handle {
    /// Whether the handle names the account `other`, which has no `@`.
    fn eq(&self, other: &str) -> bool {
        self.as_str().eq_ignore_ascii_case(other)
    }
}

impl PartialEq<&str> for Handle {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialEq<Handle> for str {
    fn eq(&self, other: &Handle) -> bool {
        other == self
    }
}

impl PartialEq<Handle> for &str {
    fn eq(&self, other: &Handle) -> bool {
        other == self
    }
}

impl Ord for Handle {
    /// The alphabetic order, in which letters have no case.
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(&other.folded())
    }
}

impl PartialOrd for Handle {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl hash::Hash for Handle {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

impl FromStr for Handle {
    type Err = ParseHandleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Handle {
    type Error = ParseHandleError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

    use super::*;

    #[test]
    fn malformed_handles_name_the_kind_and_the_place() {
        use ParseHandleErrorKind::{Empty, InvalidCharacter, TooLong};
        for (text, kind, offset) in [
            ("", Empty, 0),
            ("@", Empty, 1),
            ("dana.dev", InvalidCharacter, 4),
            ("@dana-o", InvalidCharacter, 5),
            ("@@dana", InvalidCharacter, 1),
            ("daná", InvalidCharacter, 3),
            ("a23456789012345678901", TooLong, 20),
        ] {
            let error = Handle::new(text).unwrap_err();
            assert_eq!((error.kind(), error.offset()), (kind, offset), "{text:?}");
        }
    }

    #[test]
    fn escapes_of_markdown_are_taken_off() {
        for (input, handle, len) in [
            ("dortiz) July", "dortiz", 6),
            (r"ma\_salmon) July", "ma_salmon", 10),
            (r"\_\_x\_\_", "__x__", 9),
            ("a2345678901234567890", "a2345678901234567890", 20),
        ] {
            let read = super::handle(input).ok();
            assert_eq!(read, Handle::new(handle).ok().map(|handle| (&input[len..], handle)), "{input:?}");
        }
        for input in ["", ")", r"\\", " a", "a23456789012345678901", r"a\2345678901234567890\1"] {
            assert!(super::handle(input).is_err(), "{input:?}");
        }
    }

    #[test]
    fn case_does_not_tell_accounts_apart() {
        let handle = |text| Handle::new(text).unwrap();
        let hash = |handle: Handle| BuildHasherDefault::<DefaultHasher>::default().hash_one(handle);
        for (one, other, is_same) in [
            ("NASA", "nasa", true),
            ("nasa", "@NaSa", true),
            ("＠nasa", "nasa", true),
            ("nasa", "nasa_", false),
            ("nas", "nasa", false),
            ("a_", "aZ", false),
        ] {
            let (one, other) = (handle(one), handle(other));
            assert_eq!(one == other, is_same, "{one} {other}");
            assert_eq!(one.cmp(&other).is_eq(), is_same, "{one} {other}");
            assert_eq!(one == other.as_str() && *other.as_str() == one, is_same, "{one} {other}");
            assert_eq!(hash(one) == hash(other), is_same, "{one} {other}");
        }
        assert_ne!(handle("nasa"), "@nasa");
    }

    #[test]
    fn order_is_that_of_the_letters_whatever_their_case() {
        let mut handles = ["b", "aB", "a", "C", "a_"].map(|text| Handle::new(text).unwrap());
        handles.sort_unstable();
        assert_eq!(handles.map(|handle| handle.to_string()), ["@a", "@a_", "@aB", "@b", "@C"]);
    }

    #[test]
    fn a_handle_is_padded_with_its_sign() {
        let handle = Handle::new("dortiz").unwrap();
        assert_eq!(format!("{handle:>9}|{handle:-<9}|{handle:^9}|{handle:.3}"), "  @dortiz|@dortiz--| @dortiz |@do");
    }
}
