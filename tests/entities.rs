//! Entities and links of texts, marked in the texts.
#![allow(clippy::string_slice, clippy::unwrap_used, clippy::panic)]

#[path = "marks/mod.rs"]
mod marks;

use embedded_tweet::{Entities, EntityKind, Link, LinkKind, Links, ParseLinkErrorKind, StatusId, weighted_length};
use marks::{Part, mark, unmarked};

/// Checks that of the text without its marks, just what is marked is an entity: `‹links›` and `⌈others⌉`.
#[track_caller]
fn assert_entities(expected: &[&str]) {
    let part = |kind| if kind == EntityKind::Link { Part::Link } else { Part::Entity };
    for expected in expected {
        let text = unmarked(expected);
        let parts: Vec<_> = Entities::new(&text).map(|entity| (part(entity.kind()), entity.span())).collect();
        assert_eq!(mark(&text, &parts), *expected);
    }
}

/// Checks that of the text without its marks, just what is marked is a link.
#[track_caller]
fn assert_links(expected: &[&str]) {
    for expected in expected {
        let text = unmarked(expected);
        let parts: Vec<_> = Links::new(&text).map(|link| (Part::Link, link.span())).collect();
        assert_eq!(mark(&text, &parts), *expected);
    }
}

#[test]
fn links_without_a_space_before_or_after() {
    assert_links(&[
        "Come to the event‹pic.twitter.com/AbCdEf1234›",
        "Come to the event.‹pic.twitter.com/AbCdEf1234›— Dana",
        "#Tag‹pic.twitter.com/AbCdEf1234›The mayor",
        "#Tag‹https://t.co/AbCdEf1234›The mayor",
        "Read‹https://t.co/AbCdEf1234›2/ and then",
        "‹https://t.co/AAAAAAAAAA›‹pic.twitter.com/BBBBBBBBBB›",
        "‹https://t.co/AAAAAAAAAA›‹https://t.co/BBBBBBBBBB›‹https://t.co/CCCCCCCCCC›",
        "‹https://t.co/AAAAAAAAAA›https://",
        "‹http://t.co/AbCdEf12›‹http://t.co/AbCdEf34›",
        "‹http://t.co/AbCdEf12›‹pic.twitter.com/AbCdEf34›",
        "‹https://example.com/a›‹https://t.co/AbCdEf1234›",
        "‹https://example.com/a/›‹pic.twitter.com/AbCdEf1234›",
        "‹https://example.com›‹pic.twitter.com/AbCdEf1234›",
        "‹https://example.com›です",
        "見て‹https://t.co/AbCdEf1234›見て",
        "“‹https://t.co/AbCdEf1234›”—‹https://t.co/AbCdEf1234›",
        "‹https://twitter.com/dortiz/status/1415245567461347331›The mayor",
        "‹https://twitter.com/dortiz/status/1415245567461347331/photo/1›The mayor",
        "‹https://twitter.com/dortiz/status/1415245567461347331›‹pic.twitter.com/AbCdEf1234›",
    ]);
}

#[test]
fn an_address_within_an_address_is_part_of_it() {
    assert_links(&[
        "‹https://web.archive.org/web/2021/https://twitter.com/dortiz/status/1› now",
        "‹https://example.com/?url=https://t.co/AbCdEf1234&a=b› now",
    ]);
}

#[test]
fn codes_of_each_length() {
    assert_links(&[
        "‹http://t.co/AbCdEf12› in 2012",
        "‹pic.twitter.com/AbCdEf12›, in 2012",
        "‹pic.x.com/AbCdEf1234›.",
        "‹t.co/AbCdEf1234›'s",
        "‹https://t.co/AbCdEf1234?amp=1›",
        "‹HTTPS://T.CO/AbCdEf1234›",
        "‹http://pic.twitter.com/AbCdEf1234›",
        "‹https://t.co/›\nAbCdEf1234",
        "https:// ‹t.co/AbCdEf1234›",
        "pic.twitter.com/ pic.twitter.com t.co/",
    ]);
}

