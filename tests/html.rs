//! The embeds of pages: `⟦…⟧` marks their elements, and the ids that they name stand beside.
#![forbid(unsafe_code)]

mod marks;

use embedded_tweet::{ParseTweetErrorKind, StatusId, Tweet, html};
use marks::{Marked, Part};

/// Checks the elements that `marked` marks, and the ids that they name; 0 for none.
#[track_caller]
fn check(marked: &str, ids: &[u64]) {
    let marked = Marked::read(marked);
    let page = marked.text.as_str();
    let found: Vec<_> = html::embeds(page).map(|embed| embed.as_str()).collect();
    assert_eq!(found, marked.slices(Part::Text).collect::<Vec<_>>());
    let named: Vec<_> = html::embeds(page).map(|embed| embed.status_id().map_or(0, StatusId::get)).collect();
    assert_eq!(named, ids, "{page}");
}

/// What the first embed of `page` says.
#[track_caller]
fn said(page: &str) -> String {
    html::embeds(page).next().unwrap_or_else(|| panic!("no embed in {page}")).quotation()
}

const ID: u64 = 1_415_245_567_461_347_331;
const OTHER: u64 = 1_315_245_567_461_347_331;

#[test]
fn quotations_of_the_classes_that_scripts_look_for() {
    for class in ["twitter-tweet", "'a twitter-video b'", "twitter-quote", "\"twitter-embed-component\""] {
        check(
            &format!(
                "<p>They met.</p>⟦<blockquote class={class} data-dnt=true><p>So glad!</p>&mdash; Dana Ortiz (@dortiz) \
                 <a href=\"https://x.com/dortiz/status/{ID}?s=20\">July 14, 2021</a></blockquote>⟧\n<p>It rained.</p>"
            ),
            &[ID],
        );
    }
    check(&format!("⟦<blockquote class=twitter-tweet><a href=//x.com/i/status/{ID}></a></blockquote>⟧"), &[ID]);
    check("⟦<blockquote class=twitter-tweet><p>So glad!</p>— Dana Ortiz (@dortiz) July 14, 2021</blockquote>⟧", &[0]);
    check("<blockquote class=twitter-tweet> </blockquote>", &[]);
}

#[test]
fn quotations_without_a_class_that_say_what_a_tweet_says() {
    check(
        &format!(
            "⟦<blockquote cite=x><p>So glad!</p><footer>— Dana Ortiz (@dortiz) \
             <a href=https://twitter.com/dortiz/status/{ID}>14 de julio de 2021</a></footer></blockquote>⟧"
        ),
        &[ID],
    );
    // What follows the date, such as the label of a button, does not matter.
    check(
        &format!(
            "⟦<blockquote>So glad!<br>— Dana Ortiz (@dortiz) <a href=https://twitter.com/dortiz/status/{ID}>July 14, \
             2021</a> <span>Share</span></blockquote>⟧"
        ),
        &[ID],
    );
    for quotation in [
        "<p>She <a href=https://twitter.com/dortiz>tweeted</a> so.</p>".to_owned(),
        format!("<p>As <a href=https://twitter.com/dortiz/status/{ID}>others said</a>, it rained.</p>"),
        "<p>So glad!</p>— Dana Ortiz (@dortiz) <a href=https://example.com/1>July 14, 2021</a>".to_owned(),
        format!(
            "<p>{}</p>— Dana (@dortiz) <a href=https://x.com/dortiz/status/{ID}>July 14, 2021</a>",
            "so ".repeat(3000)
        ),
    ] {
        check(&format!("<blockquote>{quotation}</blockquote>"), &[]);
    }
}

#[test]
fn the_last_link_to_a_tweet_is_its_own() {
    check(
        &format!(
            "⟦<blockquote class=twitter-tweet><p>As <a href=https://x.com/bo/status/{OTHER}>x.com/bo/status/…</a></p>— \
             Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/{ID}>July 14, 2021</a></blockquote>⟧"
        ),
        &[ID],
    );
    // Links on dates before others.
    check(
        &format!(
            "⟦<blockquote class=twitter-tweet><p>So</p>— Dana Ortiz (@dortiz) \
             <a href=https://x.com/dortiz/status/{ID}>July 14, 2021</a> <a href=https://x.com/bo/status/{OTHER}>parent</a>\
             </blockquote>⟧"
        ),
        &[ID],
    );
}

