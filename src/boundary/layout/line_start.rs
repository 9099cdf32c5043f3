//! The separators before lines.

/// The separator before a line at which the text may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::boundary) enum LineStart {
    LineBreak,
    EmptyLine,
    InputEdge,
    /// The previous quotation, on the same line.
    Quotation,
    /// The previous quotation, and a line break.
    QuotationBreak,
}

impl LineStart {
    pub(in crate::boundary) const COUNT: usize = Self::QuotationBreak as usize + 1;
}