#[test]
fn links_that_were_cut_short() {
    assert_links(&[
        "‹https://t.co/AbCd…›",
        "‹https://t.c…›",
        "‹https://…›",
        "‹https://t.co/AbCdEf1234›… after a whole one",
        "‹pic.twitter.com/AbC…› more",
        "‹pic.twitter.com/AbC...› more",
        "‹twitter.com/dortiz/status/…›",
        "‹twitter.com/dortiz/status/1415...›",
        "‹twitter.com/dort…›",
        "‹https://example.com/news/world-eur…› — Dana",
        "‹https://example.com/news›... the end of a sentence",
        "‹https://example.com/news› …",
    ]);
    for text in ["https://t.co/AbCd…", "twitter.com/dortiz/status/1415...", "https://t.c…"] {
        let link = Links::new(text).next().unwrap();
        let error = link.to_url().unwrap_err();
        assert_eq!(error.kind(), ParseLinkErrorKind::Truncated, "{text:?}");
        assert_eq!(&text[..error.offset()], text.trim_end_matches(['…', '.']), "{text:?}");
        assert!(link.is_truncated() && link.status_id().is_none(), "{text:?}");
    }
}

#[test]
fn punctuation_and_markup_around_links() {
    assert_links(&[
        "(‹https://example.com/a›), ‹https://example.com/a›! ‹https://example.com/a›?",
        "(see ‹https://en.wikipedia.org/wiki/Mercury_(planet)›).",
        "[text](‹https://t.co/AbCdEf1234›) [text](‹https://example.com/?a=b›).",
        "[‹https://example.com/a›](‹https://example.com/a›)",
        "[‹pic.twitter.com/AbCdEf1234›](‹https://t.co/AbCdEf1234›)",
        "<‹https://t.co/AbCdEf1234›> <‹https://example.com/a›>",
        "**‹https://example.com/a›**",
        r"‹https://twitter.com/d\_ortiz/status/1› now",
        "\"‹https://example.com/a›\" „‹https://example.com/a›“",
    ]);
}

#[test]
fn hosts_of_links() {
    assert_links(&[
        "‹x.com/dortiz/status/1› ‹www.twitter.com/dortiz› ‹mobile.twitter.com/dortiz› ‹m.twitter.com/dortiz›",
        "fox.com/dortiz netflix.com/status/1 mytwitter.com/dortiz a.t.co/b @twitter.com/dortiz",
        "‹vxtwitter.com/dortiz/status/1› vxtwitter.com/dortiz example.com/a www.example.com",
        "‹http://例え.みんな/› ‹https://müller.de/über› http://localhost/ http://example/ ftp://example.com/",
    ]);
}

/// The only link of `text`, which is all of it.
#[track_caller]
fn whole(text: &str) -> Link<'_> {
    let mut links = Links::new(text);
    let link = links.next().unwrap_or_else(|| panic!("no link: {text:?}"));
    assert_eq!((link.as_str(), links.next()), (text, None));
    link
}

