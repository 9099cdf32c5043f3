//! The templates by which wikis cite a tweet:
//! `{{cite tweet |user=dortiz |number=1 |date=14 July 2021 |title=So glad!}}`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_until, take_while_m_n, take_while1},
    character::complete::{anychar, char, multispace0},
    combinator::{all_consuming, consumed, cut, not, opt, peek, recognize, verify},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::any_date,
    types::{Attribution, Signature, TextPlace},
};
use crate::{
    handle::{Handle, handle},
    link::Links,
    markup::destination::written_handle,
    status_id::StatusId,
    text::{
        case::{is_in_any_case, starts_in_any_case},
        offset::{Cursor, first_bytes},
        parse::{IResult, mismatch, parsed, repeated},
        steps,
        whitespace::is_whitespace,
    },
};

/// The longest template, in bytes.
const LONGEST: usize = 3000;
/// The longest name of a template, in characters.
const LONGEST_NAME: usize = 32;
/// The most whitespace between the name and the first parameter, in characters.
const WIDEST_MARGIN: usize = 16;
/// The deepest nesting of templates in one.
const DEEPEST: usize = 3;

/// The names of the parameters of wikis' templates, in the languages of their documentations.
#[rustfmt::skip]
const PARAMETERS: [(&str, Field); 86] = [
    ("user", Field::Handle), ("username", Field::Handle), ("handle", Field::Handle), ("account", Field::Handle),
    ("usuario", Field::Handle), ("usuário", Field::Handle), ("utilisateur", Field::Handle), ("utente", Field::Handle),
    ("author", Field::Name), ("authors", Field::Name), ("name", Field::Name), ("by", Field::Name), ("autor", Field::Name),
    ("auteur", Field::Name), ("autore", Field::Name), ("last", Field::Name), ("nombre", Field::Name), ("nome", Field::Name),
    ("number", Field::Id), ("id", Field::Id), ("messageid", Field::Id), ("número", Field::Id), ("numéro", Field::Id),
    ("numero", Field::Id), ("link", Field::Url), ("url", Field::Url),
    ("title", Field::Text), ("text", Field::Text), ("quote", Field::Text), ("título", Field::Text), ("texto", Field::Text),
    ("titre", Field::Text), ("texte", Field::Text), ("titolo", Field::Text),
    ("date", Field::Date), ("fecha", Field::Date), ("data", Field::Date), ("datum", Field::Date),
    ("benutzer", Field::Handle), ("gebruiker", Field::Handle), ("användare", Field::Handle), ("użytkownik", Field::Handle),
    ("пользователь", Field::Handle), ("користувач", Field::Handle), ("kullanıcı", Field::Handle), ("pengguna", Field::Handle),
    ("مستخدم", Field::Handle), ("کاربر", Field::Handle), ("משתמש", Field::Handle), ("ユーザー名", Field::Handle), ("用户", Field::Handle),
    ("författare", Field::Name), ("forfatter", Field::Name), ("автор", Field::Name), ("имя", Field::Name), ("yazar", Field::Name),
    ("penulis", Field::Name), ("مؤلف", Field::Name), ("نویسنده", Field::Name), ("מחבר", Field::Name), ("著者", Field::Name), ("作者", Field::Name),
    ("nummer", Field::Id), ("numer", Field::Id), ("номер", Field::Id), ("numara", Field::Id), ("nomor", Field::Id), ("رقم", Field::Id),
    ("מספר", Field::Id), ("番号", Field::Id),
    ("titel", Field::Text), ("tytuł", Field::Text), ("заголовок", Field::Text), ("название", Field::Text), ("текст", Field::Text),
    ("назва", Field::Text), ("başlık", Field::Text), ("judul", Field::Text), ("عنوان", Field::Text), ("כותרת", Field::Text),
    ("タイトル", Field::Text), ("标题", Field::Text),
    ("дата", Field::Date), ("tarih", Field::Date), ("tanggal", Field::Date), ("تاريخ", Field::Date),
];

