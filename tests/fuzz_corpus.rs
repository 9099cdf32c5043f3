//! What holds for any text, on the texts that the fuzzer kept (`tests/fuzz_corpus`) and on those of the other tests.
#![forbid(unsafe_code)]

mod articles;
mod hostile;
mod promises;

use std::{fs, path::Path};

#[test]
fn promises_hold_on_the_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz_corpus");
    for (target, check) in promises::ALL {
        let files: Vec<_> = fs::read_dir(corpus.join(target)).unwrap().flatten().collect();
        assert!(!files.is_empty(), "{target}");
        for file in files {
            check(&fs::read_to_string(file.path()).unwrap());
        }
    }
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