#[test]
fn elements_with_data_and_frames() {
    check(
        &format!(
            "⟦<div class=embed data-oembed-url=\"https://twitter.com/dortiz/status/{ID}\"><div>\
             <blockquote class=twitter-tweet><a href=https://twitter.com/dortiz/status/{ID}></a></blockquote></div></div>⟧\
             ⟦<amp-twitter data-tweetid={OTHER} layout=responsive></amp-twitter>⟧\
             ⟦<img src=a.png data-tweet-id={ID}>⟧ ⟦<iframe data-tweet-id={ID} src=a></iframe>⟧\
             ⟦<iframe src='https://platform.x.com/embed/Post.html?lang=en&amp;id={OTHER}'></iframe>⟧"
        ),
        &[ID, OTHER, ID, ID, OTHER],
    );
    check(
        "<amp-twitter data-timeline-source-type=profile></amp-twitter>\
         <a class=twitter-timeline data-widget-id=1415245567461347331 href=https://twitter.com/dortiz></a>\
         <a class=twitter-share-button data-url=https://x.com/dortiz/status/1415245567461347331></a>\
         <iframe src='https://platform.x.com/widgets/follow_button.html?id=1415245567461347331'></iframe>",
        &[],
    );
}

#[test]
fn what_scripts_made_of_an_embed() {
    check(
        &format!(
            "⟦<div class='twitter-tweet twitter-tweet-rendered'><iframe data-tweet-id={ID}></iframe></div>⟧\
             ⟦<div class=react-tweet-theme><article><a href=https://x.com/dortiz>Dana Ortiz</a> \
             <a href=https://x.com/dortiz/status/{OTHER}><time datetime=2021-07-14T07:32:00Z>7:32 AM · Jul 14, 2021</time>\
             </a><a href=https://x.com/intent/like?tweet_id={ID}>3</a></article></div>⟧\
             <div class=react-tweet-theme>Not found</div>"
        ),
        &[ID, OTHER],
    );
}

#[test]
fn what_a_script_shows_between_author_and_text_is_no_part_of_it() {
    let link = format!("href=https://x.com/dortiz/status/{ID}");
    for author in [
        format!(
            "<a {link}><span>Dana Ortiz</span></a><div><a {link}><span>@dortiz</span></a><div>·<a href=a>Follow</a></div></div>"
        ),
        "<a href=b>Dana Ortiz</a><div><a href=b>@dortiz</a><span>·</span><a href=a>Follow</a></div>".to_owned(),
    ] {
        let page = format!(
            "<div class=react-tweet-theme><article><div>{author}</div><p>So glad!</p><div><a {link}><time \
             datetime=2021-07-14T07:32:00Z>7:32 AM · Jul 14, 2021</time></a></div><a {link}>Read 2 replies</a></article></div>"
        );
        let attribution = format!("— Dana Ortiz (@dortiz) [2021-07-14](https://x.com/dortiz/status/{ID})");
        assert_eq!(said(&page), format!("So glad!\n\n{attribution}"), "{page}");
    }
}

#[test]
fn what_is_no_markup_holds_no_embed() {
    let embed = format!("<blockquote class=twitter-tweet><a href=https://x.com/dortiz/status/{ID}></a></blockquote>");
    for (open, close) in [
        ("<!--", "-->"),
        ("<script>x='", "'</script>"),
        ("<style>", "</style>"),
        ("<textarea>", "</textarea>"),
        ("<title>", "</title>"),
        ("<p title=\"", "\">"),
        ("<script><!-- <script></script>", "--></script>"),
    ] {
        check(&format!("{open}{embed}{close}⟦<div data-tweet-id={ID}></div>⟧"), &[ID]);
    }
    for (open, close) in [("<noscript>", "</noscript>"), ("<template>", "</template>"), ("<!-- -->", "<!-- -->")] {
        check(&format!("{open}⟦{embed}⟧{close}"), &[ID]);
    }
    check(&format!("<p>She <a href=https://x.com/dortiz/status/{ID}>said so</a>.</p>"), &[]);
}