/// A template cites tweets if its name contains one of these words.
const NAMES: [&str; 10] = ["tweet", "tuit", "twitter", "cite x", "твит", "твіт", "ツイート", "推文", "تويت", "ציוץ"];

/// The meaning of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Handle,
    Name,
    Id,
    Url,
    Text,
    Date,
}

/// The parameters of a template without names: `{{Tweet|dortiz|1415245567461347331|So glad!|July 14, 2021}}`.
const POSITIONS: [Field; 4] = [Field::Handle, Field::Id, Field::Text, Field::Date];

/// The values of a template, as they stand in it.
#[derive(Debug, Clone, Copy, Default)]
struct Values<'t>([&'t str; 6]);

impl<'t> Values<'t> {
    fn get(&self, field: Field) -> &'t str {
        self.0.get(field as usize).copied().unwrap_or_default()
    }

    /// Sets a value, unless there is one.
    fn set(&mut self, field: Field, value: &'t str) {
        if let Some(slot) = self.0.get_mut(field as usize).filter(|slot| slot.is_empty()) {
            *slot = value;
        }
    }
}

/// `wiki_template`: the citation that begins with the `{{` at `at`. Author and text have to be there, and the day or
/// the number.
#[cold]
#[inline(never)]
pub(super) fn wiki_template(at: Cursor<'_>) -> Option<Attribution> {
    let (rest, values) = template(at.after()).ok()?;
    let (address_id, address_handle) = address(values.get(Field::Url));
    let named = named_handle(values.get(Field::Handle)).ok().map(|(_, handle)| handle);
    let handle = named.or(address_handle)?;
    let status_id = values.get(Field::Id).parse().ok().or(address_id);
    let date = all_consuming(any_date).parse(values.get(Field::Date)).ok().map(|(_, date)| date);
    let text = values.get(Field::Text);
    if text.is_empty() || (status_id.is_none() && date.is_none()) {
        return None;
    }
    let signature = Signature { handle, date, status_id };
    let place = TextPlace::Delimited(at.span_of(text));
    Some(Attribution::new(at, values.get(Field::Name), signature, rest, place))
}

/// A handle with its `@` or without.
fn named_handle(value: &str) -> IResult<&str, (&str, Handle)> {
    all_consuming(preceded(opt(tag("@")), consumed(handle))).parse(value)
}

/// The status id and the handle in the address of a tweet.
fn address(url: &str) -> (Option<StatusId>, Option<(&str, Handle)>) {
    steps::step(url.len());
    let Some(link) = Links::new(url).next().filter(|link| link.status_id().is_some()) else { return (None, None) };
    (link.status_id(), written_handle(url).zip(link.handle()))
}

/// `template`: `{{` name, parameters and `}}`.
fn template(input: &str) -> IResult<&str, Values<'_>> {
    let (mut rest, _) = (tag("{{"), template_name).parse(input)?;
    let (mut values, mut position) = (Values::default(), 0);
    while let Some(after) = rest.strip_prefix('|') {
        let (behind, value) = parameter_value(after)?;
        rest = behind;
        if let Some((name, value)) = value.split_once('=').filter(|(name, _)| is_parameter_name(name)) {
            if let Some(field) = field_of(name.trim()) {
                values.set(field, bare_value(value));
            }
        } else {
            if let Some(&field) = POSITIONS.get(position) {
                values.set(field, bare_value(value));
            }
            position += 1;
        }
    }
    let (rest, _) = tag("}}").parse(rest)?;
    Ok((rest, values))
}

/// `template_name`: the name of a template that cites tweets.
fn template_name(input: &str) -> IResult<&str, &str> {
    let name = take_while_m_n(1, LONGEST_NAME, |c| !matches!(c, '|' | '{' | '}' | '[' | ']' | '<' | '\n'));
    let comment =
        (char('<'), take_while_m_n(0, LONGEST_NAME, |c| !matches!(c, '<' | '>' | '\n')), char('>'), multispace0);
    let padded = terminated(name, (opt(comment), take_while_m_n(0, WIDEST_MARGIN, is_whitespace)));
    verify(padded, |name: &str| {
        let holds = |known: &str| {
            name.char_indices().any(|(at, _)| name.get(at..).is_some_and(|part| starts_in_any_case(part, known)))
        };
        NAMES.iter().any(|known| holds(known))
    })
    .parse(input)
}

