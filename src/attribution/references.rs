//! The numbered list of links that text browsers and converters print at the end: ` 7. https://…` of lynx and elinks,
//! `[7] https://…` of w3m, `[7]: https://…` of Markdown. Its addresses tell the ids of tweets whose dates have a
//! number.

use memchr::memmem;

use super::types::Attribution;
use crate::{
    markup::{destination::printed_url, link::reference_number},
    status_id::StatusId,
    text::{offset::first_bytes, steps},
};

/// How the first entry of a list begins.
const FIRST: [&str; 3] = [" 1. http", "[1] http", "[1]: http"];

/// The longest line of a list, in bytes.
const LONGEST_LINE: usize = 2200;

/// The list of a document. It is searched for once and read once from beginning to end, because attributions look up
/// their
/// numbers in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct References {
    /// Where the next entry begins; behind the last one, the end of the document.
    next: Option<usize>,
}

impl References {
    /// The id of the tweet that the number of the date's link leads to.
    #[inline]
    pub(crate) fn resolve(&mut self, document: &str, attribution: &mut Attribution) {
        let Some(date) = &attribution.date_span else { return };
        let is_bracket = |at: usize| document.as_bytes().get(at.wrapping_sub(1)) == Some(&b']');
        if attribution.status_id.is_none() && (is_bracket(date.start) || is_bracket(attribution.end)) {
            let before = document.get(attribution.handle_span.end..date.start).unwrap_or_default();
            let behind = document.get(date.end..attribution.end).unwrap_or_default();
            let number = number_in(before).or_else(|| number_in(behind));
            attribution.status_id = number.and_then(|number| self.status_id(document, number));
        }
    }

    #[cold]
    fn status_id(&mut self, document: &str, number: u32) -> Option<StatusId> {
        let mut at = *self.next.get_or_insert_with(|| list_start(document));
        let found = loop {
            let rest = document.get(at..).unwrap_or_default();
            let Some(line) = first_bytes(rest, LONGEST_LINE).split_inclusive('\n').next() else { break None };
            steps::step(line.len() / 16 + 1);
            match entry(line) {
                Some((found, _)) if found > number => break None,
                Some((found, url)) if found == number => break printed_url(url).ok(),
                // Text between the entries, such as a wrapped address, is passed over.
                _ => at += line.len(),
            }
        };
        self.next = Some(at);
        found.and_then(|(_, target)| target.status_id)
    }
}

/// The number in brackets with which `markup` ends, or begins.
fn number_in(markup: &str) -> Option<u32> {
    let open = markup.rfind('[')?;
    let (_, number) = reference_number(markup.get(open..)?).ok()?;
    number.parse().ok()
}

/// Where the last list of `document` begins.
fn list_start(document: &str) -> usize {
    let starts = FIRST.iter().filter_map(|first| memmem::rfind(document.as_bytes(), first.as_bytes()));
    steps::step(document.len() / 8);
    starts.max().unwrap_or(document.len())
}

/// The number and the address in a line of the list.
fn entry(line: &str) -> Option<(u32, &str)> {
    let entry = line.trim_start();
    let (number, rest) = match reference_number(entry) {
        Ok((rest, number)) => (number, rest.strip_prefix(':').unwrap_or(rest)),
        Err(_) => entry.split_once(". ")?,
    };
    let url = rest.trim_start();
    Some((number.parse().ok()?, url)).filter(|_| url.starts_with("http"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_a_number_and_an_address() {
        for (line, expected) in [
            ("   7. https://example.com/a\n", Some((7, "https://example.com/a\n"))),
            ("[12] https://example.com/a", Some((12, "https://example.com/a"))),
            ("  [3]: https://example.com/a \"A title\"", Some((3, "https://example.com/a \"A title\""))),
            ("7. bridges", None),
            ("https://example.com/a", None),
            ("", None),
        ] {
            assert_eq!(entry(line), expected, "{line:?}");
        }
    }

    #[test]
    fn numbers_are_asked_for_in_order() {
        let list = "[4] https://example.com\n\nReferences\n\n   1. https://example.com/a\n   2. https://x.com/a/status/20\n   \
                    5. https://x.com/a/status/50\n";
        let mut references = References::default();
        let ids = [2, 4, 5, 2, 9].map(|number| references.status_id(list, number).map(StatusId::get));
        assert_eq!(ids, [Some(20), None, Some(50), None, None]);
    }
}
