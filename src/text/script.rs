//! Scripts of letters, as far as they tell where a word ends and which language it may be of.

/// The script of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    /// Greek, Coptic and Cyrillic.
    Greek,
    Hiragana,
    Katakana,
    Han,
    Hangul,
    /// Hebrew, Arabic, Syriac and other scripts that run from right to left.
    RightToLeft,
    /// Devanagari and the other scripts of India.
    Indic,
    /// Thai and Lao.
    Thai,
    Burmese,
    Khmer,
}

impl Script {
    /// The script of the letter `c`; `None` for those of other scripts and for all that is no letter. Digits, marks and
    /// punctuation of a script are of it, too.
    #[rustfmt::skip] // A range a line would hide which ranges belong together.
    pub(crate) const fn of(c: char) -> Option<Self> {
        // Ranges are compared one after another: letters whose words are looked at one by one come first.
        Some(match c {
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '\u{30a0}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Self::Katakana,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〆' => Self::Han,
            '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' => Self::Hangul,
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Self::Latin,
            '\u{370}'..='\u{52f}' => Self::Greek,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Self::RightToLeft,
            '\u{900}'..='\u{dff}' => Self::Indic,
            '\u{e00}'..='\u{eff}' => Self::Thai,
            '\u{1000}'..='\u{109f}' => Self::Burmese,
            '\u{1780}'..='\u{17ff}' => Self::Khmer,
            _ => return None,
        })
    }

    /// Whether words stand without spaces between them.
    pub(crate) const fn is_unspaced(self) -> bool {
        matches!(self, Self::Hiragana | Self::Katakana | Self::Han | Self::Thai | Self::Burmese | Self::Khmer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_of_a_script() {
        for (script, letters) in [
            (Some(Script::Latin), "azAZÀɏ"),
            (Some(Script::Greek), "ͰαЯԯ"),
            (Some(Script::Hiragana), "ぁん"),
            (Some(Script::Katakana), "ア・ーｱﾟ"),
            (Some(Script::Han), "日豈𠀀々〆"),
            (Some(Script::Hangul), "한힣ᄀㄱ"),
            (Some(Script::RightToLeft), "שعﬡﯿﺀ"),
            (Some(Script::Indic), "कஅ"),
            (Some(Script::Thai), "ไກ"),
            (Some(Script::Burmese), "မ"),
            (Some(Script::Khmer), "ខ"),
            (None, "1. 🎉—、。ა"),
        ] {
            for c in letters.chars() {
                assert_eq!(Script::of(c), script, "{c:?}");
            }
        }
    }
}
