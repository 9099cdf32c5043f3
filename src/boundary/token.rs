//! The words and marks of the stretch in which a tweet's text may begin.

use super::{
    language::language,
    script::{Use, family},
};

/// How many tokens are looked at; where there are more, the first ones are forgotten.
const MOST_TOKENS: usize = 256;

/// A byte offset or length inside the window, which is some kilobytes long at most.
type Offset = u16;

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
    /// Splits `window`, which begins a line if `at_line_start`, and looks at the gap that follows it.
    pub(super) fn new(window: &str, tail: &str, at_line_start: bool) -> Self {
        let mut lexer = Lexer { window, at: 0, depth: 0, indent: 0, breaks: 0, column: 0, at_line_start };
        let none = Tail { gap: Gap::None, depth: 0, indent: 0, breaks: 0 };
        let mut tokens = Self { items: [Token::NONE; MOST_TOKENS], len: 0, cut: false, tail: none };
        let mut previous = Token::NONE;
        while let Some(token) = lexer.next(&previous) {
            tokens.push(token);
            previous = token;
        }
        let mut after = Lexer { window: tail, at: 0, at_line_start: false, ..lexer };
        let gap = after.gap();
        tokens.tail = Tail { gap, depth: after.depth, indent: after.indent, breaks: after.breaks };
        tokens
    }

    pub(super) fn as_slice(&self) -> &[Token] {
        self.items.get(..self.len).unwrap_or_default()
    }

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

/// FNV-1a, folded to lower case over ASCII.
pub(super) const fn hash(bytes: &[u8]) -> u32 {
    hash_on(0x811c_9dc5, bytes)
}

