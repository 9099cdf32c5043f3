//! What is printed: cleaned names and tweets, padding, and iterators without their text.
#![forbid(unsafe_code)]

use std::borrow::Cow;

use embedded_tweet::{Entities, Links, Tweet, html, segments, tweets};

#[test]
fn names_are_cleaned() {
    for (name, date, clean) in [
        ("Dana Ortiz", "July 14, 2021", "Dana Ortiz"),
        ("R&amp;D", "July 14, 2021", "R&D"),
        ("R&amp;amp;D", "July 14, 2021", "R&D"),
        ("Dana\n> Ortiz", "July 14, 2021", "Dana Ortiz"),
        ("Dana  Ortiz", "July 14, 2021", "Dana Ortiz"),
        (r"Dana \| Ortiz", "[July 14, 2021](https://x.com/dortiz/status/1)", "Dana | Ortiz"),
        (r"dana\_o", "[July 14, 2021](https://x.com/dortiz/status/1)", "dana_o"),
        (r"¯\_(ツ)_/¯", "July 14, 2021", r"¯\_(ツ)_/¯"),
    ] {
        let quotation = format!("> So glad!\n>\n> — {name} (@dortiz) {date}");
        let tweet = Tweet::parse(&quotation).unwrap();
        assert_eq!(tweet.author().name, Some(name));
        assert_eq!(tweet.clean_name().as_deref(), Some(clean), "{quotation:?}");
        assert_eq!(name == clean, matches!(tweet.clean_name(), Some(Cow::Borrowed(_))), "{quotation:?}");
    }
    assert_eq!(Tweet::parse("> So glad!\n>\n> — (@dortiz) July 14, 2021").unwrap().clean_name(), None);
}

#[test]
fn the_alternate_form_is_cleaned() {
    let markdown =
        "So glad!\n> R&amp;D [@kim\\_lee](https://twitter.com/kim_lee)\n>\n> — R&amp;D (@dortiz) 14. Juli 2021";
    let tweet = Tweet::parse(markdown).unwrap();
    assert_eq!(format!("{tweet:#}"), "So glad!\nR&D @kim_lee — R&D (@dortiz) July 14, 2021");
    assert_eq!(
        tweet.to_string(),
        "So glad!\n> R&amp;D [@kim\\_lee](https://twitter.com/kim_lee) — R&amp;D (@dortiz) July 14, 2021"
    );
    // What is printed in the clean form is clean already.
    let again = format!("{tweet:#}");
    assert_eq!(format!("{:#}", Tweet::parse(&again).unwrap()), again);
}

#[test]
fn width_alignment_and_precision_are_heeded() {
    let tweet = Tweet::parse("So! — Dana (@dortiz) July 14, 2021").unwrap();
    let author = tweet.author();
    assert_eq!(format!("{author:>16}|{author:-<16}|{author:.4}"), "  Dana (@dortiz)|Dana (@dortiz)--|Dana");
    assert_eq!(format!("{tweet:>36}"), "  So! — Dana (@dortiz) July 14, 2021");
    assert_eq!(format!("{tweet:#.5}"), "So! —");
    assert_eq!(format!("{:>11}", tweet.boundary()), "  paragraph");
}

#[test]
fn iterators_print_where_they_are() {
    let text = "See t.co/AbCdEf1234 So glad! #bridges — Dana Ortiz (@dortiz) July 14, 2021 and more";
    let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    let (mut found, mut parts) = (tweets(text), segments(text));
    let (mut links, mut entities) = (Links::new(text), Entities::new(text));
    let (mut embeds, mut markup) = (html::embeds(page), html::segments(page));
    let printed = |all: [&dyn std::fmt::Debug; 6]| all.map(|iterator| format!("{iterator:?}"));
    assert_eq!(
        printed([&found, &parts, &links, &entities, &embeds, &markup]),
        ["Tweets", "Segments", "Links", "Entities", "Embeds", "Segments"].map(|name| format!("{name} {{ at: 0, .. }}"))
    );
    assert!(found.next().is_some() && parts.next().is_some() && links.next().is_some() && entities.next().is_some());
    assert!(embeds.next().is_some() && markup.next().is_some());
    for printed in printed([&found, &parts, &links, &entities, &embeds, &markup]) {
        assert!(!printed.contains("at: 0") && printed.len() < 30, "{printed}");
    }
}
