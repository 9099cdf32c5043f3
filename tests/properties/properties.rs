//! What holds for every text, on texts that proptest makes up and makes smaller where one fails.
#![forbid(unsafe_code)]

mod cleaning;
mod differential;
mod entities;
mod pages;
#[path = "../promises/mod.rs"]
mod promises;
mod texts;
