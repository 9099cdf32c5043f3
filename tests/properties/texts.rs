//! What holds for every text that is searched.

use embedded_tweet::{Boundary, Entities, Extractor, Handle, Links, Segment, Tweet, TweetRecord, segments, tweets};
use proptest::{collection::vec, prelude::*, sample::select, strategy::ValueTree as _};

use crate::promises;

/// Pieces of which quotations and their false friends are made.
const PIECES: &[&str] = &[
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{202f}",
    "\u{200f}",
    "> ",
    "\n> ",
    "\n>\n> ",
    "| ",
    "\t",
    "    ",
    "—",
    " — ",
    "–",
    "--",
    "---",
    " - ",
    "&mdash;",
    "&#8212;",
    "&#x2014;",
    "\\",
    "@",
    "(@",
    "(",
    ")",
    "（@",
    "）",
    "[",
    "]",
    "](",
    "[[",
    "]]",
    "][",
    "`",
    "<",
    ">",
    ">`__",
    "@dortiz",
    "(@dortiz)",
    "(@d\\_ortiz)",
    "([@dortiz](https://dev.to/dortiz))",
    "@dana.bsky.social",
    "(@dana-o)",
    "Dana Ortiz",
    "Dana 🌉",
    "ダナ（期間限定）",
    "دانا",
    "🇵🇰",
    "👩‍👩‍👧",
    "\u{301}",
    "July 14, 2021",
    "14 July 2021",
    "Jul 14, 2021",
    "14. Juli 2021",
    "2021年7月14日",
    "١٤ يوليو ٢٠٢١",
    "8 декабря 2017 г.",
    "[July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)",
    "[4]July 14, 2021",
    "7:32 AM · Jul 14, 2021",
    "3:05 PM - Apr 1, 2018",
    "1632395195000",
    "2026-09-09",
    "2026-04-01T03:14:06.000Z",
    " at 11:00 PM",
    "2021",
    "14",
    "July",
    "pic.twitter.com/AbCdEf1234",
    "https://t.co/AbCdEf1234",
    "https://twitter.com/dortiz/status/1415245567461347331",
    "http://",
    "https://x.com/",
    "bbc.co.uk/news/world-eur…",
    "#bridges",
    "#",
    "$TWTR",
    "So glad!",
    "They met on Tuesday.",
    "tweeted:",
    "By ",
    " on X",
    "RT @dortiz: ",
    "- ",
    "* ",
    "“",
    "”",
    "…",
    "\u{0}",
    "\u{feff}",
    "\u{fffd}",
];

/// Pieces in the order in which an attribution has them.
fn attribution() -> impl Strategy<Value = String> {
    const GAPS: [&str; 6] = [" ", "  ", "", "\n", "\n> ", "\u{a0}"];
    const DASHES: [&str; 5] = ["— ", "—", " -- ", "&mdash; ", ""];
    const NAMES: [&str; 7] = ["Dana Ortiz", "Dana 🌉", "ダナ（期間限定）", "", "D — O", "@dortiz", "دانا"];
    const HANDLES: [&str; 5] =
        ["(@dortiz)", "(@d\\_ortiz)", "([@dortiz](https://dev.to/dortiz))", "@dortiz", "(@dana.dev)"];
    const DATES: [&str; 7] = [
        "July 14, 2021",
        "14. Juli 2021",
        "2021年7月14日",
        "",
        "3:05 PM - Apr 1, 2018",
        "[July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)",
        "February 30, 2021",
    ];
    let gap = || select(&GAPS[..]);
    let parts =
        (gap(), select(&DASHES[..]), select(&NAMES[..]), gap(), select(&HANDLES[..]), gap(), select(&DATES[..]));
    parts.prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].concat())
}

/// Text of the grammar's own pieces, with anything at all between them.
fn woven() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => select(PIECES).prop_map(str::to_owned),
        1 => attribution(),
        1 => "[a-zA-Z ,.!?:]{1,40}",
        1 => any::<String>(),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Any text at all, or one that looks as if it held tweets.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => any::<String>(), 4 => woven()]
}

/// Words of a tweet, which hold no attribution.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[A-Za-z]{1,12}[,;]?",
        1 => "#[a-z]{1,10}",
        1 => "@[a-z]{1,10}",
        1 => select(&["🙏", "naïve", "東京", "мост", "(perhaps)", "“so”", "well-known", "https://t.co/AbCdEf1234"][..])
            .prop_map(str::to_owned),
    ];
    (vec(word, 1..25), select(&[".", "!", "?", " pic.twitter.com/AbCdEf1234"][..]))
        .prop_map(|(words, end)| words.join(" ") + end)
}

/// A name as accounts have them, of at most 50 characters.
fn name() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[A-Z][a-z]{1,9}",
        1 => select(&["🌉", "🇵🇰", "Ørsted", "山田", "Нина", "O'Neil", "M.D.", "3am", "(she)"][..]).prop_map(str::to_owned),
    ];
    vec(part, 1..4).prop_map(|parts| parts.join(" "))
}

