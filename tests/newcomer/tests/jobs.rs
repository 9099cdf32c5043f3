//! The jobs, done.

use embedded_tweet::{Handle, ParseTweetErrorKind, chrono::NaiveDate};
use embedded_tweet_newcomer::*;

const PAGE: &str = "\
The council met on Tuesday, and the chair spoke of a long-term partnership.

> So glad to be here! R&amp;D #bridges https://t.co/AbCdEf1234
>
> — Dana &amp; Co. (@dortiz) [July 15, 2021](https://twitter.com/dortiz/status/1415600000000000000)

> Who will pay for all that?
>
> — Dana Ortiz (@DOrtiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)

The opposition did not agree.

> Not us! pic.twitter.com/AbCdEf1234
>
> — Kim Lee (@kimlee) July 13, 2021

It went on for hours.
";

#[test]
fn who_said_what() {
    let sayings = sayings(PAGE);
    let (name, handle, text) = &sayings[0];
    assert_eq!(
        (name.as_deref(), text.as_ref()),
        (Some("Dana & Co."), "So glad to be here! R&D #bridges https://t.co/AbCdEf1234")
    );
    assert_eq!(*handle, "dortiz");
    assert_eq!(sayings.len(), 3);
}

#[test]
fn of_an_author_on_a_day() {
    let day = NaiveDate::from_ymd_opt(2021, 7, 14).unwrap();
    let texts: Vec<_> = of_author_on(PAGE, "dortiz", day).map(|tweet| tweet.text()).collect();
    assert_eq!(texts, ["Who will pay for all that?"]);
}

#[test]
fn markdown_without_tweets() {
    assert_eq!(
        without_tweets(PAGE),
        "The council met on Tuesday, and the chair spoke of a long-term partnership.\n\n\
         The opposition did not agree.\n\nIt went on for hours.\n"
    );
}

#[cfg(feature = "serde")]
#[test]
fn json_and_back() {
    let read = json::read(&json::write(PAGE).unwrap()).unwrap();
    assert_eq!(read.len(), 3);
    assert_eq!(read[0].clean_text, "So glad to be here! R&D #bridges https://t.co/AbCdEf1234");
    assert_eq!(read[1].author.handle, "dortiz");
    assert!(read.iter().all(|tweet| tweet.confidence > 0.5));
    assert_eq!(read[0].status_id.map(u64::from), Some(1_415_600_000_000_000_000));
}

#[test]
fn one_quotation() {
    let tweet = one("So glad! — Dana Ortiz (@dortiz) July 14, 2021").unwrap();
    assert_eq!(format!("{tweet:#}"), "So glad! — Dana Ortiz (@dortiz) July 14, 2021");
    let error = one("So glad! — Dana Ortiz (@dortiz) July 34, 2021").unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ParseTweetErrorKind::InvalidDate, "expected a day that exists, since 2006 at byte 39")
    );
    let error = one("<blockquote>So glad!</blockquote>").unwrap_err();
    assert!(error.to_string().contains("html::embeds"));
}

#[test]
fn an_oembed_answer() {
    let html = "<blockquote class=\"twitter-tweet\"><p lang=\"en\">So glad!</p>&mdash; Dana Ortiz (@dortiz) \
        <a href=\"https://twitter.com/dortiz/status/1415245567461347331\">July 14, 2021</a></blockquote>\n\
        <script async src=\"https://platform.twitter.com/widgets.js\"></script>";
    let tweet = of_oembed(html).unwrap();
    assert_eq!((tweet.text.as_ref(), tweet.date), ("So glad!", NaiveDate::from_ymd_opt(2021, 7, 14)));
    assert_eq!(of_oembed("<p>nothing</p>"), None);
}

#[test]
fn links_are_urls() {
    let targets = targets(PAGE);
    let hosts: Vec<_> = targets.iter().filter_map(|url| url.host_str()).collect();
    assert_eq!(hosts, ["t.co", "pic.twitter.com"]);
}

#[test]
fn in_the_order_of_time() {
    let days: Vec<_> = by_time(PAGE).iter().filter_map(|tweet| tweet.date()).map(|date| date.to_string()).collect();
    assert_eq!(days, ["2021-07-13", "2021-07-14", "2021-07-15"]);
}

#[test]
fn threads_of_accounts() {
    let (threads, counts) = threads(PAGE);
    assert_eq!(threads.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(counts[&Handle::new("@DORTIZ").unwrap()], 2);
}
