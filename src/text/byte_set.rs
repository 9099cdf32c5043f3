//! A set of bytes, looked up in a table that is built when the crate is compiled.

/// A set of bytes.
#[derive(Debug)]
pub(crate) struct ByteSet([bool; 256]);

impl ByteSet {
    /// The bytes from the first to the last of each range.
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
    pub(crate) const fn of(mut ranges: &[(u8, u8)]) -> Self {
        let mut bytes = [false; 256];
        while let [(first, last), others @ ..] = ranges {
            let mut byte = *first as usize;
            while byte <= *last as usize {
                bytes[byte] = true;
                byte += 1;
            }
            ranges = others;
        }
        Self(bytes)
    }

    /// Whether `byte` is in the set.
    pub(crate) fn contains(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).is_some_and(|&is_in| is_in)
    }
}
