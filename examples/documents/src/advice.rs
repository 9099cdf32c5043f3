//! What is wrong with input that has another form than is read here, and what to do about it.

/// Bytes that are no UTF-8 from byte `at` of a record on.
pub fn not_utf8(bytes: &[u8], at: usize) -> String {
    let charset = if is_utf16(bytes) { "UTF-16" } else { "WINDOWS-1252" };
    format!("not UTF-8 at byte {at} of the record; if it is {charset}, `iconv -f {charset} -t UTF-8` converts it")
}

/// What a line is that is no object, and how to make objects of it; `None` for other lines.
pub fn no_object(line: &str) -> Option<&'static str> {
    let line = line.trim();
    if is_utf16(line.as_bytes()) {
        Some("UTF-16, it seems; `iconv -f UTF-16 -t UTF-8` converts it")
    } else if line.starts_with('[') {
        Some("a JSON array, and a record is an object on a line of its own; `jq -c '.[]'` makes such lines of an array")
    } else if line == "{" {
        Some("an object of several lines, and a record is one on a line of its own; `jq -c .` puts it on one")
    } else if !line.starts_with('{') {
        Some("no JSON; --from text reads a file of plain text")
    } else {
        None
    }
}

/// An object on `line` without the field `name`.
pub fn no_field(line: &str, name: &str) -> String {
    let object: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(line).ok();
    let names: Vec<_> = object.iter().flat_map(|object| object.keys()).map(|name| format!("`{name}`")).collect();
    match &names[..] {
        [] => format!("no field `{name}`"),
        _ => format!("no field `{name}`; there are {} (--text-field names it)", names.join(", ")),
    }
}

/// UTF-16 begins with a byte order mark, or has a zero beside each ASCII character.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0x7f, ..] | [1..=0x7f, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_fits_the_input() {
        assert!(not_utf8(b"\xff\xfe{\0", 0).ends_with("`iconv -f UTF-16 -t UTF-8` converts it"));
        assert!(
            not_utf8(b"{\"text\":\"caf\xe9\"}", 12).starts_with("not UTF-8 at byte 12 of the record; if it is WINDOWS")
        );
        for (line, expected) in [
            (" [{\"id\":1}]", Some("jq -c '.[]'")),
            ("{", Some("`jq -c .`")),
            ("{\0\"\0", Some("UTF-16")),
            ("So glad!", Some("--from text")),
            ("{\"id\":", None),
        ] {
            let said = no_object(line);
            assert_eq!(said.is_some(), expected.is_some(), "{line}");
            assert!(said.unwrap_or_default().contains(expected.unwrap_or_default()), "{line}: {said:?}");
        }
        assert_eq!(
            no_field("{\"b\":[1],\"a\":{}}", "text"),
            "no field `text`; there are `a`, `b` (--text-field names it)"
        );
        assert_eq!(no_field("{}", "text"), "no field `text`");
    }
}
