//! What holds for any text: shared by the fuzz targets and the test that replays their corpus.
#![allow(dead_code, missing_docs, unreachable_pub)]

use std::borrow::Cow;

use embedded_tweet::{Entities, Extractor, Links, Segment, Tweet, TweetRecord, html, tweets, weighted_length};

/// What fails on a text that breaks a promise.
pub type Check = fn(&str);

/// The targets by their names.
pub const ALL: [(&str, Check); 7] = [
    ("segments", check_segments),
    ("parse", check_parse),
    ("dates", check_dates),
    ("links_entities", check_links_entities),
    ("clean_text", check_clean_text),
    ("json", check_json),
    ("html", check_html),
];

/// Segments add up to the text, alternate as they should, and are the tweets; the same in every mode.
pub fn check_segments(text: &str) {
    for extractor in [Extractor::new(), Extractor::new().structure_only(true).accept_undated(false)] {
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
            }
            at += part.len();
        }
        assert_eq!(at, text.len(), "segments add up to the text");
        assert!(extractor.tweets(text).eq(found), "segments are the tweets");
        check_prose(&extractor, text);
    }
    check_neutral(text);
}

/// Prose without gaps lacks nothing else, and the tweets are the same.
fn check_prose(extractor: &Extractor, text: &str) {
    let is_of_gap = |c: char| {
        let is_invisible = matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        c.is_whitespace() || is_invisible || matches!(c, '>' | '|')
    };
    let seen = |prose: &str| prose.replace(is_of_gap, "");
    let all: String = extractor.segments(text).filter_map(|segment| segment.prose()).collect();
    let parts: Vec<_> = extractor.segments(text).trimmed().collect();
    assert_eq!(seen(&parts.iter().filter_map(Segment::prose).collect::<String>()), seen(&all));
    assert!(parts.iter().filter_map(Segment::tweet).copied().eq(extractor.tweets(text)));
    assert_eq!(seen(&extractor.prose(text)), seen(&all));
}

/// All parts of a tweet stand in the text where they say, and within each other.
pub fn check_tweet(text: &str, tweet: &Tweet<'_>) {
    let span = tweet.span();
    let within = |part: &core::ops::Range<usize>| span.start <= part.start && part.end <= span.end;
    assert_eq!(text.get(span.clone()), Some(tweet.as_str()));
    assert_eq!(text.get(tweet.text_span()), Some(tweet.text()));
    assert!(within(&tweet.text_span()));
    let attribution = tweet.attribution_span();
    assert!(within(&attribution) && text.get(attribution.clone()).is_some());
    match tweet.continuation_span() {
        Some(continuation) => {
            // It stands behind the attribution, or between handle and date.
            let is_behind = attribution.end < continuation.start && continuation.end == span.end;
            let is_within = tweet.handle_span().end < continuation.start && continuation.end < attribution.end;
            assert!(is_behind || (is_within && attribution.end == span.end));
            assert_eq!(text.get(continuation), tweet.continuation());
            assert!(tweet.continuation().is_some_and(|part| !part.is_empty() && part.trim() == part));
        }
        // The last line of a quote block may follow.
        None => assert!(attribution.end <= span.end && tweet.continuation().is_none()),
    }
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
    // Written, or the day that the status id tells.
    assert_eq!(tweet.date().is_some(), tweet.date_span().is_some() || tweet.created_at().is_some());
    assert!((0.0..=1.0).contains(&tweet.confidence()));
}

/// Neutral prose in paragraphs of its own before and behind the text does not change who said what when.
///
/// Held against texts all of whose tweets have dash and date: without them, what is around an attribution tells whether
/// it is one.
fn check_neutral(text: &str) {
    let is_whole = |text: &str, tweet: &Tweet<'_>| {
        let name = tweet.name_span().and_then(|name| text.get(tweet.text_span().end..name.start));
        tweet.date().is_some() && name.is_some_and(|between| between.trim() == "—")
    };
    let begins_and_ends_with_words = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.ends_with(|c: char| c.is_ascii_digit())
    };
    if !begins_and_ends_with_words(text) || !tweets(text).all(|tweet| is_whole(text, &tweet)) {
        return;
    }
    // Without a dash, prose above tells an attribution from a byline.
    let facts = |text: &str| -> Vec<_> {
        let whole = tweets(text).filter(|tweet| is_whole(text, tweet));
        whole.map(|tweet| (tweet.author().handle, tweet.date(), tweet.status_id())).collect()
    };
    assert_eq!(facts(&format!("The mayor met the council.\n\n\n{text}")), facts(text), "after prose");
    assert_eq!(facts(&format!("{text}\n\n\nThe mayor met the council.")), facts(text), "before prose");
}

/// What is printed is read again as what was printed, where name and text are plain: those that hold what attributions
/// are made of may be read otherwise.
pub fn check_parse(text: &str) {
    match Tweet::parse(text) {
        Ok(tweet) => check_tweet(text, &tweet),
        Err(error) => assert!(text.is_char_boundary(error.offset())),
    }
    for tweet in tweets(text) {
        let is_word = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
        let is_plain = |part: &str| part.split(' ').all(|word| !word.is_empty() && word.chars().all(is_word));
        let Some(name) = tweet.author().name.filter(|_| tweet.continuation().is_none()) else { continue };
        let words = tweet.text().trim_end_matches(['.', '!']);
        if !is_plain(words) || !is_plain(name) || name.chars().count() > 50 || tweet.date().is_none() {
            continue;
        }
        let printed = tweet.to_string();
        let read = Tweet::parse(&printed).unwrap_or_else(|error| panic!("{printed:?}: {error}"));
        assert_eq!(
            (read.text(), read.author(), read.date()),
            (tweet.text(), tweet.author(), tweet.date()),
            "{printed:?}"
        );
        assert_eq!(read.to_string(), printed);
    }
}

