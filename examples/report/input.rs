//! The documents and tweets to show.

use std::{
    fs,
    path::{Path, PathBuf},
};

use embedded_tweet::tweets;
use serde::Deserialize;

use crate::row::{Extracted, Row, name_of};

/// An article that is shown with its prose.
pub(crate) struct Article {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Everything that the page is made of.
pub(crate) struct Collection {
    pub(crate) documents: usize,
    /// The first ones that quote a tweet; the others are only counted.
    pub(crate) articles: Vec<Article>,
    pub(crate) rows: Vec<Row>,
    pub(crate) complaints: Vec<String>,
    most_articles: usize,
    last_document: Option<String>,
}

/// A line of JSON: its fields tell what it is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Tweet(Box<Extracted>),
    Tweets { id: Option<serde_json::Value>, tweets: Vec<Extracted> },
    Document { id: Option<serde_json::Value>, text: String },
}

impl Collection {
    pub(crate) fn new(most_articles: usize) -> Self {
        let (articles, rows, complaints) = Default::default();
        Self { documents: 0, articles, rows, complaints, most_articles, last_document: None }
    }

    /// Adds what is in the file or folder at `path`.
    pub(crate) fn add(&mut self, path: &Path) {
        if path.is_dir() {
            match files(path) {
                Ok(files) => files.iter().for_each(|file| self.add(file)),
                Err(error) => self.complaints.push(format!("{}: {error}", path.display())),
            }
            return;
        }
        let name = path.display().to_string();
        let text = fs::read(path).map_err(|error| error.to_string()).and_then(|bytes| {
            let text = String::from_utf8(bytes);
            text.map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))
        });
        match text {
            Ok(text) if is_lines(path) => self.add_lines(&name, &text),
            Ok(text) => {
                let name = path.file_name().map_or(name, |name| name.to_string_lossy().into_owned());
                self.add_document(name, text);
            }
            Err(error) => self.complaints.push(format!("{name}: {error}")),
        }
    }

    /// Adds the lines of JSON in `text`, which is the content of the file that is called `name`.
    pub(crate) fn add_lines(&mut self, name: &str, text: &str) {
        for (line, number) in text.lines().zip(1_usize..).filter(|(line, _)| !line.trim().is_empty()) {
            let place = format!("{name}:{number}");
            match serde_json::from_str(line) {
                Ok(Line::Document { id, text }) => {
                    self.add_document(id.as_ref().and_then(name_of).unwrap_or(place), text);
                }
                Ok(Line::Tweet(tweet)) => self.add_row(Row::of_extracted(name, *tweet)),
                Ok(Line::Tweets { id, tweets }) => {
                    let document = id.as_ref().and_then(name_of).unwrap_or(place);
                    self.documents += 1;
                    self.rows.extend(tweets.into_iter().map(|tweet| Row::of_extracted(&document, tweet)));
                }
                Err(_) => self.complaints.push(format!("{place}: neither a document nor a tweet")),
            }
        }
    }

    fn add_document(&mut self, name: String, text: String) {
        self.documents += 1;
        let before = self.rows.len();
        let shown = self.articles.len() < self.most_articles;
        for (tweet, number) in tweets(&text).zip(1_usize..) {
            let anchor = shown.then(|| anchor(self.articles.len(), number));
            self.rows.push(Row::of_tweet(&name, &tweet, anchor));
        }
        if shown && self.rows.len() > before {
            self.articles.push(Article { name, text });
        }
    }

    /// Tweets that were written one by one are of the same document as long as its name is the same.
    fn add_row(&mut self, row: Row) {
        if self.last_document.as_ref() != Some(&row.document) {
            self.documents += 1;
            self.last_document = Some(row.document.clone());
        }
        self.rows.push(row);
    }
}

/// The name on the page of the tweet with this number, from 1, in the article with this number, from 0.
pub(crate) fn anchor(article: usize, tweet: usize) -> String {
    format!("article-{}-tweet-{tweet}", article + 1)
}

fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}

/// What is in `folder`, in the order of names.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.retain(|file| !file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    files.sort();
    Ok(files)
}
