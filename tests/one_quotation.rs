//! `Tweet::parse` reads one quotation, whatever attributions its text cites.

mod common;

use std::iter;

use common::{mark, unmarked};
use embedded_tweet::{ParseTweetErrorKind, Tweet};

const DATE: &str = "[⦅July 14, 2021⦆](https://x.com/dortiz/status/1415245567461347331)‖";
const OWN: &str = "— ⟨Dana Ortiz⟩ (@⟪dortiz⟫)";

#[test]
fn the_last_attribution_is_the_tweets() {
    for marked in [
        // It alone names a tweet.
        format!("⟦“Old words” — Kim Lee (@kimlee) May 1, 2020⟧\n\n{OWN} {DATE}"),
        format!("⟦“Old words” — Kim Lee (@kimlee) May 1, 2020 and that was wrong⟧\n\n{OWN} {DATE}"),
        format!("⟦“Old words”\n— Kim Lee (@kimlee) May 1, 2020\n\nSo wrong!⟧\n\n{OWN} {DATE}"),
        format!("⟦“One” — Kim Lee (@kimlee) May 1, 2020\n“Two” — Bo Berg (@boberg) May 2, 2020\nWow⟧\n\n{OWN} {DATE}"),
        format!("⟦“Old words” — Kim Lee (@kimlee)⟧ {OWN} {DATE}"),
        // There is nothing behind the other that it could be of.
        format!("⟦“Old words” — Kim Lee (@kimlee) May 1, 2020⟧\n\n{OWN} ⦅July 14, 2021⦆"),
        format!(
            "⟦“Old” — Kim Lee (@kimlee) May 1, 2020 https://x.com/kimlee/status/1256246911234011136⟧\n\n{OWN} {DATE}"
        ),
    ] {
        let text = unmarked(&marked);
        let tweet = Tweet::parse(&text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!(mark(&text, iter::once(tweet)), marked, "found (left) and expected (right)");
    }
}

#[test]
fn quotations_that_may_stand_alone_are_more_than_one() {
    let linked = |name: &str, handle: &str| {
        format!("— {name} (@{handle}) [May 1, 2020](https://x.com/{handle}/status/1256246911234011136)")
    };
    for (first, second) in [
        (
            "So glad! — Kim Lee (@kimlee) May 1, 2020".to_owned(),
            "Me too! — Dana Ortiz (@dortiz) July 14, 2021".to_owned(),
        ),
        (
            format!("So glad!\n\n{}", linked("Kim Lee", "kimlee")),
            format!("Me too!\n\n{}", linked("Dana Ortiz", "dortiz")),
        ),
        (
            format!("So glad!\n\n{}", linked("Kim Lee", "kimlee")),
            "Me too! — Dana Ortiz (@dortiz) July 14, 2021".to_owned(),
        ),
    ] {
        let error = Tweet::parse(&format!("{first}\n\n{second}")).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (ParseTweetErrorKind::MoreThanOne, first.len()), "{first:?}");
    }
}
