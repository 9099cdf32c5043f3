//! The attribution of a tweet: `— NAME (@HANDLE) DATE`, in the forms that flattening leaves of it.
//!
//! An anchor is an `@`, or the `]` of a link. Around one, each form is tried in a window that is bounded:
//!
//! | module | form |
//! |---|---|
//! | [`canonical`] | `TEXT — NAME (@HANDLE) DATE`, its date lost too, however it was damaged |
//! | [`bare`] | `TEXT — @HANDLE DATE`, `TEXT NAME @HANDLE · TIME · DATE`: the parentheses are missing |
//! | [`rendered`] | `NAME @HANDLE · Follow TEXT TIME · DATE`: the text of a rendered widget |
//! | [`citation`] | `NAME (@HANDLE) on X, DATE: "TEXT"` |
//! | [`date_link`] | `TEXT [DATE](status URL)`: only the date's link is left |

mod citation;
mod dash;
mod date_link;
mod handle_and_date;
mod lookalikes;
mod name_and_dash;
mod search;
mod standard;
mod text_end;
mod types;
mod unbracketed;
mod widget;

pub(crate) use self::{
    search::Attributions,
    types::{Attribution, TextPlace},
};
