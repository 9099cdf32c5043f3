//! Lexer: splits the window into tokens.
//!
//! Written by hand and not with nom: it reads each byte of the window once, and takes most of the time of an
//! extraction.

pub(super) mod hash;
mod plain;
mod word;

use super::{
    char_class::{class_of, family},
    function_words::language,
    token::{Token, TokenClass, Tokens, WindowOffset, gap::TokenGap},
};
use crate::{
    length::{LINK_WEIGHT, char_weight, weight_without_links},
    link::{Link, LinkKind, Links},
    text::{
        chars::{is_at_sign, is_hash_sign},
        whitespace::{is_line_break, is_line_marker},
    },
};
use hash::{WordHash, hash};
use plain::plain;
use word::{number_len, part, run_len, unspaced_len, word};

/// The narrowest line that can be a full one, and the widest that tools wrap at.
const FULL_LINES: core::ops::RangeInclusive<u16> = 66..=104;
/// Reads the tokens of `window`, which begins a line if `at_line_start`, and `gap`, which separates it from the
/// attribution.
pub(super) fn read(tokens: &mut Tokens, window: &str, gap: &str, at_line_start: bool) {
    let mut lexer = Lexer::new(window, at_line_start);
    let mut previous = TokenClass::None;
    while let Some(token) = lexer.next(previous) {
        previous = token.class;
        tokens.push(token);
    }
    tokens.attribution = lexer.attribution(gap);
}

struct Lexer<'t> {
    window: &'t str,
    at: usize,
    links: Links<'t>,
    /// The next link of the window.
    link: Option<Link<'t>>,
    depth: u8,
    shared_depth: u8,
    indent: u8,
    breaks: u8,
    /// The width of the line so far.
    column: u16,
    at_line_start: bool,
}

impl<'t> Lexer<'t> {
    fn new(window: &'t str, at_line_start: bool) -> Self {
        let mut links = Links::new(window);
        let link = links.next();
        let (at, depth, shared_depth, indent, breaks, column) = (0, 0, 0, 0, 0, 0);
        Self { window, at, links, link, depth, shared_depth, indent, breaks, column, at_line_start }
    }

    /// A token for the attribution behind `gap`.
    fn attribution(self, gap: &str) -> Token {
        let mut lexer = Lexer { window: gap, at: 0, at_line_start: false, ..self };
        let gap = lexer.gap();
        Token { gap, depth: lexer.depth, indent: lexer.indent, breaks: lexer.breaks, ..Token::NONE }
    }

    /// The next token; `previous` is the class of the one before.
    #[inline]
    fn next(&mut self, previous: TokenClass) -> Option<Token> {
        let gap = self.gap();
        let until = self.link.map_or(self.window.len(), |link| link.span().start);
        if until == self.at {
            return self.link(gap, previous);
        }
        // A link ends a word that it is glued to.
        let bytes = self.window.as_bytes().get(self.at..until)?;
        match plain(bytes) {
            // All ASCII: a character counts one.
            Some(shape) => Some(self.token(shape, shape.1, u8::from(shape.0.is_word()), gap, previous)),
            None => self.any_token(until, gap, previous),
        }
    }

    /// The token of the link that begins here, if one does.
    #[cold]
    fn link(&mut self, gap: TokenGap, previous: TokenClass) -> Option<Token> {
        let link = self.link?;
        self.link = self.links.next();
        let in_brackets = gap == TokenGap::None && previous == TokenClass::Open;
        let (class, weight) = match link.kind() {
            _ if in_brackets => (TokenClass::Destination, 0),
            LinkKind::Media | LinkKind::Short => (TokenClass::TwitterUrl, LINK_WEIGHT),
            _ => (TokenClass::Url, LINK_WEIGHT),
        };
        let bytes = link.as_str().as_bytes();
        let shape = (class, bytes.len(), hash(bytes));
        Some(self.token(shape, weight, u8::from(bytes.is_ascii()), gap, previous))
    }

    #[cold]
    fn any_token(&mut self, until: usize, gap: TokenGap, previous: TokenClass) -> Option<Token> {
        let rest = self.window.get(self.at..until)?;
        let first = rest.chars().next()?;
        let shape = shape_at(rest, first);
        let text = rest.get(..shape.1).unwrap_or_default();
        let weight = match shape.0 {
            // An emoji of several characters weighs as much as one.
            TokenClass::Emoji => weight_without_links(text),
            _ if text.is_ascii() => text.len(),
            _ => text.chars().map(char_weight).sum(),
        };
        Some(self.token(shape, weight, family(first), gap, previous))
    }

