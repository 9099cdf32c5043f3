//! Character classes for the boundary lexer.
//!
//! Fitted with the weights: these classes differ from those of [`crate::text`] in a few characters, and the weights depend on
//! each of them.

use super::token::TokenClass;

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
        *slot = ascii(byte);
        (rest, byte) = (after, byte + 1);
    }
    classes
};

const fn ascii(byte: u8) -> TokenClass {
    match byte {
        b'a'..=b'z' | b'_' => TokenClass::Lower,
        b'A'..=b'Z' => TokenClass::Upper,
        b'0'..=b'9' => TokenClass::Number,
        b' ' | b'\t'..=b'\r' => TokenClass::None,
        b'.' | b'!' | b'?' => TokenClass::End,
        b':' => TokenClass::Colon,
        b',' | b';' => TokenClass::Comma,
        b'(' | b'[' | b'{' => TokenClass::Open,
        b')' | b']' | b'}' => TokenClass::Close,
        b'"' | b'\'' => TokenClass::Quote,
        b'-' => TokenClass::Dash,
        _ => TokenClass::Symbol,
    }
}

#[rustfmt::skip] // A range a line would hide which ranges belong together.
#[expect(clippy::match_same_arms, reason = "ranges are compared one after another: the most frequent come first")]
const fn beyond_ascii(c: char) -> TokenClass {
    match c {
        '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => TokenClass::Unspaced,
        '\u{ac00}'..='\u{d7af}' => TokenClass::Uncased,
        '\u{85}' | '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{fe0e}' | '\u{feff}' => TokenClass::None,
        '…' | '‥' | '‼' | '⁉' | '⁇' | '⁈' | '。' | '！' | '？' | '．' | '｡' | '।' | '॥' | '؟' | '۔' | '։' | '။' | '។' => TokenClass::End,
        '：' | '﹕' => TokenClass::Colon,
        '、' | '，' | '；' | '،' | '؛' | '､' => TokenClass::Comma,
        '“' | '‘' | '«' | '„' | '‚' | '‹' | '「' | '『' | '【' | '（' | '《' | '〈' | '〔' | '［' | '｢' | '¿' | '¡' => TokenClass::Open,
        '”' | '’' | '»' | '›' | '」' | '』' | '】' | '）' | '》' | '〉' | '〕' | '］' | '｣' => TokenClass::Close,
        '‐'..='―' | '−' => TokenClass::Dash,
        '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}' | '々' | '〆' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}' => TokenClass::Unspaced,
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{96f}' | '\u{ff10}'..='\u{ff19}' => TokenClass::Number,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{590}'..='\u{dff}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => TokenClass::Uncased,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{20e3}'
        | '\u{231a}'..='\u{23ff}' | '\u{e0020}'..='\u{e007f}' => TokenClass::Emoji,
        _ => letter(c),
    }
}

#[rustfmt::skip]
const fn letter(c: char) -> TokenClass {
    match c {
        // Fast path: common Latin, Cyrillic and Greek ranges, without the look-up in the tables of `std`.
        'ß'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | 'ά'..='ώ' => TokenClass::Lower,
        'À'..='Ö' | 'Ø'..='Þ' | 'Ѐ'..='Я' | 'Α'..='Ω' => TokenClass::Upper,
        '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffff}' => TokenClass::Symbol,
        c if c.is_uppercase() => TokenClass::Upper,
        c if c.is_lowercase() => TokenClass::Lower,
        c if c as u32 >= 0x250 => TokenClass::Uncased,
        _ => TokenClass::Symbol,
    }
}

/// The script family of a letter; 0 for any other character.
#[rustfmt::skip]
pub(super) const fn family(c: char) -> u8 {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => 1,
        '\u{370}'..='\u{52f}' => 2,
        '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => 3,
        '\u{ac00}'..='\u{d7af}' => 4,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' => 5,
        '\u{900}'..='\u{eff}' | '\u{1000}'..='\u{17ff}' => 6,
        _ => 0,
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
            (
                TokenClass::None,
                " \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{ad}\u{1680}\u{2009}\u{200d}\u{2028}\u{202f}\u{2060}\u{3000}\u{fe0e}\u{feff}",
            ),
            (TokenClass::Lower, "az_ßöøÿаџάώğœſა"),
            (TokenClass::Upper, "AZÀÖØÞЀЯΑΩĞŒ"),
            (TokenClass::Number, "09٣۴४４"),
            (TokenClass::Unspaced, "あア日豈ｱ𠀀々〆ไກမខ"),
            (TokenClass::Uncased, "한ᄀㄱשעربदবﬡﯿﺀՙ"),
            (TokenClass::End, ".!?…‥‼⁉⁇⁈。！？．｡।॥؟۔։။។"),
            (TokenClass::Colon, ":：﹕"),
            (TokenClass::Comma, ",;、，；،؛､"),
            (TokenClass::Open, "([{“‘«„‚‹「『【（《〈〔［｢¿¡"),
            (TokenClass::Close, ")]}”’»›」』】）》〉〕］｣"),
            (TokenClass::Quote, "\"'"),
            (TokenClass::Dash, "-‐–—―−"),
            (TokenClass::Emoji, "🎉☀✨⭐\u{fe0f}\u{20e3}⌚⏰\u{e0067}"),
            (TokenClass::Symbol, "#@*/|<>=+~^`$%&•→∑①〽︙￥©×÷"),
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
