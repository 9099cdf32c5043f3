//! The links of a tweet's text: the one definition of what a link is, of X's hosts and of their codes.

mod address;
mod host;
mod known_host;
mod links;
mod path;
mod punycode;
mod site_path;
mod start;
mod types;

pub(crate) use address::{StatusAddress, status_address};
pub(crate) use known_host::{
    CODE_HOSTS, CODE_LEN, MEDIA_HOSTS, ends_with_code_host, ends_with_code_link, is_code, leads_to_other_network,
};
pub use links::Links;
pub(crate) use start::{scheme_len, url_start};
pub use types::{Link, LinkKind};
