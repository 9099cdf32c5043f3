//! Splits a window into words and marks.

pub(super) mod hash;
mod plain;
mod url;
mod word;

use super::{
    char_class::{Use, family},
    function_words::language,
    lexer::hash::{Hash, hash},
    lexer::plain::{Plain, plain},
    lexer::url::{Link, link},
    lexer::word::{number_len, part, run_len, unspaced_len, word},
    token::{Class, Gap, Offset, Tail, Token},
};

pub(super) struct Lexer<'t> {
    window: &'t str,
    at: usize,
    depth: u8,
    indent: u8,
    breaks: u8,
    /// The width of the line so far.
    column: u16,
    at_line_start: bool,
}

/// The narrowest line that can be a full one, and the widest that tools wrap at.
const FULL_LINES: core::ops::RangeInclusive<u16> = 66..=104;

impl<'t> Lexer<'t> {
    pub(super) const fn new(window: &'t str, at_line_start: bool) -> Self {
        Self { window, at: 0, depth: 0, indent: 0, breaks: 0, column: 0, at_line_start }
    }

    /// The gap that `after`, the text after the window, begins with.
    pub(super) fn tail(self, after: &str) -> Tail {
        let mut lexer = Lexer { window: after, at: 0, at_line_start: false, ..self };
        let gap = lexer.gap();
        Tail { gap, depth: lexer.depth, indent: lexer.indent, breaks: lexer.breaks }
    }

    /// The next token; `previous` is the class of the one before.
    #[inline]
    pub(super) fn next(&mut self, previous: Class) -> Option<Token> {
        let gap = self.gap();
        if let Some(plain) = plain(self.window.as_bytes().get(self.at..)?) {
            return Some(self.plain_token(plain, gap, previous));
        }
        self.any_token(gap, previous)
    }

    /// The token of a plain word or mark: all is ASCII, and a character counts one.
    #[inline]
    fn plain_token(&mut self, Plain { class, len, hash, language }: Plain, gap: Gap, previous: Class) -> Token {
        let shape = Shape { class, len, hash, language, weight: u8::try_from(len).unwrap_or(u8::MAX) };
        self.token(shape, u8::from(class.is_word()), gap, previous)
    }

    #[cold]
    fn any_token(&mut self, gap: Gap, previous: Class) -> Option<Token> {
        let rest = self.window.get(self.at..)?;
        let first = rest.chars().next()?;
        let (class, len, hash) = token_at(rest, first, gap, previous);
        let weight = match class {
            Class::Target => 0,
            Class::Link | Class::Short => 23,
            Class::Unspaced | Class::Picture => u8::try_from(len / 3 * 2).unwrap_or(u8::MAX),
            _ if first.is_ascii() => u8::try_from(len).unwrap_or(u8::MAX),
            _ => u8::try_from(rest.get(..len).unwrap_or_default().chars().count()).unwrap_or(u8::MAX),
        };
        let language = if matches!(class, Class::Lower | Class::Upper) { language(hash, len) } else { 0 };
        Some(self.token(Shape { class, len, hash, language, weight }, family(first), gap, previous))
    }

    /// The token of this shape that begins here; goes past it.
    #[inline]
    fn token(&mut self, shape: Shape, family: u8, gap: Gap, previous: Class) -> Token {
        let Shape { class, len, hash, language, weight } = shape;
        let space = u8::from(gap != Gap::None);
        let anchor = |c: Class| matches!(c, Class::Tag | Class::Mention | Class::Short | Class::Link);
        let width = u16::try_from(len.min(120)).unwrap_or(0);
        let mut gap = gap;
        if self.breaks > 0 {
            if gap == Gap::Line && FULL_LINES.contains(&(self.column + 1 + width)) && self.column > 40 {
                gap = Gap::Wrap;
            }
            self.column = u16::from(self.indent) + 2 * u16::from(self.depth);
        }
        let shown = if class == Class::Link || class == Class::Target {
            width
        } else {
            u16::from(weight).max(u16::from(class == Class::Short) * width)
        };
        self.column = self.column.saturating_add(shown + u16::from(space)).min(2000);
        let start = self.at;
        self.at += len;
        Token {
            start: Offset::try_from(start).unwrap_or(Offset::MAX),
            end: Offset::try_from(self.at).unwrap_or(Offset::MAX),
            hash,
            class,
            gap,
            weight: weight.saturating_add(space),
            family,
            depth: self.depth,
            indent: self.indent,
            breaks: self.breaks,
            language,
            anchored: anchor(class) || anchor(previous),
        }
    }

