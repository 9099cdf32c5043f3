//! The limits of X on the length of a tweet.

use chrono::NaiveDate;

/// The most that a tweet weighs since 7 November 2017.
pub(crate) const MAX_WEIGHT: usize = 280;

/// The most characters that a tweet had before.
pub(crate) const MAX_WEIGHT_UNTIL_2017: usize = 140;

/// The last day of the limit of 140 for most accounts
/// ([announcement](https://blog.x.com/official/en_us/topics/product/2017/tweetingmadeeasier.html)).
const LAST_SHORT_DAY: NaiveDate = NaiveDate::from_ymd_opt(2017, 11, 6).unwrap();

/// The first day of posts of more than 280 characters: 4,000 for subscribers in the United States, 25,000 since June
/// 2023.
const FIRST_LONG_DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 2, 8).unwrap();

/// Whether posts of this day may be longer than [`MAX_WEIGHT`]: up to 25,000 characters.
pub(crate) fn holds_long_posts(day: NaiveDate) -> bool {
    day >= FIRST_LONG_DAY
}

/// The most that a tweet of this day weighs; of an unknown one, the limit of today.
pub(crate) fn max_weight_on(day: Option<NaiveDate>) -> usize {
    if day.is_some_and(|day| day <= LAST_SHORT_DAY) { MAX_WEIGHT_UNTIL_2017 } else { MAX_WEIGHT }
}
