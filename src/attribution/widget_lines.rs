//! Lines of a rendered page that stand with a text and are no part of it: to whom it replies, who retweeted it, the names of
//! picture files, and the numbers of links in the dumps of text browsers.

use nom::{
    Parser,
    bytes::complete::take_while_m_n,
    combinator::opt,
    sequence::{preceded, terminated},
};

use super::{handle_and_date::at_handle, name_and_dash::NameLength, widget_labels::widget_end};
use crate::{
    handle::handle,
    markup::link::reference_number,
    text::{
        offset::last_bytes,
        parse::{IResult, parsed},
        steps,
        whitespace::{gap0, is_whitespace, last_line, line_breaks, trim_gap_end},
    },
};

/// What X's pages put before the accounts that a post replies to.
#[rustfmt::skip]
const REPLYING: [&str; 38] = [
    "Replying to", "In reply to", "返信先", "返信先:", "回复", "回覆", "En respuesta a", "Respondiendo a", "Em resposta a",
    "Respondendo a", "A responder a", "En réponse à", "Antwort an", "In risposta a", "Als antwoord op", "In antwoord op",
    "Beantwoorden aan", "В ответ", "Ответ", "W odpowiedzi do", "W odpowiedzi na", "Yanıtlanan", "Membalas", "Vastauksena käyttäjälle",
    "Svarar", "Som svar på", "Som svar til", "Svarer", "Válasz erre", "Odpověď na", "Răspuns pentru", "Trả lời", "ردًا على", "رداً على",
    "در پاسخ به", "בתגובה ל", "ตอบกลับถึง", "У відповідь",
];

/// What they put before or behind the account that retweeted a post.
#[rustfmt::skip]
const RETWEETED: [&str; 22] = [
    "Retweeted by", "Reposted by", "retweeted", "Retweeted", "reposted", "Reposted", "Retweeté par", "a retweeté", "Retweetet von",
    "hat retweetet", "hat repostet", "retwitteó", "reposteó", "Retwitteado por", "retweetou", "repostou", "ha ritwittato",
    "さんがリツイート", "さんがリポスト", "ретвитнул(а)", "retweetledi", "님이 리트윗함",
];

/// What text browsers print for pictures and buttons.
const PLACEHOLDERS: [&str; 5] = ["(BUTTON)", "(IMAGE)", "[IMAGE]", "[INLINE]", "[IMG]"];

/// The endings of picture files.
const FILES: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ":large"];

/// The most lines at one end of a text that are looked at.
const MOST_LINES: usize = 8;

/// `replying`: `Replying to @kimlee and @dortiz`.
fn replying(input: &str) -> IResult<&str, &str> {
    let label = REPLYING.iter().filter(|label| input.starts_with(**label)).max_by_key(|label| label.len());
    let mut rest = label.and_then(|label| input.get(label.len()..)).map_or(parsed(None), |rest| Ok((rest, "")))?.0;
    let mut found = None;
    for _ in 0..MOST_LINES {
        let connector = preceded(gap0, opt(terminated(take_while_m_n(1, 4, is_connector), gap0)));
        let Ok((after, _)) = preceded(connector, at_handle).parse(rest) else { break };
        rest = after.trim_start_matches("さん");
        found = Some((rest, ""));
    }
    parsed(found)
}

/// A letter of the word between two accounts, or a sign there.
fn is_connector(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ',' | ':' | '：' | '、')
}

/// `text` without the line at its beginning that says to whom it replies.
pub(super) fn without_reply_line(text: &str) -> &str {
    replying(text).map_or(text, |(rest, _)| gap0(rest).map_or(rest, |(rest, _)| rest))
}

/// `text` without the page's lines at its end, and without the number of the link on the time of day.
pub(super) fn without_page_lines(text: &str) -> &str {
    let mut text = without_link_number(text);
    for _ in 0..MOST_LINES {
        let line = last_line(text);
        steps::step(line.len().min(64));
        if line.len() == text.len() || !is_page_line(line) {
            break;
        }
        text = trim_gap_end(text.get(..text.len() - line.len()).unwrap_or_default());
    }
    text
}

/// `text` without the number of a link at its end, which is that of what follows: `[60]`.
pub(super) fn without_link_number(text: &str) -> &str {
    let open = text
        .ends_with(']')
        .then(|| last_bytes(text, 8).rfind('['))
        .flatten()
        .map(|at| text.len() - last_bytes(text, 8).len() + at);
    match open.and_then(|open| text.split_at_checked(open)) {
        Some((before, number)) if matches!(reference_number(number), Ok(("", _))) => trim_gap_end(before),
        _ => text,
    }
}