const fn hash_on(mut folded: u32, mut bytes: &[u8]) -> u32 {
    while let [first, rest @ ..] = bytes {
        folded = (folded ^ first.to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    folded ^ (folded >> 15)
}

/// What [`hash`] makes of a handle with `@` before it.
pub(super) const fn hash_mention(handle: &[u8]) -> u32 {
    hash_on((0x811c_9dc5 ^ b'@' as u32).wrapping_mul(0x0100_0193), handle)
}

struct Lexer<'t> {
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

impl Lexer<'_> {
    fn next(&mut self, previous: &Token) -> Option<Token> {
        let gap = self.gap();
        let rest = self.window.get(self.at..)?;
        let first = rest.chars().next()?;
        let (class, len) = token_at(rest, first, gap, previous);
        let bytes = rest.as_bytes().get(..len).unwrap_or_default();
        let space = u8::from(gap != Gap::None);
        let hashed = hash(bytes);
        let anchor = |c: Class| matches!(c, Class::Tag | Class::Mention | Class::Short | Class::Link);
        let weight = match class {
            Class::Target => 0,
            Class::Link | Class::Short => 23,
            Class::Unspaced | Class::Picture => u8::try_from(len / 3 * 2).unwrap_or(u8::MAX - 1),
            _ if first.is_ascii() => u8::try_from(len).unwrap_or(u8::MAX - 1),
            _ => u8::try_from(rest.get(..len).unwrap_or_default().chars().count()).unwrap_or(u8::MAX - 1),
        };
        let width = u16::try_from(len.min(120)).unwrap_or(0);
        let gap = if gap == Gap::Line && FULL_LINES.contains(&(self.column + 1 + width)) && self.column > 40 {
            Gap::Wrap
        } else {
            gap
        };
        if self.breaks > 0 {
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
        Some(Token {
            start: Offset::try_from(start).unwrap_or(Offset::MAX),
            end: Offset::try_from(self.at).unwrap_or(Offset::MAX),
            hash: hashed,
            class,
            gap,
            weight: weight.saturating_add(space),
            family: family(first),
            depth: self.depth,
            indent: self.indent,
            breaks: self.breaks,
            language: if matches!(class, Class::Lower | Class::Upper) && len < 9 { language(hashed) } else { 0 },
            anchored: anchor(class) || anchor(previous.class),
        })
    }

    /// Moves over white space and line markers.
    fn gap(&mut self) -> Gap {
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
                '\r' => {}
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

/// The class and the length of the token that begins `rest`.
fn token_at(rest: &str, first: char, gap: Gap, previous: &Token) -> (Class, usize) {
    if let Some(len) = link_len(rest) {
        let bracketed = gap == Gap::None && previous.class == Class::Open;
        let short = rest.starts_with("pic.") || rest.split_once("://").is_some_and(|(_, r)| r.starts_with("t.co/"));
        return (
            if bracketed {
                Class::Target
            } else if short {
                Class::Short
            } else {
                Class::Link
            },
            len,
        );
    }
    let kind = Use::of(first);
    match (first, kind) {
        ('#' | '@' | '＃' | '＠', _) => {
            let len = word_len(rest.get(first.len_utf8()..).unwrap_or_default());
            if len == 0 {
                return (Class::Sign, run_len(rest, Use::Sign));
            }
            (if matches!(first, '#' | '＃') { Class::Tag } else { Class::Mention }, first.len_utf8() + len)
        }
        (_, Use::Lower) => (Class::Lower, part_len(rest)),
        (_, Use::Uncased) => (Class::Uncased, word_len(rest)),
        (_, Use::Upper) => {
            let len = part_len(rest);
            let second = rest.chars().nth(1).map_or(Use::Blank, Use::of);
            (if len > 1 && second == Use::Upper { Class::Capitals } else { Class::Upper }, len)
        }
        (_, Use::Digit) => (Class::Number, number_len(rest)),
        (_, Use::Unspaced) => (Class::Unspaced, unspaced_len(rest, first)),
        (_, Use::End) => (Class::End, run_len(rest, kind)),
        (_, Use::Colon) => (Class::Colon, first.len_utf8()),
        (_, Use::Comma) => (Class::Comma, first.len_utf8()),
        (_, Use::Open) => (Class::Open, first.len_utf8()),
        (_, Use::Close) => (Class::Close, first.len_utf8()),
        (_, Use::Quote) => (Class::Quote, first.len_utf8()),
        (_, Use::Dash) => (Class::Dash, run_len(rest, kind)),
        (_, Use::Picture) => (Class::Picture, run_len(rest, kind)),
        (_, Use::Sign | Use::Blank) => (Class::Sign, run_len(rest, Use::Sign).max(first.len_utf8())),
    }
}

/// The length of the link that begins `rest`.
pub(super) fn link_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if !matches!(bytes.first(), Some(b'h' | b'p' | b't' | b'w')) {
        return None;
    }
    let prefix =
        ["https://", "http://", "pic.twitter.com/", "pic.x.com/", "www."].into_iter().find(|p| rest.starts_with(p))?;
    let target = bytes.get(prefix.len()..)?;
    if prefix.starts_with("pic") || target.starts_with(b"t.co/") {
        let skipped = if prefix.starts_with("pic") { 0 } else { 5 };
        let code = target.iter().skip(skipped).take(10).take_while(|b| b.is_ascii_alphanumeric()).count();
        return Some(prefix.len() + skipped + code);
    }
    let mut len = prefix.len();
    for (at, b) in target.iter().enumerate() {
        let ends = b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b')' | b']' | b'|') || !b.is_ascii();
        if ends || (matches!(b, b'h' | b'p') && target.get(at..).is_some_and(begins_link)) {
            break;
        }
        len = prefix.len() + at + 1;
    }
    Some(len)
}

fn begins_link(bytes: &[u8]) -> bool {
    bytes.starts_with(b"https://") || bytes.starts_with(b"http://") || bytes.starts_with(b"pic.twitter.com/")
}

/// The length of the word that begins `rest`: letters, digits, apostrophes between letters; a link glued to it ends it.
fn word_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    for (at, c) in rest.char_indices() {
        match c {
            'h' | 'p' if at > 0 && bytes.get(at..).is_some_and(begins_link) => return at,
            '\'' | '’' => {
                let next = rest.get(at + c.len_utf8()..).and_then(|r| r.chars().next());
                if at == 0 || !next.is_some_and(|c| matches!(Use::of(c), Use::Lower | Use::Upper)) {
                    return at;
                }
            }
            c if matches!(Use::of(c), Use::Lower | Use::Upper | Use::Digit | Use::Uncased) => {}
            c if at > 0 && Use::of(c) == Use::Unspaced && bytes.first().is_some_and(|b| !b.is_ascii()) => {}
            _ => return at,
        }
    }
    rest.len()
}

/// The length of the word that begins `rest`, up to a capital after a small letter: two words may be glued there.
fn part_len(rest: &str) -> usize {
    let len = word_len(rest);
    let mut small = false;
    for (at, c) in rest.get(..len).unwrap_or_default().char_indices() {
        match Use::of(c) {
            Use::Upper if small => return at,
            kind => small = kind == Use::Lower,
        }
    }
    len
}

/// The length of the number that begins `rest`: digits, and single points, commas, colons or slashes between them.
fn number_len(rest: &str) -> usize {
    let mut len = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '.' | ',' | ':' | '/' => {}
            c if matches!(Use::of(c), Use::Digit) => len = at + c.len_utf8(),
            _ => break,
        }
        if at > len {
            break;
        }
    }
    len
}

/// The length of the run of letters of one script: kana and Han are told apart, which comes near to words.
fn unspaced_len(rest: &str, first: char) -> usize {
    let script = unspaced_script(first);
    rest.char_indices()
        .take(24)
        .find(|(_, c)| unspaced_script(*c) != script)
        .map_or_else(|| rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at), |(at, _)| at)
}

const fn unspaced_script(c: char) -> u8 {
    match c {
        '\u{3041}'..='\u{309f}' => 1,
        '\u{30a0}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => 2,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〆' => 3,
        '\u{e00}'..='\u{eff}' => 4,
        '\u{1000}'..='\u{109f}' => 5,
        '\u{1780}'..='\u{17ff}' => 6,
        _ => 0,
    }
}

/// The length of the run of characters of one use that begins `rest`.
fn run_len(rest: &str, kind: Use) -> usize {
    rest.char_indices()
        .find(|&(at, c)| Use::of(c) != kind || (at > 0 && matches!(c, '#' | '@')))
        .map_or(rest.len(), |(at, _)| at)
}
