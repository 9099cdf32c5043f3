//! Frames of X's own widgets, `platform.x.com/embed/Tweet.html?id=…`, and of others that show a tweet's page.

use super::{status_link::Status, value::decoded};
use crate::{
    link::Links,
    markup::tag::{Tag, TagKind},
};

/// The tweet that `tag` shows in a frame: the address may stand in any attribute, since loaders put it elsewhere than
/// `src` until it is needed.
pub(super) fn status(tag: &Tag<'_>) -> Option<Status> {
    if tag.kind != TagKind::Start {
        return None;
    }
    let is_frame = tag.name.eq_ignore_ascii_case("iframe");
    let may_frame = || tag.has_data && memchr::memmem::find(tag.attributes.as_bytes(), b"/embed/").is_some();
    if !(is_frame || may_frame()) {
        return None;
    }
    tag.attributes().find_map(|attribute| {
        let widget = || decoded(attribute.value, widget_id);
        let address = || Status::at(attribute.value);
        widget().or_else(|| is_frame.then(address).flatten())
    })
}

/// The content of the frame of `tag`, HTML in character references, and the last tweet that it names.
pub(super) fn srcdoc<'p>(tag: &Tag<'p>) -> Option<(&'p str, Status)> {
    let held = tag.is_start("iframe").then(|| tag.attribute("srcdoc")).flatten()?;
    let link =
        Links::new(held).filter_map(|link| Some(Status { id: link.status_id()?, handle: link.handle() })).last()?;
    Some((held, link))
}

/// The pages of X's widgets.
const WIDGETS: [&str; 2] = ["platform.twitter.com/embed/", "platform.x.com/embed/"];
const PAGES: [&str; 3] = ["Tweet.html?", "Post.html?", "index.html?"];

/// The tweet that the page of a widget shows.
fn widget_id(address: &str) -> Option<Status> {
    let (_, page) = WIDGETS.iter().find_map(|widget| address.split_once(widget))?;
    let query = PAGES.iter().find_map(|known| page.strip_prefix(known))?;
    let value = query.split(['&', ';', '#']).find_map(|part| part.strip_prefix("id="))?;
    Some(Status { id: value.parse().ok()?, handle: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tag::tag;

    fn named(html: &str) -> Option<u64> {
        let (_, tag) = tag(html).unwrap();
        status(&tag).or_else(|| srcdoc(&tag).map(|(_, status)| status)).map(|status| status.id.get())
    }

    #[test]
    fn a_frame_shows_a_tweet() {
        for html in [
            "<iframe src='https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id=1415245567461347331&amp;lang=en'>",
            "<iframe data-src='//platform.x.com/embed/Post.html?id=1415245567461347331'>",
            "<div data-frame='https://platform.x.com/embed/Tweet.html?embedId=w-0&id=1415245567461347331#a'>",
            "<iframe src=https://twitter.com/dortiz/status/1415245567461347331>",
            "<iframe srcdoc='&lt;a href=&quot;https://twitter.com/a/status/5&quot;&gt;&lt;a \
             href=&quot;https://twitter.com/a/status/1415245567461347331&quot;&gt;'>",
        ] {
            assert_eq!(named(html), Some(1_415_245_567_461_347_331), "{html}");
        }
    }

    #[test]
    fn other_frames_do_not() {
        for html in [
            "<iframe src='https://platform.twitter.com/embed/Tweet.html?embedId=1415245567461347331'>",
            "<iframe src='https://platform.twitter.com/embed/Timeline.html?id=1415245567461347331'>",
            "<iframe src='https://example.com/embed/Tweet.html?id=1415245567461347331'>",
            "<iframe src=https://twitter.com/dortiz>",
            "<div src='https://platform.x.com/embed/Post.html?id=1415245567461347331'>",
            "</iframe src='https://platform.x.com/embed/Post.html?id=1415245567461347331'>",
        ] {
            assert_eq!(named(html), None, "{html}");
        }
    }
}
