//! The words and marks of the stretch in which a tweet's text may begin.

use super::lexer::Lexer;

/// How many tokens are looked at; where there are more, the first ones are forgotten.
pub(super) const MOST_TOKENS: usize = 160;

/// A byte offset or length inside the window, which is some kilobytes long at most.
pub(super) type Offset = u16;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Class {
    /// A word that begins with a small letter.
    Lower,
    /// A word that begins with a capital.
    Upper,
    /// A word all in capitals.
    Capitals,
    Number,
    /// A run of letters of one unspaced script.
    Unspaced,
    /// A word of a script without capitals.
    Uncased,
    Tag,
    Mention,
    /// An address of twitter.com's own: `t.co`, `pic.twitter.com`.
    Short,
    Link,
    /// The target of a Markdown link, or an address in brackets: no part of what was tweeted.
    Target,
    End,
    Colon,
    Comma,
    Open,
    Close,
    Quote,
    Dash,
    Picture,
    Sign,
    /// No token.
    None,
}

impl Class {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 21] = [
        Self::Lower,
        Self::Upper,
        Self::Capitals,
        Self::Number,
        Self::Unspaced,
        Self::Uncased,
        Self::Tag,
        Self::Mention,
        Self::Short,
        Self::Link,
        Self::Target,
        Self::End,
        Self::Colon,
        Self::Comma,
        Self::Open,
        Self::Close,
        Self::Quote,
        Self::Dash,
        Self::Picture,
        Self::Sign,
        Self::None,
    ];

    pub(super) const fn is_word(self) -> bool {
        matches!(
            self,
            Self::Lower
                | Self::Upper
                | Self::Capitals
                | Self::Number
                | Self::Unspaced
                | Self::Uncased
                | Self::Tag
                | Self::Mention
        )
    }
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Gap {
    /// Nothing: the token touches the one before.
    None,
    Space,
    /// Two spaces or more, or a tabulator.
    Wide,
    /// A line break where the line was full.
    Wrap,
    Line,
    /// A line with nothing on it, or nothing but the block's marker.
    Blank,
    /// Nothing: the input begins.
    Edge,
}

impl Gap {
    /// The value of the gap before a place, told apart where the place is the end of the previous quotation.
    #[inline]
    pub(super) const fn edge(self, follows_quotation: bool) -> usize {
        self as usize + if follows_quotation { 7 } else { 0 }
    }
}

/// A word or a run of like marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: Offset,
    pub(super) end: Offset,
    pub(super) hash: u32,
    pub(super) class: Class,
    pub(super) gap: Gap,
    /// What it counts against the length of a tweet, the gap before it included.
    pub(super) weight: u8,
    /// Letters' family of scripts.
    pub(super) family: u8,
    /// The markers (`>`) before its line.
    pub(super) depth: u8,
    /// The columns its line is indented by.
    pub(super) indent: u8,
    /// How many line breaks are in the gap before it.
    pub(super) breaks: u8,
    /// The language it tells, if it is a function word; 0 for none.
    pub(super) language: u8,
    /// Whether the gap before it touches a link, tag or mention, at which some tools break lines.
    pub(super) anchored: bool,
}

impl Token {
    pub(super) const NONE: Self = Self {
        start: 0,
        end: 0,
        hash: 0,
        class: Class::None,
        gap: Gap::Edge,
        weight: 0,
        family: 0,
        depth: 0,
        indent: 0,
        breaks: 0,
        language: 0,
        anchored: false,
    };

    /// Stands where no token was read yet. All of it is zero, with which memory is filled fastest.
    const UNREAD: Self = Self { class: Class::Lower, gap: Gap::None, ..Self::NONE };

    /// Whether a line begins there, and not because a tool breaks lines at links.
    pub(super) fn is_line(&self) -> bool {
        self.gap == Gap::Line && !self.anchored
    }

    /// Whether a blank line stands before it, and not because a tool breaks lines at links.
    pub(super) fn is_paragraph(&self) -> bool {
        self.gap == Gap::Blank && !self.anchored
    }

    pub(super) const fn starts_line(&self) -> bool {
        matches!(self.gap, Gap::Wrap | Gap::Line | Gap::Blank | Gap::Edge)
    }
}

/// The tokens of a window, in their order.
pub(super) struct Tokens {
    items: [Token; MOST_TOKENS],
    len: usize,
    /// Whether the window's first token was forgotten.
    pub(super) cut: bool,
    /// What stands between the text and the attribution.
    pub(super) tail: Tail,
}

/// The gap between the text and the attribution, and the line the attribution stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    pub(super) gap: Gap,
    pub(super) depth: u8,
    pub(super) indent: u8,
    pub(super) breaks: u8,
}

impl Tokens {
    /// No tokens, to be filled: they are some kilobytes, which moving would copy.
    pub(super) const fn none() -> Self {
        let tail = Tail { gap: Gap::None, depth: 0, indent: 0, breaks: 0 };
        Self { items: [Token::UNREAD; MOST_TOKENS], len: 0, cut: false, tail }
    }

    /// Splits `window`, which begins a line if `at_line_start`, and looks at the gap that follows it.
    pub(super) fn read(&mut self, window: &str, tail: &str, at_line_start: bool) {
        let mut lexer = Lexer::new(window, at_line_start);
        let mut previous = Class::None;
        while let Some(token) = lexer.next(previous) {
            previous = token.class;
            self.push(token);
        }
        self.tail = lexer.tail(tail);
    }

    pub(super) fn as_slice(&self) -> &[Token] {
        self.items.get(..self.len).unwrap_or_default()
    }

    #[inline]
    fn push(&mut self, token: Token) {
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

#[cfg(test)]
impl Tokens {
    /// The tokens of `text`, with which a line begins.
    pub(super) fn of(text: &str) -> Self {
        let mut tokens = Self::none();
        tokens.read(text, "", true);
        tokens
    }
}