fn check_parts(tweet: &Tweet<'_>, text: &str) -> Result<(), TestCaseError> {
    let handle = tweet.author().handle;
    prop_assert!(Handle::new(handle.as_str()) == Ok(handle));
    for entity in tweet.entities() {
        prop_assert_eq!(text.get(entity.span()), Some(entity.as_str()));
    }
    for link in tweet.links() {
        prop_assert_eq!(text.get(link.span()), Some(link.as_str()));
        let _ = link.to_url();
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_add_up_to_the_text(text in text()) {
        let whole: String = segments(&text).map(|segment| segment.as_str()).collect();
        prop_assert_eq!(whole, text);
    }

    #[test]
    fn prose_is_never_empty_nor_split(text in text()) {
        let parts: Vec<_> = segments(&text).collect();
        prop_assert!(parts.iter().all(|segment| !segment.as_str().is_empty()));
        let is_prose = |segment: &Segment<'_>| segment.tweet().is_none();
        prop_assert!(!parts.windows(2).any(|pair| pair.iter().all(is_prose)));
    }

    #[test]
    fn tweets_are_those_of_the_segments(text in text()) {
        let found: Vec<_> = tweets(&text).collect();
        let of_segments: Vec<_> = segments(&text).filter_map(|segment| segment.tweet().copied()).collect();
        prop_assert_eq!(found, of_segments);
    }

    #[test]
    fn spans_are_slices_in_order_that_do_not_overlap(text in text()) {
        let mut end = 0;
        for tweet in tweets(&text) {
            prop_assert!(end <= tweet.span().start && tweet.span().start < tweet.span().end);
            end = tweet.span().end;
            promises::check_tweet(&text, &tweet);
            check_parts(&tweet, &text)?;
        }
    }

    #[test]
    fn undated_quotations_can_be_refused(text in text()) {
        prop_assert!(Extractor::new().accept_undated(false).tweets(&text).all(|tweet| tweet.date().is_some()));
    }

    #[test]
    fn the_search_begins_anew_after_a_clone(text in text()) {
        let mut found = tweets(&text);
        found.next();
        prop_assert!(found.clone().eq(found));
    }

    #[test]
    fn nothing_panics_on_one_thing_that_may_be_malformed(text in text()) {
        if let Err(error) = Tweet::parse(&text) {
            prop_assert!(text.is_char_boundary(error.offset()), "{}", error);
        }
        if let Err(error) = Handle::new(&text) {
            prop_assert!(text.is_char_boundary(error.offset()), "{}", error);
        }
        prop_assert!(Entities::new(&text).all(|entity| text.get(entity.span()) == Some(entity.as_str())));
        prop_assert!(Links::new(&text).all(|link| text.get(link.span()) == Some(link.as_str())));
        let _ = embedded_tweet::weighted_length(&text);
    }

    #[test]
    fn what_is_printed_is_read_again(
        words in words(), name in name(), handle in "[A-Za-z][A-Za-z0-9_]{0,14}",
        year in 2006..2036, month in 1..=12_u32, day in 1..=28_u32,
    ) {
        let date = embedded_tweet::chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let printed = format!("{words} — {name} (@{handle}) {}", date.format("%B %-d, %Y"));
        let tweet = Tweet::parse(&printed).map_err(|error| TestCaseError::fail(format!("{error}: {printed}")))?;
        prop_assert_eq!(tweet.text(), words);
        prop_assert_eq!(tweet.author().name, Some(&*name));
        prop_assert_eq!(tweet.author().handle.to_string(), format!("@{handle}"));
        prop_assert_eq!(tweet.date(), Some(date));
        prop_assert_eq!(tweet.to_string(), printed.clone());
        prop_assert_eq!(tweets(&printed).map(|tweet| tweet.author().handle).collect::<Vec<_>>(), [tweet.author().handle]);
    }

    #[test]
    fn a_quotation_between_paragraphs_leaves_them(
        words in words(), name in name(), before in "[A-Z][a-z ]{10,80}\\.", after in "[A-Z][a-z ]{10,80}\\.",
    ) {
        let page = format!("{before}\n\n{words} — {name} (@dortiz) July 14, 2021\n\n{after}");
        let parts: Vec<_> = segments(&page).collect();
        let [.., Segment::Tweet(tweet), Segment::Prose(rest)] = &parts[..] else {
            return Err(TestCaseError::fail(format!("{parts:?}")));
        };
        prop_assert_eq!(*rest, format!("\n\n{after}"));
        prop_assert_eq!(tweet.author().name, Some(&*name));
        prop_assert!(words.ends_with(tweet.text()) || tweet.text().ends_with(&words));
        prop_assert!(tweet.boundary() > Boundary::Author);
    }

    #[test]
    fn records_survive_json(text in text()) {
        for tweet in tweets(&text) {
            let json = serde_json::to_string(&tweet).unwrap();
            let record: TweetRecord<'_> = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&record, &TweetRecord::from(&tweet));
            prop_assert_eq!(text.get(record.text_span), Some(&*record.text));
        }
    }
}

#[test]
fn woven_texts_hold_tweets() {
    // Or else the properties of tweets were properties of nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let with_tweets = (0..500).filter(|_| {
        let text = woven().new_tree(&mut runner).unwrap().current();
        tweets(&text).next().is_some()
    });
    assert!(with_tweets.count() > 50);
}
