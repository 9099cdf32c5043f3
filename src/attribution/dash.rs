//! The dash before the author's name, in the spellings that flattening leaves.
//!
//! The embed's markup has `&mdash;`. Converters print it as it is, as hyphens (html2text `--`, Org mode `---`, escaped
//! `\---` in Markdown), leave the entity, or read UTF-8 as Latin-1 or Windows-1252.

/// How much a spelling tells of itself that an attribution begins, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DashKind {
    /// `—`, `―`, or what became of the em dash's entity or bytes.
    Em,
    /// `--` or `---`.
    Hyphens,
    /// `–`, which names hold as well.
    En,
    /// `-`, which text and names hold as well.
    Hyphen,
}

impl DashKind {
    /// Whether it stands for an em dash, which neither a list's bullet nor a hyphenated word does.
    pub(crate) fn is_long(self) -> bool {
        matches!(self, Self::Em | Self::Hyphens)
    }
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

/// A dash, where the text before it ends and the text after it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dash {
    pub(crate) kind: DashKind,
    /// The dash's length in bytes.
    pub(crate) len: usize,
}

/// Whether a dash can end with this character.
pub(crate) fn may_end_dash(c: char) -> bool {
    matches!(c, '-' | ';' | '—' | '―' | '–' | '”' | '\u{93}' | '\u{94}')
}

/// The dash with which `text` ends, if it does; hyphens are one only if there are no more than three.
pub(crate) fn dash_at_end(text: &str) -> Option<Dash> {
    let last = text.as_bytes().last()?;
    let ends = |spelling: &str| spelling.as_bytes().last() == Some(last) && text.ends_with(spelling);
    let &(spelling, kind) = SPELLINGS.iter().find(|(spelling, _)| ends(spelling))?;
    let before = text.get(..text.len() - spelling.len())?;
    let is_rule = spelling.ends_with('-') && before.ends_with('-');
    (!is_rule).then_some(Dash { kind, len: spelling.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found_at_the_end_of_a_text() {
        for (spelling, kind) in SPELLINGS {
            let text = std::format!("text {spelling}");
            assert_eq!(dash_at_end(&text), Some(Dash { kind, len: spelling.len() }), "{text:?}");
            assert!(may_end_dash(text.chars().next_back().unwrap()), "{text:?}");
        }
    }

    #[test]
    fn a_rule_of_hyphens_is_no_dash() {
        for text in ["", "text", "----", "text ------", "a&mdash", "&#8213;"] {
            assert_eq!(dash_at_end(text), None, "{text:?}");
        }
    }
}
