//! Texts in the shape of real articles, made by a seeded generator: the same bytes on every machine and in every run.
//!
//! | text | shape |
//! |---|---|
//! | [`sparse`] | prose without a tweet; a byline, a footnote in brackets and an e-mail address now and then |
//! | [`mixed`] | a tweet in about 100 KiB of prose |
//! | [`dense`] | an article about tweets: three in about 3.4 KB |
//! | [`joined`] | [`dense`], all in one line, as corpora for language models have it |
//! | [`wall`] | nothing but tweets |
//! | [`mail`] | prose rich in e-mail addresses, mentions, dates and list addresses, but no tweet |
//! | [`cjk`] | Chinese, Japanese and Korean articles about tweets; one date in two is in their language |
#![allow(dead_code, unreachable_pub)]

mod random;
mod words;

pub use random::Random;
use words::{ARTICLES, CJK_SENTENCES, CJK_TEXTS, FIRST_NAMES, LAST_NAMES, MONTHS, NOUNS, OPENINGS, TAGS, VERBS};

/// A text, and what is in it.
pub struct Article {
    pub text: String,
    /// How many tweets.
    pub tweets: usize,
    /// How many of them have their date in English, and stand in a line of their own.
    pub english: usize,
    /// How many links, outside of the markup of attributions.
    pub links: usize,
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// What makes a text.
pub type Maker = fn() -> Article;

/// The texts with the names of their benchmark groups.
pub const ALL: [(&str, Maker); 7] = [
    ("sparse", sparse),
    ("mixed", mixed),
    ("dense", dense),
    ("joined", joined),
    ("wall", wall),
    ("mail", mail),
    ("cjk", cjk),
];

pub fn sparse() -> Article {
    sparse_of(64 * MIB)
}

/// [`sparse`] in any size.
pub fn sparse_of(bytes: usize) -> Article {
    let mut page = Page::new(1);
    while page.text.len() < bytes {
        match page.random.below(120) {
            0 => page.credit(),
            1..4 => page.footnote(),
            _ => page.paragraph(),
        }
    }
    page.finish()
}

pub fn mixed() -> Article {
    let mut page = Page::new(2);
    while page.text.len() < 16 * MIB {
        let next = page.text.len() + 100 * KIB;
        while page.text.len() < next {
            page.paragraph();
        }
        page.tweet();
    }
    page.finish()
}

pub fn dense() -> Article {
    dense_of(MIB)
}

/// [`dense`] in any size.
pub fn dense_of(bytes: usize) -> Article {
    let mut page = Page::new(3);
    while page.text.len() < bytes {
        for _ in 0..3 {
            let prose = 600 + page.random.below(500);
            let next = page.text.len() + prose;
            while page.text.len() < next {
                page.paragraph();
            }
            page.tweet();
        }
    }
    page.finish()
}

pub fn joined() -> Article {
    joined_of(MIB)
}

/// [`joined`] in any size.
pub fn joined_of(bytes: usize) -> Article {
    let article = dense_of(bytes);
    Article { text: article.text.replace("\n\n", " "), english: 0, ..article }
}

pub fn wall() -> Article {
    wall_of(MIB)
}

/// [`wall`] in any size.
pub fn wall_of(bytes: usize) -> Article {
    let mut page = Page::new(4);
    while page.text.len() < bytes {
        page.tweet();
    }
    page.finish()
}

pub fn mail() -> Article {
    let mut page = Page::new(5);
    while page.text.len() < MIB {
        match page.random.below(6) {
            0 => page.letter_head(),
            1 => page.credit(),
            2 => page.mentions(),
            _ => page.paragraph(),
        }
    }
    page.finish()
}

pub fn cjk() -> Article {
    let mut page = Page::new(6);
    while page.text.len() < MIB {
        for _ in 0..4 {
            page.cjk_paragraph();
        }
        page.cjk_tweet();
    }
    page.finish()
}

/// A text that is being written.
struct Page {
    random: Random,
    text: String,
    tweets: usize,
    english: usize,
    links: usize,
}

impl Page {
    fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), text: String::new(), tweets: 0, english: 0, links: 0 }
    }

    fn finish(self) -> Article {
        let Self { text, tweets, english, links, .. } = self;
        Article { text, tweets, english, links }
    }

    fn word(&mut self, words: &[&str]) {
        let word = *self.random.of(words);
        self.text.push_str(word);
    }

    fn number(&mut self, below: usize) -> usize {
        self.random.below(below)
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A sentence of five to thirty words.
    fn sentence(&mut self) {
        self.word(&OPENINGS);
        for _ in 0..=self.number(3) {
            self.clause();
        }
        let end = *self.random.of(&[". ", ". ", ". ", "! ", "? ", ".” "]);
        self.push(end);
    }

    fn clause(&mut self) {
        self.push(" ");
        self.word(&NOUNS);
        self.push(" ");
        self.word(&VERBS);
        self.push(" ");
        self.word(&ARTICLES);
        self.push(" ");
        self.word(&NOUNS);
        match self.number(12) {
            0 => self.push(","),
            1 => self.push(" — and"),
            2 => {
                let number = 1 + self.number(900);
                self.push(&format!(" in {number}"));
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        for _ in 0..2 + self.number(4) {
            self.sentence();
        }
        self.end_block();
    }

    fn end_block(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.push("\n\n");
    }

    /// `By Dana Ortiz, dana.ortiz@example.org, March 3, 2020`.
    fn credit(&mut self) {
        let (first, last) = self.person();
        let address = format!("{first}.{last}@example.org").to_lowercase();
        self.push(&format!("By {first} {last}, {address}, "));
        self.english_date();
        self.push("\n\n");
    }

    /// `[4] The mayor, in the council’s minutes [p. 12].`
    fn footnote(&mut self) {
        let number = 1 + self.number(99);
        self.push(&format!("[{number}] "));
        self.sentence();
        let page = 1 + self.number(400);
        self.push(&format!("[p. {page}]\n\n"));
    }

    /// The head of a letter, the line before a quoted answer, and list addresses.
    fn letter_head(&mut self) {
        let (first, last) = self.person();
        let (other, _) = self.person();
        self.push(&format!(
            "From: {first} {last} <{first}@lists.example.org>\nTo: {other}@example.com, dev@example.net\n"
        ));
        self.push("Date: ");
        self.english_date();
        self.push("\n\nOn ");
        self.english_date();
        self.push(&format!(" {other} ({other}@example.com) wrote:\n\n> "));
        self.sentence();
        self.push(&format!("({last}@example.com)\n\n"));
    }

    /// Prose that names accounts without quoting them.
    fn mentions(&mut self) {
        for _ in 0..3 {
            let handle = self.handle();
            let (first, last) = self.person();
            match self.number(3) {
                0 => self.push(&format!("Follow {first} {last} (@{handle}) on Twitter. ")),
                1 => self.push(&format!("Thanks to @{handle} and {first}! ")),
                _ => self.push(&format!("{first} {last}, known as (@{handle}), spoke. ")),
            }
            self.sentence();
        }
        self.end_block();
    }

    fn person(&mut self) -> (&'static str, &'static str) {
        (*self.random.of(&FIRST_NAMES), *self.random.of(&LAST_NAMES))
    }

    fn handle(&mut self) -> String {
        let (first, last) = self.person();
        match self.number(4) {
            0 => format!("{}{last}", first.chars().next().unwrap_or('x')),
            1 => format!("{first}_{}", self.number(100)),
            2 => format!("the{last}").to_lowercase(),
            _ => format!("{first}{last}").chars().take(15).collect(),
        }
    }

    fn english_date(&mut self) {
        let (month, day, year) = (self.number(12), 1 + self.number(28), 2008 + self.number(17));
        let month = MONTHS[month];
        self.push(&format!("{month} {day}, {year}"));
    }

    fn code(&mut self) -> String {
        let characters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        (0..10).map(|_| char::from(*self.random.of(characters))).collect()
    }

    /// A tweet in the canonical form, in a paragraph of its own.
    fn tweet(&mut self) {
        if self.number(8) == 0 {
            let handle = self.handle();
            self.push(&format!("@{handle} "));
        }
        for _ in 0..=self.number(2) {
            self.word(&OPENINGS);
            self.clause();
            let end = *self.random.of(&["! ", ". ", "… ", " 🎉 "]);
            self.push(end);
        }
        if self.number(3) == 0 {
            self.push("#");
            self.word(&TAGS);
            self.push(" ");
        }
        self.closing_link();
        self.attribution();
        self.english_date();
        self.english += 1;
        self.push("\n\n");
        self.tweets += 1;
    }

    fn closing_link(&mut self) {
        let code = self.code();
        match self.number(8) {
            0..=3 => self.push(&format!("pic.twitter.com/{code} ")),
            4..=5 => self.push(&format!("https://t.co/{code} ")),
            _ => return,
        }
        self.links += 1;
    }

    fn attribution(&mut self) {
        let (first, last) = self.person();
        let handle = self.handle();
        let mark = *self.random.of(&["", "", "", " 🌉", " MP", " (she/her)"]);
        self.push(&format!("— {first} {last}{mark} (@{handle}) "));
    }

    fn cjk_paragraph(&mut self) {
        for _ in 0..3 {
            self.word(&CJK_SENTENCES);
        }
        self.push("\n\n");
    }

    fn cjk_tweet(&mut self) {
        self.word(&CJK_TEXTS);
        self.push(" ");
        self.closing_link();
        self.attribution();
        let (month, day, year) = (1 + self.number(12), 1 + self.number(28), 2008 + self.number(17));
        match self.number(4) {
            0 => self.push(&format!("{year}年{month}月{day}日")),
            1 => self.push(&format!("{year}년 {month}월 {day}일")),
            _ => {
                self.english_date();
                self.english += 1;
            }
        }
        self.push("\n\n");
        self.tweets += 1;
    }
}
