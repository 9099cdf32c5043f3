//! The names of the kinds of boundaries, links and entities, as they are printed and serialised.

use core::fmt;

use crate::{boundary::Boundary, entity::EntityKind, link::LinkKind};

/// Names for the variants of enumerations, which are those of the serialised form.
macro_rules! kind_names {
    ($($kind:ident { $($variant:ident $name:literal),+ $(,)? })+) => {$(
        impl $kind {
            /// The name of the variant in lower case, as in the serialised form.
            ///
            /// ```
            #[doc = concat!("use embedded_tweet::", stringify!($kind), ";")]
            ///
            #[doc = concat!("let kinds = [", $(stringify!($kind), "::", stringify!($variant), ", ",)+ "];")]
            #[doc = concat!("assert_eq!(kinds.map(", stringify!($kind), "::as_str), [", $(stringify!($name), ", ",)+ "]);")]
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl fmt::Display for $kind {
            /// Writes [`as_str`](Self::as_str).
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[cfg(all(test, feature = "serde"))]
        impl $kind {
            const NAMED: &[Self] = &[$(Self::$variant),+];
        }
    )+};
}

kind_names! {
    Boundary {
        Author "author", Delimited "delimited", Quote "quote", Paragraph "paragraph", Line "line", Quotation "quotation", Cue "cue", Glue "glue",
        Sentence "sentence", Words "words",
    }
    EntityKind { Mention "mention", List "list", Hashtag "hashtag", Cashtag "cashtag", Link "link" }
    LinkKind { Media "media", Short "short", Status "status", Profile "profile", Other "other" }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use core::fmt::Debug;

    use serde::{Serialize, de::DeserializeOwned};

    use super::*;

    fn check<T: Serialize + DeserializeOwned + ToString + Debug + PartialEq>(kinds: &[T]) {
        for kind in kinds {
            let json = format!("\"{}\"", kind.to_string());
            assert_eq!(serde_json::to_string(kind).unwrap(), json);
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *kind);
        }
    }

    #[test]
    fn names_are_those_of_the_serialised_form() {
        check(Boundary::NAMED);
        check(EntityKind::NAMED);
        check(LinkKind::NAMED);
    }
}
