//! The dash before the author's name, in the spellings that flattening leaves.
//!
//! The embed's markup has `&mdash;`. Converters print it as it is, as hyphens (html2text `--`, Org mode `---`, escaped
//! `\---` in Markdown), leave the character reference, escape it again or as JSON and Python do, or read and write it
//! in the wrong encoding.

/// Kinds of spelling, by how surely an attribution begins with one; surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DashKind {
    /// `—`, `―`, or a reference, escape or misread bytes of one.
    Em,
    /// `--` or `---`.
    Hyphens,
    /// `–`, which names hold as well.
    En,
    /// `-`, which text and names hold as well.
    Hyphen,
    /// `?` or U+FFFD in place of a character that was lost: an emoji of a text or a name may be lost as well.
    Lost,
}

/// The spellings; where one ends with another, the longer stands first.
const SPELLINGS: [(&str, DashKind); 47] = [
    // Chinese writes two.
    ("——", DashKind::Em),
    ("—", DashKind::Em),
    ("―", DashKind::Em),
    // Two in one character, a line of a box, and signs of mathematics that are typed for it.
    ("⸺", DashKind::Em),
    ("─", DashKind::Em),
    ("−", DashKind::En),
    ("～", DashKind::Hyphen),
    ("〜", DashKind::Hyphen),
    ("–", DashKind::En),
    ("\\---", DashKind::Hyphens),
    ("---", DashKind::Hyphens),
    ("\\--", DashKind::Hyphens),
    ("--", DashKind::Hyphens),
    ("\\-", DashKind::Hyphen),
    ("-", DashKind::Hyphen),
    ("&amp;mdash;", DashKind::Em),
    ("&amp;#8212;", DashKind::Em),
    ("&amp;ndash;", DashKind::En),
    ("&mdash;", DashKind::Em),
    ("&#8212;", DashKind::Em),
    ("&#x2014;", DashKind::Em),
    ("&#X2014;", DashKind::Em),
    ("&horbar;", DashKind::Em),
    ("&ndash;", DashKind::En),
    ("&#8211;", DashKind::En),
    ("&#x2013;", DashKind::En),
    // UTF-8 read as Windows-1252, and as Latin-1.
    ("â€”", DashKind::Em),
    ("â\u{80}\u{94}", DashKind::Em),
    ("â€\u{94}", DashKind::Em),
    // The same twice.
    ("Ã¢â‚¬â€\u{9d}", DashKind::Em),
    ("Ã¢â\u{82}¬â\u{80}\u{9d}", DashKind::Em),
    // Escaped as in an address.
    ("%E2%80%94", DashKind::Em),
    ("%E2%80%93", DashKind::En),
    ("â\u{80}\u{93}", DashKind::En),
    // Windows-1252 read as Latin-1.
    ("\u{97}", DashKind::Em),
    ("\u{96}", DashKind::En),
    // Escapes of JSON and of Python, once or twice.
    (r"\\u2014", DashKind::Em),
    (r"\\u2013", DashKind::En),
    (r"\\xe2\\x80\\x94", DashKind::Em),
    (r"\u2014", DashKind::Em),
    (r"\u2013", DashKind::En),
    (r"\xe2\x80\x94", DashKind::Em),
    (r"\xe2\x80\x93", DashKind::En),
    // Each byte of the dash, or the whole dash, replaced.
    ("\u{fffd}\u{fffd}\u{fffd}", DashKind::Lost),
    ("\u{fffd}", DashKind::Lost),
    ("???", DashKind::Lost),
    ("?", DashKind::Lost),
];

/// Whether a dash can end with `c`.
pub(super) fn may_end_dash(c: char) -> bool {
    matches!(
        c,
        '-' | ';'
            | '?'
            | '3'
            | '4'
            | '—'
            | '―'
            | '–'
            | '⸺'
            | '─'
            | '−'
            | '～'
            | '〜'
            | '”'
            | '\u{93}'
            | '\u{94}'
            | '\u{96}'
            | '\u{97}'
            | '\u{9d}'
            | '\u{fffd}'
    )
}

/// The dash with which `text` ends, and the text before it; hyphens are one only if there are no more than three.
pub(super) fn dash_at_end(text: &str) -> Option<(DashKind, &str)> {
    let last = text.chars().next_back().filter(|&c| may_end_dash(c))?;
    let (before, kind) = SPELLINGS.iter().find_map(|&(spelling, kind)| Some((text.strip_suffix(spelling)?, kind)))?;
    let is_rule = last == '-' && before.ends_with('-');
    (!is_rule).then_some((kind, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found_at_the_end_of_a_text() {
        for (spelling, kind) in SPELLINGS {
            let text = std::format!("text {spelling}");
            assert_eq!(dash_at_end(&text), Some((kind, "text ")), "{text:?}");
        }
    }

    #[test]
    fn a_rule_of_hyphens_is_no_dash() {
        for text in ["", "text", "----", "text ------", "a&mdash", "&#8213;"] {
            assert_eq!(dash_at_end(text), None, "{text:?}");
        }
    }
}
