//! Stub.
#![allow(missing_docs, unreachable_pub, missing_debug_implementations)]
#[derive(Debug, Clone)]
pub struct Links<'t>(&'t str);
#[derive(Debug, Clone, Copy)]
pub struct Link<'t>(&'t str);
impl<'t> Link<'t> {
    pub fn as_str(&self) -> &'t str {
        self.0
    }
}
impl<'t> Link<'t> {
    pub fn status_id(&self) -> Option<crate::StatusId> {
        let (_, r) = self.0.split_once("/status")?;
        let d = r.strip_prefix("es").unwrap_or(r).strip_prefix('/')?;
        d[..d.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(d.len())].parse().ok()
    }
    pub fn handle(&self) -> Option<crate::Handle> {
        None
    }
}
impl<'t> Links<'t> {
    pub fn new(text: &'t str) -> Self {
        Self(text)
    }
    pub(crate) fn at(text: &'t str, _o: usize) -> Self {
        Self(text)
    }
}
impl<'t> Iterator for Links<'t> {
    type Item = Link<'t>;
    fn next(&mut self) -> Option<Link<'t>> {
        Some(Link(core::mem::take(&mut self.0)))
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum LinkKind {
    Media,
    Short,
    Status,
    Profile,
    Other,
}
impl<'t> Link<'t> {
    pub fn kind(&self) -> LinkKind {
        LinkKind::Media
    }
    pub fn to_url(&self) -> Result<url::Url, crate::ParseLinkError> {
        url::Url::parse(self.0).map_err(|e| crate::ParseLinkError::new(crate::ParseLinkErrorKind::Url(e), 0))
    }
}
