//! A tweet, written in the canonical form of an embed.

use alloc::borrow::Cow;
use core::fmt;

use chrono::Datelike;

use crate::{author::Author, date::english_month_name, text::padding::padded};

use super::fields::Tweet;

impl fmt::Display for Tweet<'_> {
    /// Writes the tweet in the canonical form of an embed, `TEXT — NAME (@HANDLE) DATE`, both parts of its text before
    /// the attribution, and its date in English. The alternate form, `{:#}`, has the [cleaned text](Tweet::clean_text)
    /// and the [cleaned name](Tweet::clean_name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_clean = f.alternate();
        padded(f, |out| {
            let (text, name) = if is_clean {
                (self.clean_text(), self.clean_name())
            } else {
                (Cow::Borrowed(self.text()), self.author().name.map(Cow::Borrowed))
            };
            out.write_str(&text)?;
            if let Some(continuation) = self.continuation().filter(|_| !is_clean) {
                write!(out, "\n{continuation}")?;
            }
            let author = Author { name: name.as_deref(), handle: self.handle };
            write!(out, "{}— {author}", if text.is_empty() { "" } else { " " })?;
            match self.date() {
                Some(date) => write!(out, " {} {}, {}", english_month_name(date.month()), date.day(), date.year()),
                None => Ok(()),
            }
        })
    }
}
