//! A line of JSON as a record: an object with a text and an id, whose other fields are read over without being built.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields that are wanted; the two names may be one.
#[derive(Clone, Copy)]
pub struct Fields<'f> {
    /// The name of the field of the id, if one is wanted.
    pub id: Option<&'f str>,
    /// The name of the field of the text.
    pub text: &'f str,
    /// Names the type of the text in the error about another type: "expected …".
    pub text_type: &'f dyn fmt::Display,
    /// Whether a field that is there twice is an error; if not, the last one counts.
    pub unique: bool,
}

/// The fields that were found.
#[derive(Debug, PartialEq, Eq)]
pub struct Record<'l, I> {
    /// As the program wants it: [`Id`], or something else that can be deserialised.
    pub id: Option<I>,
    /// Borrowed where nothing in it is escaped.
    pub text: Option<Cow<'l, str>>,
}

/// Reads the object that follows.
///
/// # Errors
///
/// If there is none, or if a field is of another type than it should be.
pub fn read<'l, R: serde_json::de::Read<'l>, I: Deserialize<'l>>(
    json: &mut serde_json::Deserializer<R>,
    fields: Fields<'_>,
) -> serde_json::Result<Record<'l, I>> {
    json.deserialize_map(Object { fields, id: PhantomData })
}

/// The words of `error` without its place, which is the column: the line is always the first to the reader of a line.
pub fn reason(error: &serde_json::Error) -> String {
    let mut words = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    words.truncate(words.strip_suffix(&place).map_or(words.len(), str::len));
    words
}

/// The column of `error`, which one about the object as a whole does not have.
pub fn column(error: &serde_json::Error) -> Option<usize> {
    Some(error.column()).filter(|&column| column > 0)
}

/// A string, borrowed where nothing in it is escaped, or a whole number.
#[derive(Debug, PartialEq, Eq)]
pub struct Id<'l>(pub Cow<'l, str>);

impl<'l> Deserialize<'l> for Id<'l> {
    fn deserialize<D: Deserializer<'l>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(Text { expected: &"an id, a string or a whole number" }).map(Self)
    }
}

struct Object<'f, I> {
    fields: Fields<'f>,
    id: PhantomData<I>,
}

impl<'l, I: Deserialize<'l>> Visitor<'l> for Object<'_, I> {
    type Value = Record<'l, I>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let Fields { id: id_field, text: text_field, text_type, unique } = self.fields;
        let text_seed = Text { expected: text_type };
        let (mut id, mut text) = (None, None);
        while let Some(name) = map.next_key_seed(Text { expected: &"the name of a field" })? {
            let twice = match (id_field == Some(name.as_ref()), text_field == name) {
                (true, true) => {
                    let raw = map.next_value::<&RawValue>()?.get();
                    text = Some(
                        text_seed
                            .deserialize(&mut serde_json::Deserializer::from_str(raw))
                            .map_err(M::Error::custom)?,
                    );
                    let read =
                        I::deserialize(&mut serde_json::Deserializer::from_str(raw)).map_err(M::Error::custom)?;
                    id.replace(read).is_some()
                }
                (true, false) => id.replace(map.next_value()?).is_some(),
                (false, true) => text.replace(map.next_value_seed(text_seed)?).is_some(),
                (false, false) => map.next_value::<IgnoredAny>().map(|_| false)?,
            };
            if twice && unique {
                return Err(M::Error::custom(format_args!("field {name:?} stands there twice")));
            }
        }
        Ok(Record { id, text })
    }
}

/// Reads a string, or a whole number where the deserializer is not told to expect a string.
#[derive(Clone, Copy)]
struct Text<'f> {
    expected: &'f dyn fmt::Display,
}

impl<'l> DeserializeSeed<'l> for Text<'_> {
    type Value = Cow<'l, str>;

    fn deserialize<D: Deserializer<'l>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'l> Visitor<'l> for Text<'_> {
    type Value = Cow<'l, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    fn visit_borrowed_str<E>(self, text: &'l str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The id and the text of a line, or what is wrong with it and in which column.
    fn read_line<'l, I: Deserialize<'l>>(
        line: &'l str,
        id: &str,
        unique: bool,
    ) -> Result<Record<'l, I>, (String, Option<usize>)> {
        let fields = Fields { id: Some(id), text: "text", text_type: &"a string", unique };
        read(&mut serde_json::Deserializer::from_str(line), fields).map_err(|error| (reason(&error), column(&error)))
    }

    fn ids_and_texts(line: &str) -> Result<(Option<String>, Option<String>), String> {
        let record = read_line::<Id<'_>>(line, "id", false).map_err(|(reason, _)| reason)?;
        Ok((record.id.map(|Id(id)| id.into_owned()), record.text.map(Cow::into_owned)))
    }

    #[test]
    fn two_fields_are_read_and_others_read_over() {
        for (line, id, text) in [
            (r#"{"id":"a","text":"b"}"#, Some("a"), Some("b")),
            (r#"{"text":"b\n\u00e9","id":-12,"more":[1,{"text":"no"}]}"#, Some("-12"), Some("b\né")),
            (r#"{"\u0074ext":"b"}"#, None, Some("b")),
            (r#"{"id":1,"text":"b","id":"2","text":"c"}"#, Some("2"), Some("c")),
            ("{}", None, None),
        ] {
            assert_eq!(ids_and_texts(line), Ok((id.map(Into::into), text.map(Into::into))), "{line}");
        }
    }

    #[test]
    fn errors_name_the_type_or_the_field() {
        for (line, complaint) in [
            (r#"{"text":null}"#, "invalid type: null, expected a string"),
            (r#"{"text":7}"#, "invalid type: integer `7`, expected a string"),
            (r#"{"id":1.5}"#, "invalid type: floating point `1.5`, expected an id, a string or a whole number"),
            (r#"["text"]"#, "invalid type: sequence, expected an object"),
            (r#"{"text":"b"#, "EOF while parsing a string"),
        ] {
            assert_eq!(ids_and_texts(line), Err(complaint.into()), "{line}");
        }
        let twice = read_line::<Id<'_>>(r#"{"text":"b","text":"c"}"#, "id", true);
        assert_eq!(twice, Err(("field \"text\" stands there twice".into(), Some(23))));
    }

    #[test]
    fn a_null_may_be_no_id_and_a_raw_one_keeps_its_digits() {
        let record = read_line::<Option<Id<'_>>>(r#"{"id":null,"text":""}"#, "id", true);
        assert_eq!(record, Ok(Record { id: Some(None), text: Some(Cow::Borrowed("")) }));
        let record = read_line::<&RawValue>(r#"{"id": 1.50e+3,"text":""}"#, "id", true).map(|record| record.id);
        assert_eq!(record.map(|id| id.map(RawValue::get)), Ok(Some("1.50e+3")));
    }

    #[test]
    fn one_field_may_be_both() {
        let record = read_line::<Id<'_>>(r#"{"id":1,"text":"b"}"#, "text", true);
        let both = Cow::Borrowed("b");
        assert_eq!(record, Ok(Record { id: Some(Id(both.clone())), text: Some(both) }));
    }
}