    /// The token of this shape that begins here; goes past it.
    #[inline]
    fn token(
        &mut self,
        shape: TokenShape,
        weight: usize,
        family: u8,
        mut gap: TokenGap,
        previous: TokenClass,
    ) -> Token {
        let (class, len, hash) = shape;
        let weight = u8::try_from(weight).unwrap_or(u8::MAX);
        let space = u8::from(gap != TokenGap::None);
        let anchor = |c: TokenClass| matches!(c, TokenClass::Hashtag | TokenClass::Mention) || c.is_url();
        let width = u16::try_from(len.min(120)).unwrap_or(0);
        if self.breaks > 0 {
            if gap == TokenGap::LineBreak && FULL_LINES.contains(&(self.column + 1 + width)) && self.column > 40 {
                gap = TokenGap::Wrap;
            }
            self.column = u16::from(self.indent) + 2 * u16::from(self.depth);
        }
        let shown = match class {
            TokenClass::Url | TokenClass::Destination => width,
            TokenClass::TwitterUrl => width.max(u16::from(weight)),
            _ => u16::from(weight),
        };
        self.column = self.column.saturating_add(shown + u16::from(space)).min(2000);
        let start = WindowOffset::new(self.at);
        self.at += len;
        Token {
            start,
            len: u16::try_from(len).unwrap_or(u16::MAX),
            hash,
            class,
            gap,
            weight: weight.saturating_add(space),
            family,
            depth: self.depth,
            shared_depth: self.shared_depth,
            indent: self.indent,
            breaks: self.breaks,
            language: if matches!(class, TokenClass::Lower | TokenClass::Upper) { language(hash, len) } else { 0 },
            anchored: anchor(class) || anchor(previous),
        }
    }

    /// Moves over whitespace and line markers.
    #[inline]
    fn gap(&mut self) -> TokenGap {
        // Fast path: a space, or nothing. Saves 4,700 of 67,200 instructions a tweet.
        let gap = match self.window.as_bytes().get(self.at..) {
            Some([b' ', next, ..]) if next.is_ascii_graphic() && self.at > 0 => TokenGap::Space,
            Some([first, ..]) if first.is_ascii_graphic() && self.at > 0 => TokenGap::None,
            _ => return self.any_gap(),
        };
        self.at += usize::from(gap == TokenGap::Space);
        self.breaks = 0;
        self.shared_depth = self.depth;
        gap
    }

    #[cold]
    fn any_gap(&mut self) -> TokenGap {
        let begin = self.at;
        let (mut breaks, mut columns) = (0_u8, 0_u8);
        let edge = begin == 0 && self.at_line_start;
        let mut line_start = edge;
        let mut previous = None;
        self.shared_depth = self.depth;
        for (at, c) in self.window.get(begin..).unwrap_or_default().char_indices() {
            match c {
                // The second half of a line break.
                '\n' if previous == Some('\r') => {}
                c if is_line_break(c) => {
                    if breaks > 0 {
                        self.shared_depth = self.shared_depth.min(self.depth);
                    }
                    breaks = breaks.saturating_add(1);
                    line_start = true;
                    (self.depth, self.indent, columns) = (0, 0, 0);
                }
                c if is_line_marker(c) && line_start => {
                    self.depth = self.depth.saturating_add(1);
                    columns = 0;
                }
                c if class_of(c) == TokenClass::None => columns = columns.saturating_add(1),
                _ => break,
            }
            previous = Some(c);
            self.at = begin + at + c.len_utf8();
        }
        if line_start {
            self.indent = columns;
        }
        self.shared_depth = self.shared_depth.min(self.depth);
        self.breaks = breaks;
        if edge && breaks == 0 { TokenGap::InputEdge } else { TokenGap::new(breaks, columns) }
    }
}

/// A token's class, its length in bytes, and its hash.
type TokenShape = (TokenClass, usize, u32);

#[inline]
fn shape_at(rest: &str, first: char) -> TokenShape {
    match class_of(first) {
        class @ (TokenClass::Lower | TokenClass::Upper) => {
            let (len, hash) = part(rest, WordHash::NEW);
            let all_upper = class == TokenClass::Upper && rest.chars().nth(1).is_some_and(|c| class_of(c) == class);
            (if all_upper { TokenClass::AllUpper } else { class }, len, hash.finish())
        }
        TokenClass::Uncased => {
            let (len, hash) = word(rest, WordHash::NEW);
            (TokenClass::Uncased, len, hash.finish())
        }
        class => {
            let (class, len) = symbol_at(rest, first, class);
            (class, len, hash(rest.as_bytes().get(..len).unwrap_or_default()))
        }
    }
}

/// The class and the length of the token that begins `rest`, if that is no word.
fn symbol_at(rest: &str, first: char, class: TokenClass) -> (TokenClass, usize) {
    let size = first.len_utf8();
    let len = match class {
        TokenClass::Symbol if is_hash_sign(first) || is_at_sign(first) => {
            let (len, _) = word(rest.get(size..).unwrap_or_default(), WordHash::NEW);
            if len == 0 {
                return (class, run_len(rest, class));
            }
            return (if is_hash_sign(first) { TokenClass::Hashtag } else { TokenClass::Mention }, size + len);
        }
        TokenClass::Number => number_len(rest),
        TokenClass::Unspaced => unspaced_len(rest, first),
        TokenClass::End | TokenClass::Dash | TokenClass::Emoji => run_len(rest, class),
        TokenClass::Colon | TokenClass::Comma | TokenClass::Open | TokenClass::Close | TokenClass::Quote => size,
        // Letters were handled above; everything else is a symbol.
        _ => return (TokenClass::Symbol, run_len(rest, TokenClass::Symbol).max(size)),
    };
    (class, len)
}

#[cfg(test)]
impl Tokens {
    /// The tokens of `text`, with which a line begins.
    pub(super) fn of(text: &str) -> Self {
        let mut tokens = Self::none();
        read(&mut tokens, text, "", true);
        tokens
    }
}

#[cfg(test)]
mod tests;
