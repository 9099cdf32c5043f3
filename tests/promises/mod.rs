//! What holds for any text: shared by the fuzz targets and the test that replays their corpus.
#![allow(dead_code, missing_docs)]

use embedded_tweet::{Entities, Extractor, Links, Segment, Tweet, TweetRecord, segments, tweets, weighted_length};

/// The targets by their names.
pub const ALL: [(&str, fn(&str)); 5] = [
    ("segments", check_segments),
    ("parse", check_parse),
    ("dates", check_dates),
    ("links_entities", check_links_entities),
    ("json", check_json),
];

/// Segments add up to the text, alternate as they should, and are the tweets; the same in every mode.
pub fn check_segments(text: &str) {
    for extractor in [Extractor::new(), Extractor::new().structure_only(true).undated(false)] {
        let mut at = 0;
        let mut found = Vec::new();
        let mut after_prose = false;
        for segment in extractor.segments(text) {
            let part = segment.as_str();
            assert_eq!(text.get(at..at + part.len()), Some(part), "segments add up to the text");
            match segment {
                Segment::Prose(prose) => {
                    assert!(!prose.is_empty() && !after_prose, "prose is whole");
                    after_prose = true;
                }
                Segment::Tweet(tweet) => {
                    assert_eq!(tweet.span(), at..at + part.len());
                    check_tweet(text, &tweet);
                    found.push(tweet);
                    after_prose = false;
                }
                _ => {}
            }
            at += part.len();
        }
        assert_eq!(at, text.len(), "segments add up to the text");
        assert!(extractor.tweets(text).eq(found), "segments are the tweets");
    }
    check_neutral(text);
}

/// All parts of a tweet stand in the text where they say, and within each other.
pub fn check_tweet(text: &str, tweet: &Tweet<'_>) {
    let span = tweet.span();
    let within = |part: &core::ops::Range<usize>| span.start <= part.start && part.end <= span.end;
    assert_eq!(text.get(span.clone()), Some(tweet.as_str()));
    assert_eq!(text.get(tweet.text_span()), Some(tweet.text()));
    assert!(within(&tweet.text_span()));
    if let Some(name) = tweet.name_span() {
        assert!(within(&name));
        assert_eq!(text.get(name), tweet.author().name);
    }
    let handle = tweet.handle_span();
    assert!(within(&handle));
    assert_eq!(
        text.get(handle).map(|handle| handle.replace('\\', "")).as_deref(),
        Some(tweet.author().handle.as_str())
    );
    if let Some(date) = tweet.date_span() {
        assert!(within(&date) && text.get(date).is_some_and(|date| !date.is_empty()));
    }
    assert_eq!(tweet.date().is_some(), tweet.date_span().is_some());
    assert!((0.0..=1.0).contains(&tweet.confidence()));
}

/// Neutral prose in paragraphs of its own before and behind the text does not change who said what when.
fn check_neutral(text: &str) {
    // Where the text ends, prose may go on a number or a word, or close what is open.
    if !text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '\n')
        || text.starts_with(|c: char| !c.is_ascii_alphanumeric())
    {
        return;
    }
    let facts = |text: &str| -> Vec<_> {
        tweets(text).map(|tweet| (tweet.author().handle, tweet.date(), tweet.status_id())).collect()
    };
    let before = format!("The mayor met the council.\n\n\n{text}");
    let behind = format!("{text}\n\n\nThe mayor met the council.");
    // At the beginning of the input a name alone has no text, so that it may be a tweet only behind prose.
    assert!(facts(&before).len() >= facts(text).len().saturating_sub(1));
    assert!(facts(&behind).len() + 1 >= facts(text).len());
}

/// What is printed is read again as what was printed.
pub fn check_parse(text: &str) {
    let _ = Tweet::parse(text)
        .map(|tweet| check_tweet(text, &tweet))
        .map_err(|error| assert!(error.offset() <= text.len()));
    for tweet in tweets(text) {
        let printed = tweet.to_string();
        let Ok(read) = Tweet::parse(&printed) else { continue };
        assert_eq!((read.author().handle, read.date()), (tweet.author().handle, tweet.date()), "{printed:?}");
        let again = read.to_string();
        let Ok(twice) = Tweet::parse(&again) else { continue };
        assert_eq!(twice.to_string(), again, "printing is idempotent");
    }
}

/// Whatever is read as a date is a day of the years in which tweets can have been written, and is read the same from what
/// was read of it.
pub fn check_dates(text: &str) {
    let quotation = format!("So glad! https://t.co/AbCdEf1234 — Dana Ortiz (@dortiz) {text}");
    let Some(tweet) = tweets(&quotation).next() else { return };
    check_tweet(&quotation, &tweet);
    assert_eq!(tweet.author().handle.as_str(), "dortiz");
    let (Some(date), Some(span)) = (tweet.date(), tweet.date_span()) else { return };
    assert!(("2006".."2100").contains(&date.to_string().as_str()), "{date}");
    let written = &quotation[span];
    let alone = format!("So glad! https://t.co/AbCdEf1234 — Dana Ortiz (@dortiz) {written}");
    let read = tweets(&alone).next().and_then(|tweet| tweet.date());
    assert_eq!(read, Some(date), "{written:?} alone");
}

/// Links and entities are in order, inside of the text and slices of it.
pub fn check_links_entities(text: &str) {
    let mut at = 0;
    for link in Links::new(text) {
        let span = link.span();
        assert!(at <= span.start && span.start < span.end);
        assert_eq!(text.get(span.clone()), Some(link.as_str()));
        at = span.end;
        if let Err(error) = link.to_url() {
            assert!(error.offset() <= link.as_str().len());
        }
        let _ = (link.status_id(), link.handle(), link.kind(), link.is_truncated());
    }
    at = 0;
    for entity in Entities::new(text) {
        let span = entity.span();
        assert!(at <= span.start && span.start < span.end);
        assert_eq!(text.get(span.clone()), Some(entity.as_str()));
        assert!(entity.as_str().ends_with(entity.value()));
        at = span.end;
    }
    // Emoji of many characters weigh 2, and no character more than 6 (a musical note).
    assert!(weighted_length(text) <= 6 * text.chars().count() + 23 * Links::new(text).count());
    // The text of a tweet is read as any other.
    for tweet in tweets(text) {
        let start = tweet.text_span().start;
        let alone = Entities::new(tweet.text()).map(|entity| (entity.span().start + start, entity.value()));
        assert!(tweet.entities().map(|entity| (entity.span().start, entity.value())).eq(alone));
    }
}

/// What is written as JSON is read back as it was.
pub fn check_json(text: &str) {
    for tweet in tweets(text) {
        let record = TweetRecord::from(&tweet);
        let json = serde_json::to_string(&tweet).expect("a record is JSON");
        let read: TweetRecord<'_> = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(read, record);
        assert_eq!(read.text, tweet.text());
    }
    // Any text can be one of the fields.
    if let Ok(record) = serde_json::from_str::<TweetRecord<'_>>(text) {
        let json = serde_json::to_string(&record).expect("a record is JSON");
        assert_eq!(serde_json::from_str::<TweetRecord<'_>>(&json).expect("what was written can be read"), record);
    }
    assert!(segments(text).map(|segment| segment.as_str().len()).sum::<usize>() == text.len());
}
