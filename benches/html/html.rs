//! How fast the embeds of a page are found, beside what it takes to select `blockquote.twitter-tweet` with an HTML
//! parser.
//!
//! All functions run on the same bytes, and each asserts the count that it finds. Ours also finds the end of each
//! element and the tweet that it names.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{fmt::Write, hint::black_box, time::Duration};

use criterion::{Criterion, Throughput};
use embedded_tweet::html;
use html5gum::{Token, Tokenizer};
use lol_html::{HtmlRewriter, Settings, element};
use scraper::{Html, Selector};

const SELECTOR: &str = "blockquote.twitter-tweet";

/// How many paragraphs stand between two tweets.
const SPARSE: usize = 40;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(400))
        .measurement_time(Duration::from_millis(1800))
        .sample_size(20)
        .configure_from_args();
    let (page, tweets) = page(1 << 20);
    let mut group = criterion.benchmark_group("html");
    group.throughput(Throughput::Bytes(page.len() as u64));
    let mut bench = |name: &str, count: &dyn Fn(&str) -> usize| {
        group.bench_function(name, |bencher| bencher.iter(|| assert_eq!(count(black_box(&page)), tweets, "{name}")));
    };
    bench("embedded_tweet", &|page| html::embeds(page).filter(|embed| embed.status_id().is_some()).count());
    bench("html5gum", &by_html5gum);
    bench("lol_html", &by_lol_html);
    bench("scraper", &by_scraper);
    bench("tl", &by_tl);
    group.finish();
    criterion.final_summary();
}

/// A page of some `bytes` bytes like those of news sites, and how many tweets it embeds.
fn page(bytes: usize) -> (String, usize) {
    let mut page = String::from(
        "<!doctype html><html lang=en><head><title>Ardenholm</title><style>p{margin:0}</style></head><body>",
    );
    let mut tweets = 0_u64;
    while page.len() < bytes {
        for paragraph in 0..SPARSE {
            write!(
                page,
                "<p class=\"article-body__text\" data-id=\"{paragraph}\">The weather service had expected <em>less</em> than \
                 four metres, said the <a href=\"https://example.com/harbour?a=1&amp;b={paragraph}\" rel=\"noopener\">harbour \
                 master</a>, and so had everybody else who was asked on Tuesday &mdash; or nearly.</p>\n"
            )
            .unwrap();
        }
        let id = 1_415_245_567_461_347_331 + tweets;
        write!(
            page,
            "<figure class=embed><blockquote class=\"twitter-tweet\" data-dnt=\"true\"><p lang=\"en\" dir=\"ltr\">Peak at 02:40, \
             4.61 m.</p>&mdash; Harbour Gauge (@gauge_ardenholm) <a href=\"https://x.com/gauge_ardenholm/status/{id}\">March 9, \
             2022</a></blockquote></figure><script>window.ads=window.ads||[];ads.push({{a:1<2}});</script><!-- ad -->\n"
        )
        .unwrap();
        tweets += 1;
    }
    (page, usize::try_from(tweets).unwrap())
}

fn by_html5gum(page: &str) -> usize {
    let is_tweet = |token: &Token| match token {
        Token::StartTag(tag) if **tag.name == *b"blockquote" => tag
            .attributes
            .get(b"class".as_slice())
            .is_some_and(|class| class.split(u8::is_ascii_whitespace).any(|class| class == b"twitter-tweet")),
        _ => false,
    };
    Tokenizer::new(page).flatten().filter(is_tweet).count()
}

fn by_lol_html(page: &str) -> usize {
    let mut count = 0;
    let handler = element!(SELECTOR, |_| {
        count += 1;
        Ok(())
    });
    let settings = Settings::new().append_element_content_handler(handler);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(page.as_bytes()).unwrap();
    rewriter.end().unwrap();
    count
}

fn by_scraper(page: &str) -> usize {
    Html::parse_document(page).select(&Selector::parse(SELECTOR).unwrap()).count()
}

fn by_tl(page: &str) -> usize {
    tl::parse(page, tl::ParserOptions::default()).unwrap().query_selector(SELECTOR).unwrap().count()
}
