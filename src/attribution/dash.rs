//! The dash before the author's name, in the spellings that flattening leaves.
//!
//! The embed's markup has `&mdash;`. Converters print it as it is, as hyphens (html2text `--`, Org mode `---`, escaped
//! `\---` in Markdown), leave the entity, or read UTF-8 as Latin-1 or Windows-1252.

/// How much a spelling tells of itself that an attribution begins, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DashKind {
    /// `—`, `―`, or what became of the em dash's entity or bytes.
    Em,
    /// `--` or `---`.
    Hyphens,
    /// `–`, which names hold as well.
    En,
    /// `-`, which text and names hold as well.
    Hyphen,
}

/// The spellings; where one ends with another, the longer stands first.
const SPELLINGS: [(&str, DashKind); 20] = [
    ("—", DashKind::Em),
    ("―", DashKind::Em),
    ("–", DashKind::En),
    ("\\---", DashKind::Hyphens),
    ("---", DashKind::Hyphens),
    ("\\--", DashKind::Hyphens),
    ("--", DashKind::Hyphens),
    ("\\-", DashKind::Hyphen),
    ("-", DashKind::Hyphen),
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
    ("â\u{80}\u{93}", DashKind::En),
];

/// Whether a dash can end with `c`.
pub(super) fn may_end_dash(c: char) -> bool {
    matches!(c, '-' | ';' | '—' | '―' | '–' | '”' | '\u{93}' | '\u{94}')
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