#[test]
fn the_outermost_element_is_the_embed() {
    check(
        &format!(
            "⟦<div data-tweet-id={ID}><div><div data-tweet-id={OTHER}></div></div></div>⟧<p>⟦<amp-twitter data-tweetid={ID}>\
             <blockquote placeholder class=twitter-tweet><p>So</p></blockquote></amp-twitter>⟧"
        ),
        &[ID, ID],
    );
    check(
        &format!(
            "<blockquote><p>They met.</p>⟦<blockquote class=twitter-tweet><p>So</p>— Dana Ortiz (@dortiz) \
             <a href=https://x.com/dortiz/status/{ID}>July 14, 2021</a></blockquote>⟧</blockquote>"
        ),
        &[ID],
    );
}

#[test]
fn an_element_around_the_embed_of_another_tweet_is_not_that_embed() {
    let quote = |id| {
        format!(
            "<blockquote class=twitter-tweet><p>So {id}</p>— Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/{id}>July \
             14, 2021</a></blockquote>"
        )
    };
    let (one, two) = (quote(ID), quote(OTHER));
    check(&format!("<article>⟦<div data-tweet-id={ID}>⟧<p>So</p>⟦{two}⟧</article>"), &[ID, OTHER]);
    check(&format!("⟦<amp-twitter data-tweetid={ID} />⟧<p>So</p>⟦{two}⟧"), &[ID, OTHER]);
    check(&format!("⟦<div data-tweet-id={ID}>⟧<p>So</p>⟦{two}⟧</div>"), &[ID, OTHER]);
    check(&format!("<div data-tweet-id={ID}>⟦{one}⟧<p>So</p>⟦{two}⟧</div>"), &[ID, OTHER]);
    check(&format!("⟦<div data-tweet-id={ID}><p>So</p>{one}</div>⟧"), &[ID]);
}

#[test]
fn the_link_to_a_tweet_names_the_account() {
    let page = format!(
        "<amp-twitter data-tweetid={ID}><blockquote class=twitter-tweet placeholder><a href=https://x.com/dortiz/status/{ID}>\
         </a></blockquote></amp-twitter>"
    );
    assert_eq!(html::embeds(&page).next().unwrap().handle().unwrap(), "dortiz");
}

#[test]
fn words_that_show_markup_are_words() {
    for (words, expected) in [
        ("Write &lt;br&gt;, not &lt;br/&gt;. And close your &lt;b&gt;", "Write <br>, not <br/>. And close your <b>"),
        ("Goodbye, &lt;p&gt;Hello&lt;/p&gt;", "Goodbye, <p>Hello</p>"),
        ("A Vec&lt;u8&gt; is 1 &lt; 2", "A Vec<u8> is 1 < 2"),
        ("AT&amp;T &amp; you", "AT&T & you"),
    ] {
        let said = said(&format!(
            "<blockquote class=twitter-tweet><p>{words}</p>&mdash; Dana Ortiz (@dortiz) \
             <a href=https://x.com/dortiz/status/{ID}>July 14, 2021</a></blockquote>"
        ));
        assert_eq!(Tweet::parse(&said).unwrap().clean_text(), expected, "{words}");
    }
}

