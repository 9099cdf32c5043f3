//! Words of others on our page.

use maud::{Markup, html};

/// `text` as text. The page's writer escapes it; here, characters that nobody would see are made visible: controls, and
/// the two that make a browser write a text backwards. Other marks of direction are kept, since right-to-left scripts
/// need them, and cannot act beyond the element, which is isolated.
pub(crate) fn words(text: &str) -> Markup {
    if !text.contains(is_hidden) {
        return html! { (text) };
    }
    html! {
        @for part in text.split_inclusive(is_hidden) {
            @let hidden = part.chars().next_back().filter(|&c| is_hidden(c));
            (hidden.and_then(|c| part.strip_suffix(c)).unwrap_or(part))
            @if let Some(c) = hidden { span.control { (format!("U+{:04X}", u32::from(c))) } }
        }
    }
}

fn is_hidden(c: char) -> bool {
    let override_of_direction = matches!(c, '\u{202d}' | '\u{202e}');
    override_of_direction || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// `number` with commas.
pub(crate) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `part` of `whole` in per cent, for widths and labels.
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let share = 100.0 * part as f64 / whole.max(1) as f64;
    share
}

/// A probability in per cent, rounded down: only what is certain is shown as 100.
pub(crate) fn percent_sure(probability: f32) -> f32 {
    (probability * 100.0).floor()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        let hostile = r#"<script>alert("1")</script> & <img src=x onerror='x'>"#;
        let shown = words(hostile).into_string();
        assert!(!shown.contains('<'), "{shown}");
        assert!(shown.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;img"), "{shown}");
    }

    #[test]
    fn hidden_characters_are_shown() {
        let shown = words("a\u{202e}b\0\n\u{200f}c").into_string();
        let control = |name| format!("<span class=\"control\">{name}</span>");
        assert_eq!(shown, format!("a{}b{}\n\u{200f}c", control("U+202E"), control("U+0000")));
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, grouped) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(count(number), grouped);
        }
    }
}
