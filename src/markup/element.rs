//! The elements of HTML by their names.

/// How the tags of an element set the words around them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apart {
    Not,
    Space,
    /// By one line break more, whatever else is there.
    Break,
    /// By at least one line break.
    Line,
    /// By at least two line breaks.
    Paragraph,
}

const PARAGRAPHS: &str = "p blockquote ul ol dl pre figure table h1 h2 h3 h4 h5 h6 hr";
const LINES: &str =
    "div section article header footer main aside nav li dt dd tr figcaption address form details summary";
const CELLS: &str = "td th";

/// How the tags of the element with this name set words apart.
pub(crate) fn apart(name: &str) -> Apart {
    let is_of = |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
    match name.len() {
        1..=10 if is_of(PARAGRAPHS) => Apart::Paragraph,
        2..=10 if is_of(LINES) => Apart::Line,
        2 if is_of(CELLS) => Apart::Space,
        2 if is_of("br") => Apart::Break,
        _ => Apart::Not,
    }
}

/// Elements that set nothing apart.
const INLINE: &str = "a abbr b bdi big center cite code del em font i iframe img ins mark q s script small span strong style sub sup tt u wbr";

/// Whether an element has this name: authors write `<sigh>`, and addresses stand between the same brackets.
pub(crate) fn is_known(name: &str) -> bool {
    apart(name) != Apart::Not || INLINE.split(' ').any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_set_apart_by_their_names() {
        for (name, expected) in [
            ("P", Apart::Paragraph),
            ("blockquote", Apart::Paragraph),
            ("div", Apart::Line),
            ("td", Apart::Space),
            ("BR", Apart::Break),
            ("span", Apart::Not),
            ("a", Apart::Not),
            ("custom-element", Apart::Not),
        ] {
            assert_eq!(apart(name), expected, "{name}");
        }
    }

    #[test]
    fn words_in_angle_brackets_are_no_elements() {
        for name in ["p", "BR", "a", "span", "td", "h2"] {
            assert!(is_known(name), "{name}");
        }
        for name in ["", "sigh", "grin", "you", "dortiz"] {
            assert!(!is_known(name), "{name}");
        }
    }
}
