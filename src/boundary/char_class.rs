//! The class of a character to the lexer of the boundary: the class of the token that begins with the character.

use super::token::TokenClass;
use crate::text::{
    chars::{
        is_closing, is_colon, is_comma, is_dash, is_emoji_part, is_full_stop, is_opening, is_semicolon,
        is_straight_quote,
    },
    digits::is_digit,
    script::Script,
    whitespace::{is_ascii_whitespace, is_whitespace},
};

/// The class of the token that `c` begins.
#[inline]
pub(super) fn class_of(c: char) -> TokenClass {
    ASCII.get(c as usize).copied().unwrap_or_else(|| beyond_ascii(c))
}

/// [`class_of`] the ASCII character `byte`; `None` for other bytes.
#[inline]
pub(super) fn class_of_byte(byte: u8) -> Option<TokenClass> {
    ASCII.get(usize::from(byte)).copied()
}

static ASCII: [TokenClass; 128] = {
    let mut classes = [TokenClass::Symbol; 128];
    let (mut rest, mut byte): (&mut [TokenClass], u8) = (&mut classes, 0);
    while let [slot, after @ ..] = rest {
        *slot = match byte {
            b'a'..=b'z' | b'_' => TokenClass::Lower,
            b'A'..=b'Z' => TokenClass::Upper,
            b'0'..=b'9' => TokenClass::Number,
            byte if is_ascii_whitespace(byte) => TokenClass::None,
            byte => mark(byte as char),
        };
        (rest, byte) = (after, byte + 1);
    }
    classes
};

fn beyond_ascii(c: char) -> TokenClass {
    let script = Script::of(c);
    match script {
        Some(Script::Hiragana | Script::Katakana | Script::Han) => return TokenClass::Unspaced,
        Some(Script::Hangul) => return TokenClass::Uncased,
        Some(Script::Latin | Script::Greek) => return letter(c),
        _ => {}
    }
    match (mark(c), script) {
        (TokenClass::Symbol, _) if is_whitespace(c) => TokenClass::None,
        (TokenClass::Symbol, _) if is_digit(c) => TokenClass::Number,
        (TokenClass::Symbol, Some(script)) if script.is_unspaced() => TokenClass::Unspaced,
        (TokenClass::Symbol, Some(_)) => TokenClass::Uncased,
        (TokenClass::Symbol, None) if is_emoji_part(c) => TokenClass::Emoji,
        (TokenClass::Symbol, None) => letter(c),
        (mark, _) => mark,
    }
}

/// The class of a mark of punctuation; [`TokenClass::Symbol`] of anything else.
const fn mark(c: char) -> TokenClass {
    match c {
        c if is_full_stop(c) => TokenClass::End,
        c if is_comma(c) || is_semicolon(c) => TokenClass::Comma,
        c if is_colon(c) => TokenClass::Colon,
        c if is_dash(c) => TokenClass::Dash,
        c if is_opening(c) => TokenClass::Open,
        c if is_closing(c) => TokenClass::Close,
        c if is_straight_quote(c) => TokenClass::Quote,
        _ => TokenClass::Symbol,
    }
}

/// The class of a letter of Latin, Greek or Cyrillic, or of a script without a rule of its own, with case or without.
fn letter(c: char) -> TokenClass {
    match c {
        // Fast path: the frequent letters, without the look-up in the tables of `std`.
        'ß'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | 'ά'..='ώ' => TokenClass::Lower,
        'À'..='Ö' | 'Ø'..='Þ' | 'Ѐ'..='Я' | 'Α'..='Ω' => TokenClass::Upper,
        c if c.is_uppercase() => TokenClass::Upper,
        c if c.is_lowercase() => TokenClass::Lower,
        // Combining accents continue a word; soft hyphens and the non-joiner of Persian stand within one.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' => TokenClass::Uncased,
        c if c.is_alphabetic() && c >= '\u{250}' => TokenClass::Uncased,
        _ => TokenClass::Symbol,
    }
}

/// The family of scripts of a letter; 0 for any other character.
pub(super) fn family(c: char) -> u8 {
    match Script::of(c) {
        None => 0,
        Some(Script::Latin) => 1,
        Some(Script::Greek) => 2,
        Some(Script::Hiragana | Script::Katakana | Script::Han) => 3,
        Some(Script::Hangul) => 4,
        Some(Script::RightToLeft) => 5,
        Some(Script::Indic | Script::Thai | Script::Burmese | Script::Khmer) => 6,
    }
}

/// How many values [`family`] has.
pub(super) const FAMILIES: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_a_class() {
        for (kind, characters) in [
            (TokenClass::None, " \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2009}\u{2028}\u{202f}\u{2060}\u{3000}\u{feff}"),
            (TokenClass::Lower, "az_ßöøÿаџάώğœſა"),
            (TokenClass::Upper, "AZÀÖØÞЀЯΑΩĞŒ"),
            (TokenClass::Number, "09٣۴४４๓"),
            (TokenClass::Unspaced, "あア日豈ｱ𠀀々〆ไກမខ"),
            (TokenClass::Uncased, "한ᄀㄱשעربदবﬡﯿﺀ\u{301}\u{ad}\u{200c}"),
            (TokenClass::End, ".!?…‥‼⁉⁇⁈。！？．｡।॥؟۔։။"),
            (TokenClass::Colon, ":：﹕"),
            (TokenClass::Comma, ",;、，；،؛､"),
            (TokenClass::Open, "([{“‘«„‚‹「『【（《〈〔［｢¿¡"),
            (TokenClass::Close, ")]}”’»›」』】）》〉〕］｣"),
            (TokenClass::Quote, "\"'"),
            (TokenClass::Dash, "-‐–—―−"),
            (TokenClass::Emoji, "🎉☀✨⭐\u{fe0f}\u{20e3}⌚⏰\u{e0067}\u{200d}▪™"),
            (TokenClass::Symbol, "#@*/|<>=+~^`$%&•→∑①︙￥©×÷"),
        ] {
            for c in characters.chars() {
                assert_eq!(class_of(c), kind, "{c:?}");
                let byte = u8::try_from(c).ok().filter(u8::is_ascii);
                assert_eq!(byte.and_then(class_of_byte), c.is_ascii().then_some(kind), "{c:?}");
            }
        }
        assert_eq!(class_of_byte(0x80), None);
    }

    #[test]
    fn letters_are_of_a_family_of_scripts() {
        for (number, letters) in
            [(1, "azAZÀɏ"), (2, "ͰαЯԯ"), (3, "あア日豈"), (4, "한힣"), (5, "שعﬡﯿ"), (6, "कไກမខ"), (0, "1. 🎉—")]
        {
            for c in letters.chars() {
                assert_eq!(family(c), number, "{c:?}");
            }
        }
    }
}
