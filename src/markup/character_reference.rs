//! Character references of HTML: `&amp;`, `&#8217;`, `&#x1f309;`.

use alloc::borrow::Cow;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{alphanumeric1, char, one_of},
    combinator::{all_consuming, map_opt},
    sequence::{delimited, preceded},
};

use crate::text::steps;
use crate::text::{cow_builder::CowBuilder, parse::IResult};

/// `text` with its character references decoded, repeatedly, because pages escape twice: `&amp;amp;`.
pub(crate) fn read_references(text: &str) -> Cow<'_, str> {
    let mut builder = CowBuilder::new(text);
    for piece in text.split_inclusive(';') {
        builder.push(piece);
        // A decoded character may end another reference, so the search is repeated. Each round makes the text shorter,
        // so there are no more rounds than bytes.
        while let Some((len, c)) = reference_at_end(builder.as_str()) {
            builder.truncate(builder.as_str().len() - len);
            builder.push_char(c);
        }
    }
    builder.finish()
}

/// The length of `&thetasym;` and `&#1114111;`.
const LONGEST: usize = 10;

/// The reference at the end of `text`: its length in bytes, and its character.
fn reference_at_end(text: &str) -> Option<(usize, char)> {
    if !text.ends_with(';') {
        return None;
    }
    steps::step(LONGEST);
    let len = 1 + text.bytes().rev().take(LONGEST).position(|byte| byte == b'&')?;
    let raw = text.get(text.len() - len..)?;
    let (_, c) = all_consuming(reference).parse(raw).ok()?;
    Some((len, c))
}

/// `reference`: `&NAME;`, `&#DIGITS;` or `&#xDIGITS;`.
pub(crate) fn reference(input: &str) -> IResult<&str, char> {
    delimited(char('&'), alt((preceded(char('#'), alt((hexadecimal, decimal))), named)), char(';')).parse(input)
}

fn decimal(input: &str) -> IResult<&str, char> {
    let digits = take_while_m_n(1, 7, |c: char| c.is_ascii_digit());
    map_opt(digits, |digits: &str| character(digits.parse().ok()?)).parse(input)
}

fn hexadecimal(input: &str) -> IResult<&str, char> {
    let digits = take_while_m_n(1, 6, |c: char| c.is_ascii_hexdigit());
    map_opt(preceded(one_of("xX"), digits), |digits: &str| character(u32::from_str_radix(digits, 16).ok()?))
        .parse(input)
}

fn named(input: &str) -> IResult<&str, char> {
    map_opt(alphanumeric1, |name: &str| NAMES.iter().find(|(known, _)| *known == name).map(|&(_, c)| c)).parse(input)
}

/// The character of a number; `None` for controls and for numbers of no character. 0x80 to 0x9f are those of
/// Windows-1252, as the HTML standard says: pages mean `’` by `&#146;`.
fn character(number: u32) -> Option<char> {
    let c = match number.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(at as usize)) {
        Some(&c) => c,
        None => char::from_u32(number)?,
    };
    (!c.is_control() || matches!(c, '\n' | '\t')).then_some(c)
}

