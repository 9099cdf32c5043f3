//! Text and name without the traces of the flattening tool.

use alloc::borrow::Cow;

use crate::clean::{clean, clean_name};

use super::fields::Tweet;

impl<'t> Tweet<'t> {
    /// Both parts of the [text](Tweet::text) as the author wrote it, as far as the input still tells: without what a
    /// converter put into it. Borrowed if there is nothing to clean.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use embedded_tweet::Tweet;
    ///
    /// let markdown = "\
    /// So *glad* to be here, says [@d\\_ortiz](https://twitter.com/d_ortiz)!  \n\
    /// > R&amp;D <https://t.co/AbCdEf1234>\n\
    /// >\n\
    /// > — Dana Ortiz (@d\\_ortiz) [July 14, 2021](https://twitter.com/d_ortiz/status/1415245567461347331)";
    /// let tweet = Tweet::parse(markdown)?;
    /// assert_eq!(tweet.clean_text(), "So *glad* to be here, says @d_ortiz!\nR&D https://t.co/AbCdEf1234");
    ///
    /// let plain = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021")?;
    /// assert!(matches!(plain.clean_text(), Cow::Borrowed("So glad!")));
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// Removed are
    ///
    /// * the markers `>` and `|` of quoted lines, indentation, spaces at line ends, and all but one of several spaces
    ///   or blank lines;
    /// * breaks of lines that a converter filled. A break is taken for one if the next word would not have fitted into
    ///   a line, and the lines have a marker or indentation, or are all full; the breaks of Markdown (two spaces or `\`
    ///   at the line end) are the author's. Other breaks stay, as `\n`;
    /// * breaks around links, where each piece of markup is a line of its own, and breaks and spaces within a short
    ///   link;
    /// * markup of links and images in Markdown, reStructuredText and Org: the text stays, or of an image, such as an
    ///   emoji, what stands for it; and targets and numbers that are printed beside a link, `#Tag (https://…)` and
    ///   `[2]#Tag`;
    /// * backslashes of Markdown, where the quotation shows Markdown: `¯\_(ツ)_/¯` in plain text stays what it is;
    /// * escapes of strings in JSON and Python, and tags of half-cleaned HTML, where the quotation shows that they are
    ///   such;
    /// * character references of HTML, also those that were escaped twice, `&amp;amp;`. One that stands for no
    ///   character stays.
    ///
    /// Information that the input lost is not restored: spaces and breaks (`#Tagpic.twitter.com/…`, a blank line that a
    /// text browser left out), the break where an author's line happens to be full, characters that were replaced (`--`
    /// for a dash). Nor is emphasis in Markdown read, because tweets have none and authors write asterisks.
    ///
    /// # Complexity
    ///
    /// Linear in the length of the quotation. Nothing is allocated for a text of one line without markup; otherwise
    /// some bytes for each line, and the cleaned text if it is another.
    #[must_use]
    pub fn clean_text(&self) -> Cow<'t, str> {
        let following = self.quotation.get(self.text.at(0).end..self.attribution.at(0).end).unwrap_or_default();
        let text = clean(self.text(), following);
        match self.continuation() {
            Some(continuation) => {
                let mut both = text.into_owned();
                both.push('\n');
                both.push_str(&clean(continuation, following));
                Cow::Owned(both)
            }
            None => text,
        }
    }

    /// The author's display name without what a converter put into it: with the same rules as
    /// [`clean_text`](Tweet::clean_text), and in one line. Borrowed if there is nothing to clean.
    ///
    /// ```
    /// use embedded_tweet::Tweet;
    ///
    /// let tweet = Tweet::parse("> So glad!\n>\n> — R&amp;D at\n> the Bridge (@dortiz) July 14, 2021")?;
    /// assert_eq!(tweet.author().name, Some("R&amp;D at\n> the Bridge"));
    /// assert_eq!(tweet.clean_name().unwrap(), "R&D at the Bridge");
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of the quotation.
    #[must_use]
    pub fn clean_name(&self) -> Option<Cow<'t, str>> {
        Some(clean_name(self.name?.of(self.quotation), self.quotation))
    }
}
