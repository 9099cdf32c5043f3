//! The limits of X on the length of a tweet.

use chrono::NaiveDate;

/// The most that a tweet weighs since 7 November 2017.
pub(crate) const MAX_WEIGHT: usize = 280;

/// The most characters that a tweet had before.
pub(crate) const MAX_WEIGHT_UNTIL_2017: usize = 140;

/// The last day of the limit of 140 for most accounts
/// ([announcement](https://blog.x.com/official/en_us/topics/product/2017/tweetingmadeeasier.html)).
const LAST_SHORT_DAY: NaiveDate = NaiveDate::from_ymd_opt(2017, 11, 6).unwrap();

/// The most that a tweet of this day weighs; of an unknown one, the limit of today.
pub(crate) fn max_weight_on(day: Option<NaiveDate>) -> usize {
    if day.is_some_and(|day| day <= LAST_SHORT_DAY) { MAX_WEIGHT_UNTIL_2017 } else { MAX_WEIGHT }
}