#[test]
fn an_element_that_nothing_closes_ends_behind_its_date() {
    let attributed =
        |id| format!("<p>So</p>— Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/{id}>July 14, 2021</a>");
    let (one, two) = (attributed(ID), attributed(OTHER));
    check(&format!("⟦<blockquote class=twitter-tweet>{one}⟧</div><p>It rained.</p>"), &[ID]);
    check(
        &format!(
            "⟦<blockquote class=twitter-tweet>{one}⟧<p>It rained.</p>⟦<blockquote class=twitter-tweet>{two}\
             </blockquote>⟧<a href=https://x.com/a/status/1>a</a>"
        ),
        &[ID, OTHER],
    );
    check(&format!("⟦<amp-twitter data-tweetid={ID} />⟧<p>⟦<amp-twitter data-tweetid={OTHER}>⟧<p>"), &[ID, OTHER]);
    check(&format!("⟦<div data-tweet-id={ID}>⟧<p>⟦<p data-tweet-id={OTHER}>So</p>⟧"), &[ID, OTHER]);
    check(&format!("⟦<iframe data-tweet-id={ID}>⟧<div data-tweet-id={OTHER}></div>"), &[ID]);
    check("<div data-tweet-id=1415245567461347331", &[]);
    check("<blockquote class=twitter-tweet>It rained.", &[]);
}

#[test]
fn a_quotation_is_text_blank_line_attribution() {
    let date = "<a href=https://x.com/dortiz/status/1415>July 14, 2021</a>";
    let attribution = "— Dana Ortiz (@dortiz) [July 14, 2021](https://x.com/dortiz/status/1415)";
    for (inner, expected) in [
        (format!("<p>So glad!</p>&mdash; Dana Ortiz (@dortiz) {date}"), format!("So glad!\n\n{attribution}")),
        (format!("<p>So glad!</p>\n<p>— Dana Ortiz (@dortiz) {date}</p>"), format!("So glad!\n\n{attribution}")),
        (
            format!("<p>So\n  <b>gl</b>ad<br><br>R&amp;D <a href=https://t.co/a>pic.x.com/a</a></p>— Dana Ortiz \
                     (<span>@dortiz</span>) {date}\n"),
            format!("So glad\n\nR&D pic.x.com/a\n\n{attribution}"),
        ),
        (
            format!("<p>So<!-- a < b --> <script>ads()</script><style>p{{}}</style>glad!</p>— Dana Ortiz (@dortiz) {date}"),
            format!("So glad!\n\n{attribution}"),
        ),
        (
            format!("<p>So <img class=emoji alt=🌉 src=a><img alt='🎉'><img alt='a bridge'></p>— Dana Ortiz (@dortiz) {date}"),
            format!("So 🌉🎉\n\n{attribution}"),
        ),
        (
            format!("<p>So glad!</p>— Dana Ortiz (@dortiz) {date}<p>Retweet <a href=a>Like</a></p>"),
            format!("So glad!\n\n{attribution}"),
        ),
        (
            "<p>So</p>— Dana Ortiz (@dortiz) July 14, 2021 <a href=https://x.com/dortiz/status/1415>view tweet</a> <a>Share</a>"
                .to_owned(),
            "So\n\n— Dana Ortiz (@dortiz) July 14, 2021".to_owned(),
        ),
        (
            "<p>So</p>— Dana Ortiz (@dortiz) <a href=//twitter.com/dortiz/status/1415><time datetime=2021-07-14T09:00>3 \
             years ago</time></a>"
                .to_owned(),
            "So\n\n— Dana Ortiz (@dortiz) [2021-07-14](https://twitter.com/dortiz/status/1415)".to_owned(),
        ),
        (
            "<p>So</p>— Dana Ortiz (@dortiz) <a href=https://web.archive.org/web/2021/https://x.com/dortiz/status/1415>\
             July 14, 2021</a>"
                .to_owned(),
            format!("So\n\n{attribution}"),
        ),
        (
            "<p>So</p>— Dana Ortiz (@dortiz) <a href=https://nitter.net/dortiz/status/1415#m>July 14, 2021</a>".to_owned(),
            format!("So\n\n{attribution}"),
        ),
        (
            "<p>So</p>— Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/1415></a>".to_owned(),
            "So\n\n— Dana Ortiz (@dortiz) [](https://x.com/dortiz/status/1415)".to_owned(),
        ),
        ("<a href=https://x.com/dortiz/status/1415></a>".to_owned(), "https://x.com/dortiz/status/1415".to_owned()),
        (
            "<a href=https://x.com/dortiz/status/1415>https://x.com/dortiz/status/1415</a>".to_owned(),
            "https://x.com/dortiz/status/1415".to_owned(),
        ),
    ] {
        let said = said(&format!("<blockquote class=twitter-tweet>{inner}</blockquote>"));
        assert_eq!(said, expected, "{inner}");
        assert_eq!(Tweet::parse(&said).is_ok(), expected.contains("(@dortiz)"), "{said:?}");
    }
}

