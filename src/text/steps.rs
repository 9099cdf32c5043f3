//! A step counter, for the test that the work is linear: times would need a quiet machine.
//!
//! A step is one character or byte that a loop reads. Their total is the cost of an extraction. Steps are counted only
//! in this repository's tests: with the feature `count-work`, which is no part of the interface, and with debug
//! assertions, so that releases and benchmarks do not pay for the counter.

#[cfg(all(feature = "count-work", debug_assertions))]
std::thread_local! {
    static STEPS: core::cell::Cell<u64> = const { core::cell::Cell::new(0) };
}

/// Adds `steps` to the count.
#[inline(always)]
#[expect(clippy::inline_always, reason = "empty outside tests")]
pub(crate) fn step(steps: usize) {
    #[cfg(all(feature = "count-work", debug_assertions))]
    STEPS.with(|total| total.set(total.get() + steps as u64));
    let _ = steps;
}

/// How many bytes a search with memchr looks at for the cost of a step.
const SCANNED_AT_ONCE: usize = 16;

/// Counts a search with memchr over so many `bytes`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "empty outside tests")]
pub(crate) fn scan(bytes: usize) {
    step(bytes / SCANNED_AT_ONCE);
}

/// The steps of this thread since the last call.
#[cfg(feature = "count-work")]
#[doc(hidden)]
pub fn take_steps() -> u64 {
    #[cfg(debug_assertions)]
    return STEPS.with(core::cell::Cell::take);
    #[cfg(not(debug_assertions))]
    0
}
