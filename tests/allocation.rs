//! Extraction allocates nothing: counted by a global allocator.

use std::{fmt::Write, hint::black_box};

use allocation_counter::measure;
use embedded_tweet::{Extractor, Segment, Tweet, html, segments, tweets, weighted_length};

/// A page of many forms and languages, with everything that a tweet may hold.
fn page() -> String {
    let mut page = String::from("They met on Tuesday, and @mayor said (@so). ");
    for (text, attribution) in [
        ("So glad to be here! #bridges $TWTR pic.twitter.com/AbCdEf1234", "— Dana Ortiz (@dortiz) July 14, 2021"),
        ("@mayor https://t.co/AbCdEf1234pic.twitter.com/AbCdEf1234", "&mdash; Dana 🌉 (@dortiz) 14 juillet 2021"),
        (
            "> Quoted,\n> and wrapped. https://example.com/a…",
            "\n> -- Dana (@d\\_ortiz) [July 14,\n> 2021](https://twitter.com/dortiz/status/1415245567461347331)",
        ),
        ("橋は金曜日まで通れません。 #橋", "— ダナ（期間限定） (@dortiz) 2021年7月14日"),
        (
            "No date here https://twitter.com/dortiz/status/1415245567461347331 pic.twitter.com/AbCdEf1234",
            "— Dana (@dortiz)",
        ),
        ("So glad in two parts!", "— Dana (@dortiz) July 14, 2021\nThe bridge is open. pic.twitter.com/AbCdEf1234"),
        ("The dash was lost!", " Dana Ortiz (@dortiz) July 14, 2021The mayor"),
    ] {
        for break_ in ["\n\n", "\n", " "] {
            write!(page, "{break_}{text} {attribution}{break_}It rained on Wednesday. By Dana Ortiz (@dortiz) on X.")
                .unwrap();
        }
    }
    page
}

fn use_every_part(tweet: &Tweet<'_>) -> usize {
    black_box((tweet.as_str(), tweet.span(), tweet.text(), tweet.text_span(), tweet.author(), tweet.boundary()));
    black_box((tweet.continuation(), tweet.continuation_span(), tweet.attribution_span()));
    black_box((tweet.name_span(), tweet.handle_span(), tweet.date(), tweet.time(), tweet.date_span()));
    black_box((tweet.status_id(), tweet.created_at(), tweet.confidence(), weighted_length(tweet.text())));
    let links = tweet.links().map(|link| black_box((link.as_str(), link.span(), link.kind(), link.status_id())));
    let entities = tweet.entities().map(|entity| black_box((entity.as_str(), entity.value(), entity.handle())));
    let values = tweet.mentions().chain(tweet.hashtags()).chain(tweet.cashtags());
    links.count() + entities.count() + values.map(black_box).count()
}

#[test]
fn extraction_allocates_nothing() {
    let page = page();
    let mut found = 0;
    let mut parts = 0;
    let allocated = measure(|| {
        for tweet in tweets(&page) {
            found += 1;
            parts += use_every_part(&tweet);
            black_box(Tweet::parse(tweet.as_str()).is_ok());
            black_box(tweet.clean_name());
        }
        found += segments(&page).filter_map(|segment: Segment<'_>| segment.tweet().copied()).count();
        found += segments(&page).trimmed().filter(|segment| segment.tweet().is_some()).count();
        found += Extractor::new().accept_undated(false).tweets(&page).count();
        black_box(Tweet::parse(&page).is_err());
    });
    assert_eq!((allocated.count_total, allocated.bytes_total), (0, 0));
    assert!(found >= 30 && parts >= 30, "{found} tweets with {parts} parts are no evidence");
}

#[test]
fn the_embeds_of_a_page_are_found_without_allocation() {
    let page = include_str!("fuzz_corpus/html/embeds").repeat(20)
        + "<blockquote><p>So &amp; so</p>— Dana (@dortiz) <a href=https&#58;//x.com/dortiz/status/1415>July 14, 2021</a>\
           </blockquote><div data-attrs='{&quot;url&quot;:&quot;https://x.com/dortiz/status/1415&quot;}'></div>";
    let (mut named, mut parts) = (0, 0);
    let allocated = measure(|| {
        named += html::embeds(&page).filter(|embed| embed.status_id().is_some()).count();
        parts += html::segments(&page).map(|segment| black_box(segment.as_str()).len()).sum::<usize>();
    });
    assert_eq!((allocated.count_total, allocated.bytes_total), (0, 0));
    assert_eq!((named, parts), (4 * 20 + 2, page.len()));
    let embed = html::embeds(&page).next().unwrap();
    assert!(measure(|| drop(black_box(embed.quotation()))).count_total > 0);
}

#[test]
fn allocations_are_counted() {
    assert_eq!(measure(|| drop(black_box(String::from("counted")))).count_total, 1);
}