#[test]
fn tags_that_are_escaped_for_another_markup_language() {
    let embed = |open: &str, close: &str| {
        format!(
            "{open}<blockquote class=twitter-tweet>{close}<p>So glad!{close}<br>C:\\temp{close}</p>&mdash; Dana Ortiz \
             (@dortiz) {close}<a href=\"https://x.com/dortiz/status/{ID}\">July 14, 2021{close}</a>{close}</blockquote>"
        )
    };
    let quotation = said(&embed("\\", "\\"));
    let attribution = format!("— Dana Ortiz (@dortiz) [July 14, 2021](https://x.com/dortiz/status/{ID})");
    assert_eq!(quotation, format!("So glad!\nC:\\temp\n\n{attribution}"));
    // A backslash that is before some tags only is the author's.
    let one = embed("", "").replace("<br>", "\\<br>");
    assert_eq!(said(&one), format!("So glad!\\\nC:\\temp\n\n{attribution}"));
}

#[test]
fn frames_say_what_they_hold_or_nothing() {
    let page = format!("<iframe src='https://platform.x.com/embed/Tweet.html?id={ID}'></iframe>");
    assert_eq!(said(&page), "");
    let page = format!(
        "<iframe srcdoc='&lt;p&gt;a&lt;blockquote class=&quot;twitter-tweet&quot;&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;— Dana \
         Ortiz (@dortiz) &lt;a href=&quot;https://twitter.com/dortiz/statuses/{ID}&quot;&gt;July 14, 2021&lt;/a&gt;\
         &lt;/blockquote&gt;'></iframe>"
    );
    assert_eq!(
        said(&page),
        format!("R&D\n\n— Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/statuses/{ID})")
    );
}

#[test]
fn substack_tells_all_in_one_attribute() {
    let page = format!(
        "<div class=\"tweet\" data-attrs=\"{{&quot;url&quot;:&quot;https://x.com/dortiz/status/{ID}&quot;,&quot;full_text\
         &quot;:&quot;So\\n\\&quot;glad\\&quot;&quot;,&quot;username&quot;:&quot;dortiz&quot;,&quot;name&quot;:&quot;Dana \
         Ortiz&quot;,&quot;date&quot;:&quot;Wed Jul 14 15:00:00 +0000 2021&quot;}}\"><div>So…</div></div>"
    );
    let said = said(&page);
    let tweet = Tweet::parse(&said).unwrap();
    assert_eq!((tweet.text(), tweet.author().name), ("So\n\"glad\"", Some("Dana Ortiz")));
    assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14");
    check(&format!("⟦{page}⟧"), &[ID]);
    // As PHP writes it.
    let escaped = page.replace("https://x.com/dortiz/status/", "https:\\/\\/x.com\\/dortiz\\/status\\/");
    assert_eq!(self::said(&escaped), said);
    check(&format!("⟦{escaped}⟧"), &[ID]);
}

#[test]
fn segments_add_up_to_the_page() {
    let page = format!("<p>a</p><img data-tweet-id={ID}><img data-tweet-id={OTHER}><p>b</p>");
    let segments: Vec<_> = html::segments(&page).collect();
    assert_eq!(segments.iter().map(html::Segment::as_str).collect::<String>(), page);
    let markup: String = segments.iter().filter_map(html::Segment::markup).collect();
    assert_eq!(markup, "<p>a</p><p>b</p>");
    assert_eq!(segments.iter().filter_map(html::Segment::embed).count(), 2);
    assert_eq!(html::segments("").count(), 0);
    assert_eq!(html::segments("a").count(), 1);
}