/// Whether `name` may be a parameter's: a word or two.
fn is_parameter_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    name.len() <= LONGEST_NAME && !name.trim().is_empty() && name.trim().chars().all(is_letter)
}

/// The meaning of the parameter of this name, if it is one that is read.
fn field_of(name: &str) -> Option<Field> {
    PARAMETERS.iter().find(|(known, _)| is_in_any_case(name, known)).map(|&(_, field)| field)
}

/// `parameter_value`: up to the `|` or `}}` that is in no template and in no link of its own.
fn parameter_value(input: &str) -> IResult<&str, &str> {
    let window = first_bytes(input, LONGEST);
    steps::scan(window.len());
    let (_, value) = terminated(recognize(pieces(0)), peek(alt((tag("|"), tag("}}"))))).parse(window)?;
    parsed(input.split_at_checked(value.len()).map(|(value, rest)| (rest, value)))
}

/// `pieces` of a value, within so many templates and links.
fn pieces<'t>(depth: usize) -> impl Fn(&'t str) -> IResult<&'t str, ()> {
    move |input| {
        let plain = take_while1(|c| !matches!(c, '|' | '{' | '}' | '[' | ']' | '<'));
        let unread = alt((unread("<nowiki>", "</nowiki>"), unread("<!--", "-->")));
        let nested = alt((nested("{{", "}}", depth), nested("[[", "]]", depth)));
        repeated(0, LONGEST, alt((plain, unread, nested, mark(depth)))).parse(input)
    }
}

/// `nested`: a template or a link. What opens has to be closed, and not too deep.
fn nested<'t>(open: &'t str, close: &'t str, depth: usize) -> impl Fn(&'t str) -> IResult<&'t str, &'t str> {
    move |input| {
        let (inner, _) = tag(open).parse(input)?;
        let inside = |input| if depth < DEEPEST { pieces(depth + 1)(input) } else { mismatch() };
        recognize(cut(terminated(inside, tag(close)))).parse(inner)
    }
}

/// `mark`: a character of markup that stands alone, within so many templates and links.
fn mark<'t>(depth: usize) -> impl Fn(&'t str) -> IResult<&'t str, &'t str> {
    move |input| {
        let closes = |input| alt((tag("}}"), tag("]]"))).parse(input);
        let ends = |input: &'t str| if depth > 0 { closes(input) } else { alt((tag("|"), tag("}}"))).parse(input) };
        preceded(not(ends), recognize(anychar)).parse(input)
    }
}

/// `unread`: a comment or the content of `<nowiki>`, which has to be closed.
fn unread<'t>(open: &'t str, close: &'t str) -> impl Fn(&'t str) -> IResult<&'t str, &'t str> {
    move |input| {
        let (inner, _) = tag(open).parse(input)?;
        recognize(cut((take_until(close), tag(close)))).parse(inner)
    }
}

/// `value` without the tags of `<nowiki>` around it, and without blanks.
fn bare_value(value: &str) -> &str {
    let value = value.trim();
    let inner = value.strip_prefix("<nowiki>").and_then(|inner| inner.strip_suffix("</nowiki>"));
    inner.map_or(value, str::trim)
}

/// How much of a document's beginning shows that it is a wiki's, in bytes.
const HEAD: usize = 1024;

/// Whether `document` may hold templates: its beginning has a mark of wikis' markup, `{{`, `[[` or `''`.
pub(super) fn may_hold_templates(document: &str) -> bool {
    let head = document.as_bytes().get(..HEAD).unwrap_or(document.as_bytes());
    steps::step(head.len() / 32);
    memchr::memchr3_iter(b'{', b'[', b'\'', head).any(|at| head.get(at) == head.get(at + 1))
}
