//! Counts the steps of the work, for the test that it is linear: a clock would tell only on a quiet machine.
//!
//! The steps are characters or bytes looked at, in the loops whose sum is the cost of the extraction. Counted is only in
//! tests of the crate's own repository (feature `count-work`, not part of the interface) and with debug assertions, so that
//! neither a release nor a benchmark knows of it.

#[cfg(all(feature = "count-work", debug_assertions))]
std::thread_local! {
    static STEPS: core::cell::Cell<u64> = const { core::cell::Cell::new(0) };
}

/// Notes that `steps` characters or bytes were looked at.
#[inline(always)]
#[expect(clippy::inline_always, reason = "it is nothing, but in tests")]
pub(crate) fn step(steps: usize) {
    #[cfg(all(feature = "count-work", debug_assertions))]
    STEPS.with(|total| total.set(total.get() + steps as u64));
    let _ = steps;
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