/// 0x80 to 0x9f of Windows-1252 (HTML standard, 13.2.5.80); its five unassigned ones are controls.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The names for Latin-1, punctuation and the symbols found in prose (HTML 4, 24).
#[rustfmt::skip]
const NAMES: [(&str, char); 141] = [
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}'),
    ("mdash", '—'), ("ndash", '–'), ("hellip", '…'), ("bull", '•'),
    ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'), ("rdquo", '”'), ("bdquo", '„'),
    ("lsaquo", '‹'), ("rsaquo", '›'), ("euro", '€'), ("trade", '™'), ("dagger", '†'), ("Dagger", '‡'), ("permil", '‰'),
    ("OElig", 'Œ'), ("oelig", 'œ'), ("Scaron", 'Š'), ("scaron", 'š'), ("Yuml", 'Ÿ'), ("fnof", 'ƒ'),
    ("ensp", '\u{2002}'), ("emsp", '\u{2003}'), ("thinsp", '\u{2009}'), ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'), ("rlm", '\u{200f}'),
    ("larr", '←'), ("uarr", '↑'), ("rarr", '→'), ("darr", '↓'), ("harr", '↔'), ("minus", '−'), ("ne", '≠'), ("le", '≤'),
    ("ge", '≥'), ("infin", '∞'),
    ("iexcl", '¡'), ("cent", '¢'), ("pound", '£'), ("curren", '¤'), ("yen", '¥'), ("brvbar", '¦'), ("sect", '§'),
    ("uml", '¨'), ("copy", '©'), ("ordf", 'ª'), ("laquo", '«'), ("not", '¬'), ("shy", '\u{ad}'), ("reg", '®'),
    ("macr", '¯'), ("deg", '°'), ("plusmn", '±'), ("sup2", '²'), ("sup3", '³'), ("acute", '´'), ("micro", 'µ'),
    ("para", '¶'), ("middot", '·'), ("cedil", '¸'), ("sup1", '¹'), ("ordm", 'º'), ("raquo", '»'), ("frac14", '¼'),
    ("frac12", '½'), ("frac34", '¾'), ("iquest", '¿'),
    ("Agrave", 'À'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Aring", 'Å'), ("AElig", 'Æ'),
    ("Ccedil", 'Ç'), ("Egrave", 'È'), ("Eacute", 'É'), ("Ecirc", 'Ê'), ("Euml", 'Ë'), ("Igrave", 'Ì'), ("Iacute", 'Í'),
    ("Icirc", 'Î'), ("Iuml", 'Ï'), ("ETH", 'Ð'), ("Ntilde", 'Ñ'), ("Ograve", 'Ò'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("times", '×'), ("Oslash", 'Ø'), ("Ugrave", 'Ù'), ("Uacute", 'Ú'), ("Ucirc", 'Û'),
    ("Uuml", 'Ü'), ("Yacute", 'Ý'), ("THORN", 'Þ'), ("szlig", 'ß'),
    ("agrave", 'à'), ("aacute", 'á'), ("acirc", 'â'), ("atilde", 'ã'), ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'),
    ("ccedil", 'ç'), ("egrave", 'è'), ("eacute", 'é'), ("ecirc", 'ê'), ("euml", 'ë'), ("igrave", 'ì'), ("iacute", 'í'),
    ("icirc", 'î'), ("iuml", 'ï'), ("eth", 'ð'), ("ntilde", 'ñ'), ("ograve", 'ò'), ("oacute", 'ó'), ("ocirc", 'ô'),
    ("otilde", 'õ'), ("ouml", 'ö'), ("divide", '÷'), ("oslash", 'ø'), ("ugrave", 'ù'), ("uacute", 'ú'), ("ucirc", 'û'),
    ("uuml", 'ü'), ("yacute", 'ý'), ("thorn", 'þ'), ("yuml", 'ÿ'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_until_there_is_none() {
        for (text, expected) in [
            ("R&amp;D", "R&D"),
            ("R&amp;amp;D", "R&D"),
            ("&amp;#39;s", "'s"),
            ("&amp;amp;amp;lt;b&gt;", "<b>"),
            ("&&#35;39;", "'"),
            ("&am&#112;;", "&"),
            ("&#8217;&#x1F309;&#146;", "’🌉’"),
            ("&eacute;&Eacute;&frac12;", "éÉ½"),
        ] {
            assert_eq!(read_references(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in [
            "R&D; S&P",
            "&;",
            "&#;",
            "&#x;",
            "&amp",
            "&Amp;",
            "&nosuchname;",
            "&#0;",
            "&#8;",
            "&#129;",
            "&#xD800;",
            "&#1114112;",
            "&#99999999;",
            "a & b;",
        ] {
            assert!(matches!(read_references(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn no_name_is_listed_twice_or_too_long_to_be_found() {
        for (at, (name, _)) in NAMES.iter().enumerate() {
            assert!(name.len() + "&;".len() <= LONGEST);
            assert!(!NAMES[..at].iter().any(|(other, _)| other == name), "{name}");
        }
    }
}