#[test]
fn what_links_lead_to() {
    use LinkKind::{Media, Other, Profile, Short, Status};
    for (text, kind, handle, id) in [
        ("pic.twitter.com/AbCdEf1234", Media, None, None),
        ("https://pic.x.com/AbCdEf1234", Media, None, None),
        ("t.co/AbCdEf1234", Short, None, None),
        ("https://t.co/", Other, None, None),
        ("https://twitter.com/dortiz/status/1?ref_src=twsrc%5Etfw", Status, Some("dortiz"), Some(1)),
        ("x.com/dortiz/status/1415245567461347331?s=20", Status, Some("dortiz"), Some(1_415_245_567_461_347_331)),
        ("http://twitter.com/#!/dortiz/statuses/1", Status, Some("dortiz"), Some(1)),
        ("https://mobile.twitter.com/dortiz/status/1/video/1", Status, Some("dortiz"), Some(1)),
        (r"https://twitter.com/d\_ortiz/status/1", Status, Some("d_ortiz"), Some(1)),
        ("https://twitter.com/i/web/status/1", Status, None, Some(1)),
        ("https://x.com/i/status/1", Status, None, Some(1)),
        ("twitter.com/statuses/1", Status, None, Some(1)),
        ("https://fxtwitter.com/dortiz/status/1", Status, Some("dortiz"), Some(1)),
        ("twitter.com/dortiz/status/…", Status, Some("dortiz"), None),
        ("twitter.com/dortiz", Profile, Some("dortiz"), None),
        ("https://x.com/dortiz/?lang=en", Profile, Some("dortiz"), None),
        ("https://x.com/dortiz/likes", Other, None, None),
        ("https://twitter.com/search?q=%23tag", Other, None, None),
        ("https://twitter.com/dortiz/status/99999999999999999999", Other, None, None),
        ("https://twitter.com", Other, None, None),
        ("https://fxtwitter.com/dortiz", Other, None, None),
        ("https://example.com/dortiz/status/1", Other, None, None),
    ] {
        let link = whole(text);
        let handle_found = link.handle().map(|handle| handle.as_str().to_owned());
        let id_found = link.status_id().map(StatusId::get);
        assert_eq!((link.kind(), handle_found.as_deref(), id_found), (kind, handle, id), "{text:?}");
    }
}

#[test]
fn urls_have_a_scheme_and_no_escapes() {
    for (text, url) in [
        ("pic.twitter.com/AbCdEf1234", "https://pic.twitter.com/AbCdEf1234"),
        ("http://t.co/AbCdEf12", "http://t.co/AbCdEf12"),
        ("twitter.com/dortiz", "https://twitter.com/dortiz"),
        (r"https://twitter.com/d\_ortiz/status/1", "https://twitter.com/d_ortiz/status/1"),
        ("HTTPS://EXAMPLE.com/A", "https://example.com/A"),
        ("https://müller.de/", "https://xn--mller-kva.de/"),
    ] {
        assert_eq!(whole(text).to_url().unwrap().as_str(), url);
    }
    let error = whole("https://example.com:99999/").to_url().unwrap_err();
    assert_eq!(error.kind(), ParseLinkErrorKind::Url(url::ParseError::InvalidPort));
}

#[test]
fn entities_of_each_kind() {
    assert_entities(&[
        "Thanks ⌈@NASA⌉, see ⌈#Moon⌉ and ⌈$BA⌉: ‹https://t.co/AbCdEf1234›",
        "RT⌈@NASA⌉: on ⌈@nasa/astronauts⌉ and ⌈@nasa⌉/7",
        "mail dana@example.com, &#39; C# a#b $5 $TOOLONGX 50$",
        "⌈＠NASA⌉さん！⌈＃月⌉。月＃月",
        "ありがとう⌈@NASA⌉さん #1 ⌈#1st⌉ #️⃣ #⃣",
        "‹https://medium.com/@dortiz/#top› ‹https://example.com/?q=$BA›",
        "⌈#ABC⌉/⌈@NASA⌉.⌈#abc⌉… ⌈#tag⌉🚀⌈#tag⌉❤️⌈#tag⌉",
        "⌈$RBS.CA⌉ ⌈$BRK_A⌉ ⌈$TWTR⌉.",
        "",
    ]);
}

