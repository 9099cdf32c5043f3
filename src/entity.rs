//! Stub.
#![allow(missing_docs, unreachable_pub, missing_debug_implementations)]
use crate::link::Links;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityKind {
    Mention,
    Hashtag,
    Cashtag,
}
#[derive(Debug, Clone, Copy)]
pub struct Entity<'t>(&'t str);
impl<'t> Entity<'t> {
    pub fn kind(&self) -> EntityKind {
        EntityKind::Mention
    }
    pub fn value(&self) -> &'t str {
        self.0
    }
}
#[derive(Debug, Clone)]
pub struct Entities<'t>(Links<'t>);
impl<'t> Entities<'t> {
    pub(crate) fn at(text: &'t str, o: usize) -> Self {
        Self(Links::at(text, o))
    }
}
impl<'t> Iterator for Entities<'t> {
    type Item = Entity<'t>;
    fn next(&mut self) -> Option<Entity<'t>> {
        None
    }
}
