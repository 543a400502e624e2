//! Lists that are composed of several, while compiling.

/// How many rows several lists have together.
pub const fn total<T>(lists: &[&[T]]) -> usize {
    let (mut list, mut sum) = (0, 0);
    while list < lists.len() {
        sum += lists[list].len();
        list += 1;
    }
    sum
}

/// Several lists as one, `N` rows in all.
pub const fn chained<T: Copy, const N: usize>(lists: &[&[T]]) -> [T; N] {
    let mut all = [first(lists); N];
    let (mut list, mut filled) = (0, 0);
    while list < lists.len() {
        let mut row = 0;
        while row < lists[list].len() {
            all[filled] = lists[list][row];
            filled += 1;
            row += 1;
        }
        list += 1;
    }
    all
}

/// The first row of any.
pub const fn first<T: Copy>(lists: &[&[T]]) -> T {
    let mut list = 0;
    while lists[list].is_empty() {
        list += 1;
    }
    lists[list][0]
}
