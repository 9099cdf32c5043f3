//! The documents and tweets to show.

use std::{
    fs,
    path::{Path, PathBuf},
};

use embedded_tweet::{Tweet, html, tweets};
use serde::Deserialize;

use crate::row::{Extracted, ExtractedEmbed, Row, name_of};

/// An article that is shown with its prose.
pub(crate) struct Article {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Of a page, the embeds are shown, and of a text all of it.
    pub(crate) is_html: bool,
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
    Tweets {
        id: Option<serde_json::Value>,
        tweets: Vec<Extracted>,
    },
    Embeds {
        id: Option<serde_json::Value>,
        embeds: Vec<ExtractedEmbed>,
    },
    Document {
        id: Option<serde_json::Value>,
        text: String,
    },
    /// All of its fields may be null, so that it comes last.
    Embed(Box<EmbedLine>),
}

/// An embed that has its span, as each has.
#[derive(Deserialize)]
struct EmbedLine {
    #[serde(rename = "span")]
    _span: serde::de::IgnoredAny,
    #[serde(flatten)]
    embed: ExtractedEmbed,
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
                let is_html = is_html(path, &text);
                self.add_document(name, text, is_html);
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
                    self.add_document(id.as_ref().and_then(name_of).unwrap_or(place), text, false);
                }
                Ok(Line::Tweet(tweet)) => self.add_row(Row::of_extracted(name, *tweet)),
                Ok(Line::Embed(line)) => self.add_row(Row::of_extracted_embed(name, line.embed)),
                Ok(Line::Embeds { id, embeds }) => {
                    let document = id.as_ref().and_then(name_of).unwrap_or(place);
                    self.documents += 1;
                    self.rows.extend(embeds.into_iter().map(|embed| Row::of_extracted_embed(&document, embed)));
                }
                Ok(Line::Tweets { id, tweets }) => {
                    let document = id.as_ref().and_then(name_of).unwrap_or(place);
                    self.documents += 1;
                    self.rows.extend(tweets.into_iter().map(|tweet| Row::of_extracted(&document, tweet)));
                }
                Err(_) => self.complaints.push(format!("{place}: neither a document nor a tweet")),
            }
        }
    }

    fn add_document(&mut self, name: String, text: String, is_html: bool) {
        self.documents += 1;
        let before = self.rows.len();
        let shown = self.articles.len() < self.most_articles;
        let anchor = |number| shown.then(|| anchor(self.articles.len(), number));
        if is_html {
            for (embed, number) in html::embeds(&text).zip(1_usize..) {
                let quotation = embed.quotation();
                let tweet = Tweet::parse(&quotation).ok();
                self.rows.push(Row::of_embed(&name, &embed, tweet.as_ref(), anchor(number)));
            }
        } else {
            let rows = tweets(&text).zip(1_usize..);
            self.rows.extend(rows.map(|(tweet, number)| Row::of_tweet(&name, &tweet, anchor(number))));
        }
        if shown && self.rows.len() > before {
            self.articles.push(Article { name, text, is_html });
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

/// A page, told by its name, or by a tag at its beginning.
fn is_html(path: &Path, text: &str) -> bool {
    let named = path.extension().is_some_and(|ending| ending == "html" || ending == "htm" || ending == "xhtml");
    named || text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase().starts_with("<!doctype html")
}

/// What is in `folder`, in the order of names.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.retain(|file| !file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    files.sort();
    Ok(files)
}