#[test]
fn who_is_shown_and_who_is_linked_may_differ() {
    let page = format!(
        "<blockquote class=twitter-tweet><p>So</p>— Dana Ortiz (@dortiz) <a href=https://x.com/other/status/{ID}>July 14, \
         2021</a></blockquote>"
    );
    let embed = html::embeds(&page).next().unwrap();
    assert_eq!(embed.handle().unwrap().as_str(), "other");
    assert_eq!(Tweet::parse(&embed.quotation()).unwrap().author().handle.as_str(), "dortiz");
}

#[test]
fn a_text_that_cites_an_attribution_is_the_tweets_own() {
    for (class, text) in [
        ("class=twitter-tweet", "“Old” — Kim Lee (@kimlee) May 1, 2020"),
        ("class=twitter-tweet", "“Old” — Kim Lee (@kimlee) May 1, 2020 and so wrong"),
        ("", "“Old” — Kim Lee (@kimlee) May 1, 2020 and so wrong"),
    ] {
        let page = format!(
            "<blockquote {class}><p>{text}</p>&mdash; Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/{ID}>July 14, \
             2021</a></blockquote>"
        );
        let quotation = said(&page);
        let tweet = Tweet::parse(&quotation).unwrap();
        assert_eq!((tweet.text(), tweet.author().handle.as_str()), (text, "dortiz"));
        check(&format!("⟦{page}⟧"), &[ID]);
    }
    // Of a quotation that names no tweet, each may be.
    check("<blockquote>A — Kim Lee (@kimlee) May 1, 2020 B — Dana Ortiz (@dortiz) July 14, 2021</blockquote>", &[]);
}

#[test]
fn what_stands_around_the_quotation_in_an_element_is_no_part_of_the_text() {
    let embed = format!(
        "<blockquote class=twitter-tweet><p>So glad!</p>— Dana Ortiz (@dortiz) <a href=https://x.com/dortiz/status/{ID}>July \
         14, 2021</a></blockquote>"
    );
    let attribution = format!("— Dana Ortiz (@dortiz) [July 14, 2021](https://x.com/dortiz/status/{ID})");
    for (before, after) in [
        ("<p>May X be shown?</p><button>Yes</button><template>", "</template>"),
        ("<h3>Tweet</h3><div>", "<p>Privacy policy</p></div>"),
    ] {
        let page = format!("<div data-tweet-id={ID}>{before}{embed}{after}</div>");
        assert_eq!(said(&page), format!("So glad!\n\n{attribution}"));
        check(&format!("⟦{page}⟧"), &[ID]);
    }
    // Without such a quotation, all of it is said.
    let plain = embed.replace(" class=twitter-tweet", "");
    assert_eq!(
        said(&format!("<div data-tweet-id={ID}>Tweet: {plain}</div>")),
        format!("Tweet:\n\nSo glad!\n\n{attribution}")
    );
}

#[test]
fn a_quotation_in_html_is_told_from_text() {
    let answer = format!(
        "<blockquote class=\"twitter-tweet\"><p>So glad!</p>&mdash; Dana Ortiz (@dortiz) \
         <a href=\"https://x.com/dortiz/status/{ID}\">July 14, 2021</a></blockquote>"
    );
    let error = Tweet::parse(&answer).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ParseTweetErrorKind::Html, 0));
    assert!(error.to_string().contains("html::embeds"), "{error}");
    let error = Tweet::parse(" \n<!-- a -->").unwrap_err();
    assert_eq!(error.kind(), ParseTweetErrorKind::Html);
    for text in ["<3", "a <b>", ""] {
        assert_eq!(Tweet::parse(text).unwrap_err().kind(), ParseTweetErrorKind::NoAttribution, "{text}");
    }
    assert!(Tweet::parse("<3 — Dana Ortiz (@dortiz) July 14, 2021").is_ok());
}