/// The longest line of a page that is looked at, in bytes.
const LONGEST_LINE: usize = 300;

/// Whether a line at the end of a text is the page's.
fn is_page_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let (item, bullet) = match line.trim_matches(is_whitespace).strip_prefix(['*', '•', '+']) {
        Some(item) => (item.trim_start_matches(is_whitespace), true),
        None => (line.trim_matches(is_whitespace), false),
    };
    let is_numbered = |word: &str| reference_number(word).is_ok_and(|(rest, _)| !rest.is_empty());
    let names_accounts = bullet && !item.is_empty() && item.split_ascii_whitespace().all(is_numbered);
    let is_counter = widget_end(item).is_ok_and(|(rest, ())| rest.is_empty()) || counted(item);
    let retweeted = RETWEETED.iter().any(|label| item.starts_with(label) || item.ends_with(label));
    let file = reference_number(item).map_or(item, |(rest, _)| rest);
    let is_file = !file.contains("//") && !file.contains(is_whitespace) && FILES.iter().any(|end| file.ends_with(end));
    item.is_empty() || names_accounts || is_counter || retweeted || is_file || PLACEHOLDERS.contains(&item)
}

/// A label before its number: `Retweets 11`.
fn counted(item: &str) -> bool {
    item.rsplit_once(' ').is_some_and(|(label, number)| {
        number.chars().all(char::is_numeric) && widget_end(label).is_ok_and(|(rest, ())| rest.is_empty())
    })
}

/// Whether `body`, behind a handle, begins with the author of another tweet, `Ola Berg @olaberg`, in a paragraph of its own: the
/// page's account stands above.
pub(super) fn begins_with_author(gap: &str, body: &str) -> bool {
    let line = body.lines().next().unwrap_or_default();
    let author = line.split_once(" @").filter(|(name, _)| !name.contains('@') && NameLength::of(name).fits());
    let is_handle = |rest: &str| matches!(handle(rest.trim_end()), Ok(("", _)));
    line_breaks(gap) > 1 && author.is_some_and(|(name, rest)| !name.is_empty() && is_handle(rest))
}

/// `name` without the number of its link before it: `[53]Dana Ortiz`.
pub(super) fn without_number_before(name: &str) -> &str {
    reference_number(name).map_or(name, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_that_are_replied_to_are_no_text() {
        for (text, rest) in [
            ("Replying to @kimlee\nSo glad!", "So glad!"),
            ("Replying to @kimlee and @dortiz So glad!", "So glad!"),
            ("返信先: @kimleeさん、@dortizさん\n嬉しい", "嬉しい"),
            ("Antwort an @kimlee und @dortiz\nSo froh", "So froh"),
            ("En respuesta a\n@kimlee\nQué bien", "Qué bien"),
            ("Replying to all of you: so glad!", "Replying to all of you: so glad!"),
            ("@kimlee So glad!", "@kimlee So glad!"),
        ] {
            assert_eq!(without_reply_line(text), rest, "{text:?}");
        }
    }

    #[test]
    fn lines_of_the_page_are_no_text() {
        for (text, kept) in [
            ("So glad!\n  * Retweets 11\n  * [129]kim [130]Lee", "So glad!"),
            ("So glad!\nRetweeted by Kim Lee", "So glad!"),
            ("So glad!\nKim Lee hat retweetet\n[60]", "So glad!"),
            ("So glad!\n[12]Ab3-cD.jpg", "So glad!"),
            ("So glad!\n(IMAGE)", "So glad!"),
            ("So glad!\nSee https://example.com/a.jpg", "So glad!\nSee https://example.com/a.jpg"),
            ("So glad!\n* milk\n* bread", "So glad!\n* milk\n* bread"),
            ("So glad\nthat I retweeted it all", "So glad\nthat I retweeted it all"),
            ("So glad! [60]", "So glad!"),
            ("Retweets 11", "Retweets 11"),
        ] {
            assert_eq!(without_page_lines(text), kept, "{text:?}");
        }
    }

    #[test]
    fn an_author_below_an_account_is_that_of_the_tweet() {
        for (gap, body, is_author) in [
            ("\n\n", "Ola Berg @olaberg\nSo glad!", true),
            ("\n", "Ola Berg @olaberg\nSo glad!", false),
            ("\n\n", "Thanks to Ola Berg @olaberg for it\nSo glad!", false),
            ("\n\n", "@olaberg\nSo glad!", false),
            ("\n\n", "So glad!", false),
        ] {
            assert_eq!(begins_with_author(gap, body), is_author, "{body:?}");
        }
    }
}
