//! What holds for any text, on the texts that the fuzzer kept (`tests/fuzz_corpus`) and on those of the other tests.
#![forbid(unsafe_code)]

mod articles;
mod hostile;
mod promises;

use std::{
    fs,
    path::{Path, PathBuf},
};

use embedded_tweet::{Tweet, html, tweets};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz_corpus")
}

#[test]
fn promises_hold_on_the_corpus() {
    for (target, check) in promises::ALL {
        let files: Vec<_> = fs::read_dir(corpus().join(target)).unwrap().flatten().collect();
        assert!(!files.is_empty(), "{target}");
        for file in files {
            check(&fs::read_to_string(file.path()).unwrap());
        }
    }
}

/// Where nothing is found, next to no promise is checked.
#[test]
fn the_files_of_quotations_and_embeds_hold_some() {
    for (target, _) in promises::ALL.into_iter().filter(|(target, _)| *target != "html") {
        let text = fs::read_to_string(corpus().join(target).join("quotation")).unwrap();
        let holds_some = match target {
            "clean_text" => {
                let is_cleaned = |attribution: &str| {
                    let quotation = format!("{text}{attribution}");
                    Tweet::parse(&quotation).is_ok_and(|tweet| tweet.clean_text() != tweet.text())
                };
                promises::ATTRIBUTIONS.into_iter().all(is_cleaned)
            }
            _ => tweets(&text).next().is_some(),
        };
        assert!(holds_some, "{target}");
    }
    let page = fs::read_to_string(corpus().join("html/embeds")).unwrap();
    assert!(html::embeds(&page).next().is_some());
}

#[test]
fn promises_hold_on_articles_and_hostile_texts() {
    let articles = [articles::dense_of(8 << 10), articles::wall_of(8 << 10)].map(|article| article.text);
    let hostile = hostile::ALL.into_iter().chain(hostile::LAZY).chain(hostile::HTML).map(|(_, input)| input(1 << 10));
    for text in articles.into_iter().chain(hostile) {
        for (_, check) in promises::ALL {
            check(&text);
        }
    }
}
