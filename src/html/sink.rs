//! The targets that words are written to: a `String`, or a fixed buffer on the stack where nothing may be allocated.

use alloc::string::String;

/// A target that words are written to.
pub(super) trait Sink {
    fn push(&mut self, piece: &str);

    /// How many bytes were written.
    fn len(&self) -> usize;
}

impl Sink for String {
    fn push(&mut self, piece: &str) {
        self.push_str(piece);
    }

    fn len(&self) -> usize {
        self.len()
    }
}

/// At most `N` bytes of text.
pub(super) struct Fixed<const N: usize> {
    bytes: [u8; N],
    len: usize,
    is_full: bool,
}

impl<const N: usize> Fixed<N> {
    pub(super) fn new() -> Self {
        Self { bytes: [0; N], len: 0, is_full: false }
    }

    /// What was written, up to the first piece that had no room.
    pub(super) fn beginning(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// What was written, if all of it had room.
    pub(super) fn whole(&self) -> Option<&str> {
        (!self.is_full).then(|| self.beginning())
    }
}

impl<const N: usize> Sink for Fixed<N> {
    fn push(&mut self, piece: &str) {
        let room = self.bytes.get_mut(self.len..).and_then(|rest| rest.get_mut(..piece.len()));
        match room {
            Some(room) if !self.is_full => {
                room.copy_from_slice(piece.as_bytes());
                self.len += piece.len();
            }
            _ => self.is_full = true,
        }
    }

    fn len(&self) -> usize {
        self.len
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_behind_what_had_no_room() {
        let mut buffer = Fixed::<4>::new();
        for piece in ["ab", "é"] {
            buffer.push(piece);
        }
        assert_eq!((buffer.whole(), buffer.len()), (Some("abé"), 4));
        for piece in ["c", ""] {
            buffer.push(piece);
        }
        assert_eq!((buffer.whole(), buffer.beginning()), (None, "abé"));
    }
}
