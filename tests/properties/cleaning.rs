//! What holds for every text that is cleaned.

use std::borrow::Cow;

use embedded_tweet::Tweet;
use proptest::prelude::*;

const PLAIN: &str = " — Dana Ortiz (@dortiz) July 14, 2021";
const QUOTED: &str = "\n>\n> — Dana Ortiz (@dortiz) July 14, 2021";
const MARKDOWN: &str =
    "\n>\n> — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)";
const NUMBERED: &str = "\n— Dana Ortiz (@dortiz) [4]July 14, 2021";
const SPLIT: &str = "\n— Dana Ortiz (@dortiz)\nJuly 14, 2021";

/// The text before `attribution`, cleaned, and whether it is borrowed.
fn clean(text: &str, attribution: &str) -> (String, bool) {
    let quotation = format!("{text}{attribution}");
    let clean = Tweet::parse(&quotation).unwrap().clean_text();
    (clean.to_string(), matches!(clean, Cow::Borrowed(_)))
}

/// Parts of a text, as flattening leaves them.
fn part() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "so",
        "Glad",
        "it is,",
        "They met.",
        "日本語",
        "🌉",
        "#Tag",
        "@dortiz",
        "https://t.co/AbCdEf1234",
        "pic.twitter.com/AbCdEf1234",
        "[#Tag](https://twitter.com/hashtag/Tag)",
        "![🌉](https://example.com/1f309.png)",
        "<https://t.co/AbCdEf1234>",
        "(https://twitter.com/dortiz)",
        "[4]",
        "&amp;",
        "&amp;lt;",
        "R&D;",
    ]);
    (part, prop::sample::select(vec![" ", " ", " ", "", "  ", "\n> ", "  \n> ", "\n>\n> "]))
        .prop_map(|(part, gap)| format!("{part}{gap}"))
}

proptest! {
    #[test]
    fn any_text_is_cleaned_and_none_gets_longer(text in r#"([ \t\n\r>|\[\]()<>!`'"\\&;#@/*_.\-]|amp|http://|https://t.co/|\PC){0,60}"#) {
        for attribution in [PLAIN, QUOTED, MARKDOWN, NUMBERED, SPLIT] {
            let quotation = format!("{text}{attribution}");
            if let Ok(tweet) = Tweet::parse(&quotation) {
                prop_assert!(tweet.clean_text().len() <= tweet.text().len());
            }
        }
    }

    #[test]
    fn what_was_cleaned_is_clean(parts in prop::collection::vec(part(), 0..30)) {
        let (once, _) = clean(parts.concat().trim_end_matches([' ', '\n', '>']), QUOTED);
        // Lines of about the width that converters fill may be taken for filled, once the margin is gone.
        if !once.lines().any(|line| (66..=82).contains(&line.chars().count())) {
            prop_assert_eq!(clean(&once, PLAIN), (once, true));
        }
    }

    #[test]
    fn words_are_borrowed(words in prop::collection::vec("[a-zé][a-zé.,!?']{0,8}", 1..40), gap in "[ \n]") {
        let text = words.join(&gap);
        prop_assert_eq!(clean(&text, PLAIN), (text, true));
    }
}