    /// Moves over white space and line markers.
    #[inline]
    fn gap(&mut self) -> Gap {
        // What stands before most tokens: a space, or nothing.
        let gap = match self.window.as_bytes().get(self.at..) {
            Some([b' ', next, ..]) if next.is_ascii_graphic() && self.at > 0 => Gap::Space,
            Some([first, ..]) if first.is_ascii_graphic() && self.at > 0 => Gap::None,
            _ => return self.any_gap(),
        };
        self.at += usize::from(gap == Gap::Space);
        self.breaks = 0;
        gap
    }

    #[cold]
    fn any_gap(&mut self) -> Gap {
        let begin = self.at;
        let mut breaks = 0_u8;
        let mut columns = 0_u8;
        let mut line_start = begin == 0 && self.at_line_start;
        let edge = line_start;
        for (at, c) in self.window.get(begin..).unwrap_or_default().char_indices() {
            match c {
                '\n' | '\u{2028}' | '\u{2029}' => {
                    breaks = breaks.saturating_add(1);
                    line_start = true;
                    (self.depth, self.indent, columns) = (0, 0, 0);
                }
                '>' | '|' if line_start => {
                    self.depth = self.depth.saturating_add(1);
                    columns = 0;
                }
                c if Use::of(c) == Use::Blank => columns = columns.saturating_add(1),
                _ => break,
            }
            self.at = begin + at + c.len_utf8();
        }
        if line_start {
            self.indent = columns;
        }
        self.breaks = breaks;
        match breaks {
            0 if edge => Gap::Edge,
            0 if columns == 0 => Gap::None,
            0 if columns == 1 => Gap::Space,
            0 => Gap::Wide,
            1 => Gap::Line,
            _ => Gap::Blank,
        }
    }
}

/// What a token is in itself, whatever stands before it.
#[derive(Clone, Copy)]
struct Shape {
    class: Class,
    len: usize,
    hash: u32,
    language: u8,
    weight: u8,
}

/// The class, the length and the hash of the token that begins `rest`.
#[inline]
fn token_at(rest: &str, first: char, gap: Gap, previous: Class) -> (Class, usize, u32) {
    let hashed = |class, len| (class, len, hash(rest.as_bytes().get(..len).unwrap_or_default()));
    if let Some(Link { len, short }) = link(rest) {
        return match (gap, previous) {
            (Gap::None, Class::Open) => hashed(Class::Target, len),
            _ if short => hashed(Class::Short, len),
            _ => hashed(Class::Link, len),
        };
    }
    let kind = Use::of(first);
    match kind {
        Use::Lower => {
            let (len, hash) = part(rest, Hash::NEW);
            (Class::Lower, len, hash.finish())
        }
        Use::Upper => {
            let (len, hash) = part(rest, Hash::NEW);
            let second = rest.chars().nth(1).map_or(Use::Blank, Use::of);
            (if second == Use::Upper { Class::Capitals } else { Class::Upper }, len, hash.finish())
        }
        Use::Uncased => {
            let (len, hash) = word(rest, Hash::NEW);
            (Class::Uncased, len, hash.finish())
        }
        _ => {
            let (class, len) = mark_at(rest, first, kind);
            hashed(class, len)
        }
    }
}

/// The class and the length of the mark, number or name that begins `rest`.
fn mark_at(rest: &str, first: char, kind: Use) -> (Class, usize) {
    let size = first.len_utf8();
    match kind {
        Use::Sign if matches!(first, '#' | '@' | '＃' | '＠') => {
            let (len, _) = word(rest.get(size..).unwrap_or_default(), Hash::NEW);
            if len == 0 {
                return (Class::Sign, run_len(rest, Use::Sign));
            }
            (if matches!(first, '#' | '＃') { Class::Tag } else { Class::Mention }, size + len)
        }
        Use::Digit => (Class::Number, number_len(rest)),
        Use::Unspaced => (Class::Unspaced, unspaced_len(rest, first)),
        Use::End => (Class::End, run_len(rest, kind)),
        Use::Colon => (Class::Colon, size),
        Use::Comma => (Class::Comma, size),
        Use::Open => (Class::Open, size),
        Use::Close => (Class::Close, size),
        Use::Quote => (Class::Quote, size),
        Use::Dash => (Class::Dash, run_len(rest, kind)),
        Use::Picture => (Class::Picture, run_len(rest, kind)),
        // What is left are signs, as letters are words.
        _ => (Class::Sign, run_len(rest, Use::Sign).max(size)),
    }
}

#[cfg(test)]
mod tests;
