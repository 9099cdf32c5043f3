//! Comparisons that ignore case.

/// Whether `text` begins with `prefix`, where the case of ASCII letters does not count.
pub(crate) fn starts_with_ignore_case(text: &str, prefix: &str) -> bool {
    strip_prefix_ignore_case(text, prefix).is_some()
}

/// `text` without `prefix`, where the case of ASCII letters does not count.
pub(crate) fn strip_prefix_ignore_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// `text` without `suffix`, where the case of ASCII letters does not count.
pub(crate) fn strip_suffix_ignore_case<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    end.eq_ignore_ascii_case(suffix).then_some(rest)
}

/// Whether `text` is the lowercase `lower`, in any case and script.
pub(crate) fn is_in_any_case(text: &str, lower: &str) -> bool {
    text.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

/// Whether `text` begins with the lowercase `lower`, in any case and script.
pub(crate) fn starts_in_any_case(text: &str, lower: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    lower.chars().all(|c| letters.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_compared_without_the_case_of_ascii() {
        assert_eq!(strip_prefix_ignore_case("HTTP://a", "http://"), Some("a"));
        assert_eq!(strip_suffix_ignore_case("a.Example", ".example"), Some("a"));
        for (text, other) in [("ht", "http"), ("éa", "e"), ("Éa", "é")] {
            assert_eq!(strip_prefix_ignore_case(text, other), None, "{text}");
        }
        for (text, other) in [("tp", "http"), ("aé", "e"), ("aÉ", "é")] {
            assert_eq!(strip_suffix_ignore_case(text, other), None, "{text}");
        }
        assert!(starts_with_ignore_case("Data-x", "data-") && !starts_with_ignore_case("date-x", "data-"));
    }

    #[test]
    fn words_of_any_script_are_compared_without_their_case() {
        assert!(is_in_any_case("ТВИТ", "твит") && is_in_any_case("Tweet", "tweet"));
        assert!(!is_in_any_case("tweets", "tweet") && !is_in_any_case("twee", "tweet"));
        assert!(starts_in_any_case("Ödön", "öd") && !starts_in_any_case("öd", "ödön"));
    }
}
