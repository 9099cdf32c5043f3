//! The classes of characters that more than one module asks for.

/// A mark that ends a sentence: full stops, question and exclamation marks, ellipses.
#[rustfmt::skip] // A mark a line would hide which belong together.
pub(crate) const fn is_full_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '‥' | '‼' | '⁉' | '⁇' | '⁈' // of alphabets
        | '。' | '！' | '？' | '．' | '｡' // of East Asia
        | '؟' | '۔' | '।' | '॥' | '։' | '။' // Arabic, Urdu, Devanagari, Armenian, Burmese
    )
}

/// Whether a sentence, a quotation or an aside can end with `c`. Brackets that names begin with, `【…】` and their kin,
/// end none.
pub(crate) const fn is_sentence_end(c: char) -> bool {
    is_full_stop(c) || matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '«' | '“' | '」' | '』' | '）')
}

/// A bracket, or a quotation mark of its own shape, that opens.
#[rustfmt::skip]
pub(crate) const fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '“' | '‘' | '«' | '„' | '‚' | '‹' | '¿' | '¡' // of alphabets
        | '「' | '『' | '【' | '（' | '《' | '〈' | '〔' | '［' | '｢' // of East Asia
    )
}

/// A bracket, or a quotation mark of its own shape, that closes.
#[rustfmt::skip]
pub(crate) const fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '”' | '’' | '»' | '›' // of alphabets
        | '」' | '』' | '】' | '）' | '》' | '〉' | '〕' | '］' | '｣' // of East Asia
    )
}

/// A quotation mark that opens as well as closes.
pub(crate) const fn is_straight_quote(c: char) -> bool {
    matches!(c, '"' | '\'')
}

/// Whether `c` ends a sentence even where no space follows: after a full stop of ASCII, a word may go on
/// (`example.com`).
pub(crate) fn is_unspaced_sentence_end(c: char) -> bool {
    matches!(c, '!' | '?' | '…' | '”' | '。' | '！' | '？' | '」')
}

/// A comma of any script that dates are written in.
pub(crate) const fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '、' | '，' | '､')
}

/// A semicolon of any script.
pub(crate) const fn is_semicolon(c: char) -> bool {
    matches!(c, ';' | '；' | '؛')
}

/// A colon, also of East Asia.
pub(crate) const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕')
}

/// A hyphen, a dash, or the sign of subtraction.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−')
}

/// A dot between the parts of a rendered tweet: `@dortiz · 7:32 AM · Jul 14, 2021`.
pub(crate) fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '∙' | '•')
}

/// The character before a handle, of ASCII or full-width.
pub(crate) fn is_at_sign(c: char) -> bool {
    matches!(c, '@' | '＠')
}

/// The character before a hashtag, of ASCII or full-width.
pub(crate) fn is_hash_sign(c: char) -> bool {
    matches!(c, '#' | '＃')
}

/// The characters that begin mentions, hashtags and cashtags.
pub(crate) fn is_sigil(c: char) -> bool {
    is_at_sign(c) || is_hash_sign(c) || c == '$'
}

/// Latin letters with accents, and combining accents: to twitter-text, the rest of a word.
pub(crate) fn is_accented_latin(c: char) -> bool {
    !matches!(c, '×' | '÷')
        && matches!(
            c,
            '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | 'ɓ' | 'ɔ' | 'ɖ' | 'ɗ' | 'ə' | 'ɛ' | 'ɣ'
                | 'ɨ' | 'ɯ' | 'ɲ' | 'ʉ' | 'ʋ' | 'ʻ'
        )
}

/// A character of Chinese or Japanese, which are written without spaces, or of their punctuation.
pub(crate) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether an emoji can begin or go on with `c`: its joiner, variation selectors, the frame of keys, the tags of flags.
pub(crate) const fn is_emoji_part(c: char) -> bool {
    is_pictograph(c)
        || is_regional_indicator(c)
        || matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}')
}

/// A letter of the pairs that flags are made of.
pub(crate) const fn is_regional_indicator(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether `c` may begin an emoji that is no flag and no keycap.
///
/// Coarser than the list of Unicode: some of these characters are symbols and no emoji.
pub(crate) const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2194}'..='\u{21aa}' | '\u{2300}'..='\u{23ff}'
        | '\u{24c2}' | '\u{25aa}'..='\u{27bf}' | '\u{2934}' | '\u{2935}' | '\u{2b05}'..='\u{2b55}' | '\u{3030}'
        | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1faff}')
}
