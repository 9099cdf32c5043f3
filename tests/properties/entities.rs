//! What holds for the entities and links of every text.

use embedded_tweet::{Entities, EntityKind, LinkKind, Links, weighted_length};
use proptest::prelude::*;

/// Texts of the pieces that mean something, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "@",
            "＠",
            "#",
            "＃",
            "$",
            "dana",
            "NASA",
            "RT",
            "日本",
            "é",
            "\u{301}",
            "\u{200d}",
            "👍",
            "🏿",
            "🇺",
            "1",
            "23",
            "_",
            "-",
            ".",
            "…",
            "...",
            ":",
            "://",
            "/",
            "http",
            "https://",
            "t.co/",
            "pic.twitter.com/",
            "twitter.com/",
            "x.com",
            "/status/",
            "/i/web",
            "/photo/1",
            "AbCdEf1234",
            "AbCdEf12",
            "(",
            ")",
            "[",
            "](",
            "\\_",
            "?",
            "=",
            "&",
            " ",
            "\n",
            "example.com",
            "xn--",
            "みんな",
            "\u{2066}",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn entities_are_slices_in_order(text in pieces()) {
        let mut end = 0;
        for entity in Entities::new(&text) {
            let span = entity.span();
            prop_assert!(end <= span.start && span.start < span.end);
            prop_assert_eq!(text.get(span.clone()), Some(entity.as_str()));
            prop_assert!(entity.as_str().ends_with(entity.value()) && !entity.value().is_empty());
            prop_assert_eq!(entity.handle().is_some(), matches!(entity.kind(), EntityKind::Mention | EntityKind::List));
            prop_assert_eq!(entity.link().is_some(), entity.kind() == EntityKind::Link);
            end = span.end;
        }
    }

    #[test]
    fn links_are_the_entities_that_are_links(text in pieces()) {
        let entities: Vec<_> = Entities::new(&text).filter_map(|entity| entity.link()).collect();
        prop_assert_eq!(Links::new(&text).collect::<Vec<_>>(), entities);
    }

    #[test]
    fn links_become_urls_or_errors_within_them(text in pieces()) {
        for link in Links::new(&text) {
            match link.to_url() {
                Ok(url) => prop_assert!(matches!(url.scheme(), "http" | "https") && !link.is_truncated()),
                Err(error) => prop_assert!(error.offset() < link.as_str().len()),
            }
            prop_assert!(link.status_id().is_none() || link.kind() == LinkKind::Status);
            prop_assert!(link.handle().is_none() || matches!(link.kind(), LinkKind::Status | LinkKind::Profile));
        }
    }

    #[test]
    fn only_the_empty_text_weighs_nothing(text in pieces()) {
        prop_assert_eq!(weighted_length(&text) == 0, text.is_empty());
    }
}