/// Whatever is read as a date is a day of the years in which tweets can have been written, and is read the same from
/// what was read of it.
pub fn check_dates(text: &str) {
    let author = "So glad! https://t.co/AbCdEf1234 — Dana Ortiz (@dortiz)";
    let quotation = format!("{author} {text}");
    let Some(tweet) = tweets(&quotation).next().filter(|tweet| tweet.handle_span().end + 1 == author.len()) else {
        return;
    };
    check_tweet(&quotation, &tweet);
    let (Some(date), Some(span)) = (tweet.date(), tweet.date_span()) else { return };
    assert!(("2006".."2100").contains(&date.to_string().as_str()), "{date}");
    let alone = format!("{author} {}", quotation.get(span).unwrap_or_default());
    assert_eq!(tweets(&alone).next().and_then(|tweet| tweet.date()), Some(date), "{alone:?}");
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
        let parts = [Some((tweet.text(), tweet.text_span())), tweet.continuation().zip(tweet.continuation_span())];
        let alone = parts.into_iter().flatten().flat_map(|(part, span)| {
            Entities::new(part).map(move |entity| (entity.span().start + span.start, entity.value()))
        });
        assert!(tweet.entities().map(|entity| (entity.span().start, entity.value())).eq(alone));
    }
}

/// The attributions behind the texts that are cleaned.
pub const ATTRIBUTIONS: [&str; 6] = [
    " — Dana Ortiz (@dortiz) July 14, 2021",
    "\n>\n> — Dana Ortiz (@dortiz) July 14, 2021",
    "\n\n     — Dana Ortiz (@dortiz) July 14, 2021",
    "\n— Dana Ortiz (@dortiz)\nJuly 14, 2021",
    " — Dana Ortiz (@dortiz) [4]July 14, 2021",
    " — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)",
];

/// Cleaning takes away and adds nothing, whatever made the text; what is clean stays as it is.
pub fn check_clean_text(text: &str) {
    for attribution in ATTRIBUTIONS {
        let quotation = format!("{text}{attribution}");
        if let Ok(tweet) = Tweet::parse(&quotation) {
            check_cleaning(&tweet, attribution);
        }
    }
}

fn check_cleaning(tweet: &Tweet<'_>, attribution: &str) {
    let clean = tweet.clean_text();
    assert!(clean.len() <= tweet.text().len(), "{clean:?} is longer than {:?}", tweet.text());
    if let Cow::Borrowed(part) = clean {
        assert!(tweet.text().contains(part));
    }
    // A line may be taken for marked or filled, and what was escaped is markup to whoever reads it again.
    let may_be_marked = |c: char| c.is_control() || "[<(\\`&/".contains(c);
    let again = format!("{clean}{attribution}");
    let again = Tweet::parse(&again).ok().filter(|again| again.text() == clean && !clean.contains(may_be_marked));
    if let Some(again) = again {
        assert_eq!(again.clean_text(), clean, "cleaned from {:?} before {attribution:?}", tweet.text());
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
        assert_eq!(read.continuation.as_deref(), tweet.continuation());
        assert_eq!(record.into_owned(), read);
    }
    // Any text can be one of the fields.
    if let Ok(record) = serde_json::from_str::<TweetRecord<'_>>(text) {
        let json = serde_json::to_string(&record).expect("a record is JSON");
        assert_eq!(serde_json::from_str::<TweetRecord<'_>>(&json).expect("what was written can be read"), record);
    }
}

/// Segments add up to the page and are the embeds, each of which is an element that is an embed on its own.
pub fn check_html(page: &str) {
    let mut at = 0;
    let mut found = Vec::new();
    let mut after_markup = false;
    for segment in html::segments(page) {
        let part = segment.as_str();
        assert!(!part.is_empty(), "segments are not empty");
        assert_eq!(page.get(at..at + part.len()), Some(part), "segments add up to the page");
        match segment {
            html::Segment::Markup(_) => assert!(!after_markup, "markup is whole"),
            html::Segment::Embed(embed) => {
                assert_eq!(embed.span(), at..at + part.len());
                check_embed(&embed);
                found.push(embed);
            }
        }
        after_markup = segment.markup().is_some();
        at += part.len();
    }
    assert_eq!(at, page.len(), "segments add up to the page");
    assert!(html::embeds(page).eq(found), "segments are the embeds");
}

fn check_embed(embed: &html::Embed<'_>) {
    let element = embed.as_str();
    assert!(element.starts_with('<') && element.ends_with('>'), "{element:?}");
    let quotation = embed.quotation();
    assert!(!quotation.starts_with([' ', '\n']) && !quotation.ends_with([' ', '\n']), "{quotation:?}");
    // Alone it is the same, if its end does not depend on what follows.
    if let Some(alone) = html::embeds(element).next().filter(|alone| alone.span().len() == element.len()) {
        assert_eq!((alone.status_id(), alone.quotation()), (embed.status_id(), quotation));
    }
}