#[test]
fn hashtags_in_many_scripts() {
    assert_entities(&[
        "⌈#Привет⌉, ⌈#Ελλάδα⌉! ⌈#Հայաստան⌉ ⌈#ქართული⌉",
        "⌈#日本語⌉。⌈#カラオケ⌉、⌈#サッカー⌉！⌈#東京～大阪⌉ ⌈#한국어⌉!",
        "⌈#עברית⌉ ⌈#العربية⌉، ⌈#می‌خواهم⌉ ⌈#हिन्दी⌉ ⌈#தமிழ்⌉ ⌈#ภาษาไทย⌉ ⌈#ខ្មែរ⌉",
        "⌈#café⌉ ⌈#cafe\u{301}⌉ ⌈#il·lusió⌉ ⌈#𝓓𝓪𝓷𝓪⌉ ⌈#A1_b⌉-c ⌈#x⌉½ #①",
    ]);
}

#[test]
fn entities_glued_to_links() {
    assert_entities(&[
        "⌈@NASA⌉‹https://t.co/AbCdEf1234› ⌈$BA⌉‹pic.twitter.com/AbCdEf1234›",
        "‹pic.twitter.com/AbCdEf1234›⌈#Moon⌉‹https://t.co/AbCdEf1234›⌈@NASA⌉",
        "#1‹https://t.co/AbCdEf1234›",
        "@http://t.co/AbCdEf1234 #https://example.com",
    ]);
}

#[test]
fn values_are_without_sigil() {
    let text = "@NASA ＃月 $BRK.A @nasa/astronauts t.co/a";
    let found: Vec<_> = Entities::new(text).map(|entity| (entity.kind(), entity.value())).collect();
    assert_eq!(
        found,
        [
            (EntityKind::Mention, "NASA"),
            (EntityKind::Hashtag, "月"),
            (EntityKind::Cashtag, "BRK.A"),
            (EntityKind::List, "nasa/astronauts"),
            (EntityKind::Link, "t.co/a"),
        ]
    );
}

#[test]
fn a_rejected_hashtag_still_ends_with_its_last_mark() {
    // The selector belongs to the first tag, and is no boundary before the second.
    assert_entities(&["#a\u{fe0f}#b ⌈#c⌉"]);
}

/// Texts on which a search that looks back, or ahead, without a bound takes a time that grows with their square.
#[test]
fn long_texts_of_one_piece_are_searched_once() {
    let len = 1 << 18;
    for piece in [
        "a",
        "@",
        "#",
        "$",
        "/",
        ":",
        ".",
        "…",
        "＃",
        "＠",
        "(",
        "[",
        "\\",
        "@a",
        "#a",
        "#1",
        "$a",
        "a#",
        "＃a",
        "://",
        "http://",
        "https://",
        "https://t.co/",
        "https://t.co/a",
        "t.co/",
        "pic.twitter.com/",
        "pic.",
        "http://a.b",
        "http://a.co/(",
        "http://a.co/[",
        "http://a.co/((",
        "http://a.co/\\",
        "http://a.co?",
        "http://a.co/!",
        "http://あ.",
        "http://xn--a.",
        "twitter.com/",
        "twitter.com/a/status/",
        "RT@",
        "👨\u{200d}",
        "1\u{fe0f}",
        "e\u{301}",
        "가",
        "🏴\u{e0067}",
    ] {
        let text = piece.repeat(len / piece.len());
        let links = Links::new(&text).count();
        let entities = Entities::new(&text).filter(|entity| entity.kind() == EntityKind::Link).count();
        assert_eq!(links, entities, "{piece:?}");
        assert!(weighted_length(&text) > 0, "{piece:?}");
    }
}

#[test]
fn a_name_that_goes_on_behind_an_escape_names_nobody_else() {
    let page = r"Thanks @kim\_lee, @ann and #my\_tag #Br\u00fccke #day! — Dana Ortiz (@dortiz) July 14, 2021";
    let tweet = embedded_tweet::tweets(page).next().unwrap();
    assert!(tweet.mentions().eq(["ann"]), "{:?}", tweet.mentions().collect::<Vec<_>>());
    assert!(tweet.hashtags().eq(["day"]), "{:?}", tweet.hashtags().collect::<Vec<_>>());
}
