//! Folds of a cross-validation that leaves whole sources out.

use std::{cmp::Reverse, collections::BTreeMap};

/// The fold of each source: they are dealt out by their sizes, the largest first, so that folds are of like size.
pub fn deal<'s>(sizes: impl IntoIterator<Item = (&'s str, usize)>, folds: usize) -> BTreeMap<String, usize> {
    let mut sources = BTreeMap::<&str, usize>::new();
    for (source, size) in sizes {
        *sources.entry(source).or_default() += size;
    }
    let mut order: Vec<_> = sources.into_iter().collect();
    order.sort_by_key(|(source, size)| (Reverse(*size), *source));
    let mut filled = vec![0; folds];
    order
        .into_iter()
        .map(|(source, size)| {
            let fold = (0..folds).min_by_key(|fold| filled[*fold]).unwrap_or(0);
            filled[fold] += size;
            (source.to_owned(), fold)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_are_of_like_size() {
        let dealt = deal([("a", 3), ("b", 2), ("c", 4), ("b", 3), ("d", 1)], 2);
        let of = |fold| dealt.iter().filter(|(_, f)| **f == fold).map(|(source, _)| &**source).collect::<Vec<_>>();
        assert_eq!((of(0), of(1)), (vec!["b", "d"], vec!["a", "c"]));
    }
}
