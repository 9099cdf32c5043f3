//! Headings of Markdown.

/// The title of a heading, `### Title`.
pub(crate) fn heading_title(line: &str) -> Option<&str> {
    let title = line.strip_prefix('#')?.trim_start_matches('#');
    Some(title.strip_prefix(' ')?.trim()).filter(|title| !title.is_empty())
}

/// Whether `line` is a heading, `### Title`.
pub(crate) fn is_heading(line: &str) -> bool {
    heading_title(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_marks_a_space_and_a_title() {
        for (line, title) in [
            ("# Bridges", Some("Bridges")),
            ("### 2.1.0 ", Some("2.1.0")),
            ("#bridges", None),
            ("##", None),
            ("## ", None),
            (" # Bridges", None),
            ("Bridges", None),
        ] {
            assert_eq!(heading_title(line), title, "{line:?}");
        }
    }
}
