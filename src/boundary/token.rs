//! Tokens: the words and runs of symbols of the window.

pub(super) mod gap;

use gap::TokenGap;

/// How many tokens are kept; the first ones of a longer window are forgotten.
pub(super) const MOST_TOKENS: usize = 160;

/// A byte offset from the beginning of the window, which is a few KiB long at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WindowOffset(u16);

impl WindowOffset {
    pub(super) const ZERO: Self = Self(0);

    #[inline]
    pub(super) fn new(at: usize) -> Self {
        Self(u16::try_from(at).unwrap_or(u16::MAX))
    }

    /// The offset in the document of a window that begins at `window_start`.
    pub(super) fn in_document(self, window_start: usize) -> usize {
        window_start + usize::from(self.0)
    }
}

/// The class of a token, and of a character: that of the token that it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum TokenClass {
    /// A word that begins with a lowercase letter.
    Lower,
    /// A word that begins with an uppercase letter.
    Upper,
    /// A word all in uppercase. No character is of this class.
    AllUpper,
    /// Digits of any script.
    Number,
    /// Letters of one script that is written without spaces: Han, kana, Thai, Khmer, Lao, Burmese.
    Unspaced,
    /// A word of another script without case: Arabic, Hebrew, Devanagari, Hangul.
    Uncased,
    Hashtag,
    Mention,
    /// A URL of Twitter's own hosts: `t.co`, `pic.twitter.com`.
    TwitterUrl,
    Url,
    /// The destination of a Markdown link, or a URL in brackets, which was not part of the tweet.
    Destination,
    /// Ends a sentence.
    End,
    Colon,
    Comma,
    /// Opens a bracket or a quotation.
    Open,
    /// Closes a bracket or a quotation.
    Close,
    /// A straight quotation mark, which opens as well as closes.
    Quote,
    Dash,
    Emoji,
    /// Any other symbol: bullets, Markdown's markers, mathematics.
    Symbol,
    /// No token: whitespace and invisible characters.
    None,
}

impl TokenClass {
    pub(super) const COUNT: usize = Self::None as usize + 1;

    /// Words come first among the classes.
    pub(super) const fn is_word(self) -> bool {
        (self as u8) <= Self::Mention as u8
    }

    pub(super) const fn is_url(self) -> bool {
        matches!(self, Self::TwitterUrl | Self::Url)
    }
}

/// A word or a run of like symbols.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: WindowOffset,
    /// The length in bytes.
    pub(super) len: u16,
    pub(super) hash: u32,
    pub(super) class: TokenClass,
    pub(super) gap: TokenGap,
    /// Its share of the length of a tweet, the gap before it included.
    pub(super) weight: u8,
    /// The script family of its first letter.
    pub(super) family: u8,
    /// The markers (`>`) before its line.
    pub(super) depth: u8,
    /// The least number of markers among its line, an empty line above and the line of the token before. A quote begins
    /// where `depth` is greater, also behind another quote.
    pub(super) shared_depth: u8,
    /// The columns its line is indented by.
    pub(super) indent: u8,
    /// The line breaks in the gap before it.
    pub(super) breaks: u8,
    /// The language of a function word; 0 for any other token.
    pub(super) language: u8,
    /// Whether the gap before it touches a link, hashtag or mention, at which some tools break lines.
    pub(super) anchored: bool,
}

impl Token {
    /// Stands before the first token and behind the last.
    pub(super) const NONE: Self = Self { class: TokenClass::None, gap: TokenGap::InputEdge, ..Self::UNREAD };

    /// All zero bytes, so that an array of it compiles to memset.
    const UNREAD: Self = Self {
        start: WindowOffset::ZERO,
        len: 0,
        hash: 0,
        class: TokenClass::Lower,
        gap: TokenGap::None,
        weight: 0,
        family: 0,
        depth: 0,
        shared_depth: 0,
        indent: 0,
        breaks: 0,
        language: 0,
        anchored: false,
    };

    /// Whether a line begins there that no tool broke at a link.
    pub(super) fn is_line(&self) -> bool {
        self.gap == TokenGap::LineBreak && !self.anchored
    }

    /// Whether an empty line stands before it that no tool put beside a link.
    pub(super) fn is_paragraph(&self) -> bool {
        self.gap == TokenGap::EmptyLine && !self.anchored
    }

    /// Whether a line begins there that is no part of a wrapped one.
    pub(super) const fn starts_own_line(&self) -> bool {
        matches!(self.gap, TokenGap::LineBreak | TokenGap::EmptyLine | TokenGap::InputEdge)
    }

    pub(super) const fn starts_line(&self) -> bool {
        matches!(self.gap, TokenGap::Wrap | TokenGap::LineBreak | TokenGap::EmptyLine | TokenGap::InputEdge)
    }
}

/// The tokens of a window, in order.
pub(super) struct Tokens {
    items: [Token; MOST_TOKENS],
    len: usize,
    /// Whether the window's first tokens were forgotten.
    pub(super) cut: bool,
    /// Stands for the attribution: its gap, and the depth and the indentation of its line.
    pub(super) attribution: Token,
}

impl Tokens {
    /// An empty buffer, filled in place: returning it by value would copy several KiB.
    pub(super) const fn none() -> Self {
        Self { items: [Token::UNREAD; MOST_TOKENS], len: 0, cut: false, attribution: Token::UNREAD }
    }

    pub(super) fn as_slice(&self) -> &[Token] {
        self.items.get(..self.len).unwrap_or_default()
    }

    #[inline]
    pub(super) fn push(&mut self, token: Token) {
        if self.len == MOST_TOKENS {
            self.items.copy_within(MOST_TOKENS / 2.., 0);
            self.len = MOST_TOKENS / 2;
            self.cut = true;
        }
        if let Some(slot) = self.items.get_mut(self.len) {
            *slot = token;
            self.len += 1;
        }
    }
}
