//! What a character is to the judge of beginnings: a letter of some script, or a mark of some use.

/// The use of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Use {
    /// White space of any kind, and invisible marks.
    Blank,
    /// A small letter of a script that has capitals.
    Lower,
    /// A capital letter.
    Upper,
    /// A decimal digit of any script.
    Digit,
    /// A letter of a script that writes without spaces: Han, kana, Thai, Khmer, Lao, Burmese.
    Unspaced,
    /// A letter of a script that has neither capitals nor that: Arabic, Hebrew, Devanagari, Hangul.
    Uncased,
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
    /// Emoji and other pictures.
    Picture,
    /// Any other sign: bullets, Markdown's marks, mathematics.
    Sign,
}

impl Use {
    #[inline]
    pub(super) fn of(c: char) -> Self {
        ASCII.get(c as usize).copied().unwrap_or_else(|| Self::beyond_ascii(c))
    }

    /// The use of the ASCII character `byte`; `None` where it is none.
    #[inline]
    pub(super) fn of_byte(byte: u8) -> Option<Self> {
        ASCII.get(usize::from(byte)).copied()
    }

    const fn of_ascii(c: char) -> Self {
        match c {
            'a'..='z' | '_' => Self::Lower,
            'A'..='Z' => Self::Upper,
            '0'..='9' => Self::Digit,
            ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' => Self::Blank,
            '.' | '!' | '?' => Self::End,
            ':' => Self::Colon,
            ',' | ';' => Self::Comma,
            '(' | '[' | '{' => Self::Open,
            ')' | ']' | '}' => Self::Close,
            '"' | '\'' => Self::Quote,
            '-' => Self::Dash,
            _ => Self::Sign,
        }
    }

    const fn beyond_ascii(c: char) -> Self {
        match c {
            '\u{85}'
            | '\u{a0}'
            | '\u{ad}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{3000}'
            | '\u{fe0e}'
            | '\u{feff}' => Self::Blank,
            '…' | '‥' | '‼' | '⁉' | '⁇' | '⁈' | '。' | '！' | '？' | '．' | '｡' | '।' | '॥' | '؟' | '۔' | '։' | '။'
            | '។' => Self::End,
            '：' | '﹕' => Self::Colon,
            '、' | '，' | '；' | '،' | '؛' | '､' => Self::Comma,
            '“' | '‘' | '«' | '„' | '‚' | '‹' | '「' | '『' | '【' | '（' | '《' | '〈' | '〔' | '［' | '｢' | '¿'
            | '¡' => Self::Open,
            '”' | '’' | '»' | '›' | '」' | '』' | '】' | '）' | '》' | '〉' | '〕' | '］' | '｣' => {
                Self::Close
            }
            '‐'..='―' | '−' => Self::Dash,
            '\u{3041}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
            | '々'
            | '〆'
            | '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}' => Self::Unspaced,
            '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' => Self::Uncased,
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{96f}' | '\u{ff10}'..='\u{ff19}' => {
                Self::Digit
            }
            '\u{590}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                Self::Uncased
            }
            '\u{1f000}'..='\u{1faff}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{fe0f}'
            | '\u{20e3}'
            | '\u{231a}'..='\u{23ff}'
            | '\u{e0020}'..='\u{e007f}' => Self::Picture,
            _ => Self::letter(c),
        }
    }

    const fn letter(c: char) -> Self {
        match c {
            // The ranges that `char`'s own tables are not asked about, because asking is slow.
            'ß'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | 'ά'..='ώ' => Self::Lower,
            'À'..='Ö' | 'Ø'..='Þ' | 'Ѐ'..='Я' | 'Α'..='Ω' => Self::Upper,
            '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffff}' => {
                Self::Sign
            }
            c if c.is_uppercase() => Self::Upper,
            c if c.is_lowercase() => Self::Lower,
            c if c as u32 >= 0x250 => Self::Uncased,
            _ => Self::Sign,
        }
    }
}

/// The uses of ASCII characters, for looking them up.
static ASCII: [Use; 128] = {
    let mut uses = [Use::Sign; 128];
    let mut rest: &mut [Use] = &mut uses;
    let mut c = 0_u8;
    while let [slot, after @ ..] = rest {
        *slot = Use::of_ascii(c as char);
        rest = after;
        c += 1;
    }
    uses
};

/// Which of a few families of scripts a letter is of; 0 where it is no letter.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_a_use() {
        for (kind, characters) in [
            (
                Use::Blank,
                " \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{ad}\u{1680}\u{2009}\u{200d}\u{2028}\u{202f}\u{2060}\u{3000}\u{fe0e}\u{feff}",
            ),
            (Use::Lower, "az_ßöøÿаџάώğœſა"),
            (Use::Upper, "AZÀÖØÞЀЯΑΩĞŒ"),
            (Use::Digit, "09٣۴४４"),
            (Use::Unspaced, "あア日豈ｱ𠀀々〆ไກမខ"),
            (Use::Uncased, "한ᄀㄱשעربदবﬡﯿﺀՙ"),
            (Use::End, ".!?…‥‼⁉⁇⁈。！？．｡।॥؟۔։။។"),
            (Use::Colon, ":：﹕"),
            (Use::Comma, ",;、，；،؛､"),
            (Use::Open, "([{“‘«„‚‹「『【（《〈〔［｢¿¡"),
            (Use::Close, ")]}”’»›」』】）》〉〕］｣"),
            (Use::Quote, "\"'"),
            (Use::Dash, "-‐–—―−"),
            (Use::Picture, "🎉☀✨⭐\u{fe0f}\u{20e3}⌚⏰\u{e0067}"),
            (Use::Sign, "#@*/|<>=+~^`$%&•→∑①〽︙￥©×÷"),
        ] {
            for c in characters.chars() {
                assert_eq!(Use::of(c), kind, "{c:?}");
                let byte = u8::try_from(c).ok().filter(u8::is_ascii);
                assert_eq!(byte.and_then(Use::of_byte), c.is_ascii().then_some(kind), "{c:?}");
            }
        }
        assert_eq!(Use::of_byte(0x80), None);
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
