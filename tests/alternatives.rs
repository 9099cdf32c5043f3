//! Other beginnings of a tweet's text.

mod common;

use common::unmarked;
use embedded_tweet::{Boundary, Tweet, tweets};

/// Pages whose tweets begin in a line of words, behind lines, behind a quotation, and have a second part.
const PAGES: [&str; 4] = [
    "They met on Monday. She was there too. ⟦So glad! We go on #bridges⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ It rained.",
    "They met.\n\nShe said:\n\n⟦So glad!\nWe go on.⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.",
    "⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ They met. ⟦Me too!⟧ — ⟨Ann Bell⟩ (@⟪annbell⟫) ⦅July 15, 2021⦆",
    "The mayor met them on Monday.\n⟦So glad to be here!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬The bridge is open \
     again. pic.twitter.com/AbCdEf1234⟭\n\nIt rained.",
];

fn in_pages(mut check: impl FnMut(&str, Tweet<'_>)) {
    for marked in PAGES {
        let page = unmarked(marked);
        let found: Vec<_> = tweets(&page).collect();
        assert!(!found.is_empty(), "{marked}");
        for tweet in found {
            check(&page, tweet);
        }
    }
}

#[test]
fn the_first_is_that_of_the_tweet_and_the_others_are_less_likely() {
    let mut several = 0;
    in_pages(|page, tweet| {
        let all: Vec<_> = tweet.alternatives().collect();
        assert!((1..=6).contains(&all.len()), "{all:?}");
        several += usize::from(all.len() > 2);
        assert!(all.is_sorted_by(|a, b| a.log_probability() >= b.log_probability()), "{all:?}");
        let total: f32 = all.iter().map(|alternative| alternative.log_probability().exp()).sum();
        assert!(total < 1.05, "{all:?}");
        for alternative in &all {
            assert_eq!(&page[alternative.start()..tweet.text_span().end], alternative.text());
        }
    });
    assert!(several > 3);
}

#[test]
fn a_tweet_takes_the_beginning_of_an_alternative_and_keeps_all_else() {
    in_pages(|page, tweet| {
        for alternative in tweet.alternatives() {
            let other = tweet.with_alternative(&alternative);
            assert_eq!((other.text(), other.boundary()), (alternative.text(), alternative.boundary()));
            assert_eq!(&page[other.span()], other.as_str());
            assert_eq!(&page[other.text_span()], other.text());
            assert_eq!((other.span().start, other.span().end), (alternative.start(), tweet.span().end));
            assert_eq!((other.author(), other.date()), (tweet.author(), tweet.date()));
            assert_eq!(other.attribution_span(), tweet.attribution_span());
            assert_eq!(other.continuation_span(), tweet.continuation_span());
            let again: Vec<_> = other.alternatives().collect();
            assert_eq!(again, tweet.alternatives().collect::<Vec<_>>());
        }
    });
}

#[test]
fn the_alternative_of_another_tweet_changes_nothing() {
    let page = unmarked(PAGES[2]);
    let [first, second] = tweets(&page).collect::<Vec<_>>().try_into().unwrap();
    for (tweet, other) in [(first, second), (second, first)] {
        for alternative in other.alternatives() {
            assert_eq!(tweet.with_alternative(&alternative), tweet);
        }
    }
}

#[test]
fn a_beginning_that_was_read_is_the_only_one() {
    for (page, boundary) in [
        ("Dana Ortiz\n@dortiz\n·\nFollow\nSo glad! We go on.\n7:32 AM · Jul 14, 2021\n12.3K\nReply", Boundary::Author),
        (
            "{{Cite tweet |user=dortiz |author=Dana Ortiz |title=So glad! We go on. |number=1415245567461347331 |date=July 14, 2021}}",
            Boundary::Delimited,
        ),
        (
            "They met.\n\n#+begin_quote\nSo glad! We go on.\n— Dana Ortiz (@dortiz) July 14, 2021\n#+end_quote\n\nIt rained.",
            Boundary::Quote,
        ),
    ] {
        let tweet = tweets(page).next().unwrap();
        assert_eq!(tweet.boundary(), boundary);
        let all: Vec<_> = tweet.alternatives().collect();
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!((all[0].text(), all[0].log_probability()), (tweet.text(), 0.0));
    }
}
