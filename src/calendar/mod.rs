//! The calendar: what may or will happen, by week, replayed by the minute.
//!
//! Ordering contract: entries come out by minute, then by their random tie (for candidate points the bits of their
//! height), then by occasion, then by `aux`. A slot never decides an order: entries that are alike in all four may come
//! in any order. An entry names a slot and the generation of its occupant; once the slot has a new occupant the entry
//! is stale and the reader drops it.

mod occasion;

pub(crate) use occasion::occasions;
pub use occasion::{Column, Occasion, OccasionRow};

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::mechanisms::for_rooms;
use crate::units::{MAX_YEARS, MINUTES_PER_WEEK, Minute, WEEKS_PER_YEAR, Week};

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        /// The rows of every mechanism.
        const ROWS: &[&[OccasionRow]] = &[$($(#[$when])* crate::mechanisms::$room::rows::OCCASIONS),*];
    };
}
for_rooms!(all_rows);

/// Every occasion by its number; what no mechanism names is dated and has no column.
static TABLE: [OccasionRow; 256] = {
    let nobody = OccasionRow { occasion: Occasion::numbered(255), name: "", column: Column::Other, candidate: false };
    let mut table = [nobody; 256];
    let mut room = 0;
    while room < ROWS.len() {
        let mut i = 0;
        while i < ROWS[room].len() {
            let row = ROWS[room][i];
            let number = row.occasion.number() as usize;
            assert!(table[number].name.is_empty(), "two occasions have the same number");
            table[number] = row;
            i += 1;
        }
        room += 1;
    }
    table
};

/// The columns alone, which every entry asks for.
static COLUMNS: [Column; 256] = {
    let mut columns = [Column::Other; 256];
    let mut number = 0;
    while number < columns.len() {
        columns[number] = TABLE[number].column;
        number += 1;
    }
    columns
};

impl Occasion {
    /// The column of an entry's slot.
    #[inline]
    pub fn column(self) -> Column {
        COLUMNS[usize::from(self.number())]
    }

    /// Whether this is a point that happens only if its height is below a rate, rather than something with a date.
    #[inline]
    pub fn is_candidate(self) -> bool {
        TABLE[usize::from(self.number())].candidate
    }

    /// Its name in the code.
    pub fn name(self) -> &'static str {
        TABLE[usize::from(self.number())].name
    }
}

/// One entry, as it is added and comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Minute,
    /// Height bits of a candidate, or a keyed draw: the order within a minute.
    pub tie: u32,
    /// Slot of the entity.
    pub slot: u32,
    /// Generation of the slot's occupant.
    pub generation: u16,
    /// What.
    pub what: Occasion,
    /// Domain or other number, as the occasion has it.
    pub aux: u8,
}

/// An entry as it waits for its week: 14 bytes, of which people have many.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[repr(C, packed)]
struct Packed {
    tie: u32,
    slot: u32,
    generation: u16,
    /// The minute of the week.
    minute: u16,
    what: Occasion,
    aux: u8,
}

impl Packed {
    /// In a place that is not filled.
    const NOTHING: Self = Self { tie: 0, slot: 0, generation: 0, minute: 0, what: Occasion::numbered(0), aux: 0 };

    #[inline]
    fn new(entry: Entry, start: Minute) -> Self {
        Self {
            tie: entry.tie,
            slot: entry.slot,
            generation: entry.generation,
            minute: (entry.at.0 - start.0) as u16,
            what: entry.what,
            aux: entry.aux,
        }
    }

    #[inline]
    const fn minute(self) -> u16 {
        self.minute
    }

    #[inline]
    const fn occasion(self) -> Occasion {
        self.what
    }

    #[inline]
    fn entry(self, start: Minute) -> Entry {
        Entry {
            at: Minute(start.0 + i32::from(self.minute())),
            tie: self.tie,
            slot: self.slot,
            generation: self.generation,
            what: self.what,
            aux: self.aux,
        }
    }
}

impl Entry {
    /// The rate from which on this candidate happens, in events per week.
    #[inline]
    pub fn height(&self) -> f64 {
        f64::from(f32::from_bits(self.tie))
    }

    /// This candidate as 64 bits: which point of its entity's process it is.
    #[inline]
    pub fn point(&self) -> u64 {
        u64::from(self.at.0 as u32) << 32 | u64::from(self.tie)
    }

    /// Minute (as an unsigned number of the same order), then tie: decides nearly always.
    #[inline]
    fn moment(&self) -> u64 {
        u64::from(self.at.0 as u32 ^ 0x8000_0000) << 32 | u64::from(self.tie)
    }

    /// The whole order as one number: by moment, then by occasion and `aux`.
    #[inline]
    fn rank(&self) -> u128 {
        u128::from(self.moment()) << 16 | u128::from(self.what.number()) << 8 | u128::from(self.aux)
    }
}

/// An entry that was added for the week under way. It is ordered, and equal to another, by its rank alone; an [`Entry`]
/// has no order of its own, as two that are not equal may rank alike.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Late(Entry);

impl PartialEq for Late {
    fn eq(&self, other: &Self) -> bool {
        self.0.rank() == other.0.rank()
    }
}
impl Eq for Late {}
impl PartialOrd for Late {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Late {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.rank().cmp(&other.0.rank())
    }
}

/// Entries in a chunk.
const CHUNK: usize = 16;

/// Entries of a stretch that insertion puts in order at no great cost.
const FEW: u32 = 8;

/// The entries of one week: a chain of chunks, the one being filled first. All others are full.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Chain {
    /// The chunk being filled; meaningless in an empty chain.
    head: u32,
    /// Entries in it. An empty chain counts as full, so that its first entry takes a chunk.
    fill: u32,
    /// Entries in all.
    len: u32,
}

impl Chain {
    const EMPTY: Self = Self { head: u32::MAX, fill: CHUNK as u32, len: 0 };

    /// Calls `f` with each chunk and the entries in it. `links` has the chunk after each.
    #[inline]
    fn walk(self, links: &[u32], mut f: impl FnMut(u32, usize)) {
        let (mut chunk, mut fill, mut left) = (self.head, self.fill, self.len);
        while left > 0 {
            f(chunk, fill as usize);
            left -= fill;
            fill = CHUNK as u32;
            chunk = links[chunk as usize];
        }
    }
}

/// Entries by week, and the week being replayed.
///
/// Weeks share one store of small chunks, so that thousands of weeks of any size cost neither room to grow nor an
/// allocation each, and a fork copies a few arrays.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Calendar {
    first: Week,
    weeks: Vec<Chain>,
    chunks: Vec<[Packed; CHUNK]>,
    /// The chunk after each one in its chain.
    links: Vec<u32>,
    free: Vec<u32>,
    today: Vec<Entry>,
    next: usize,
    late: BinaryHeap<Reverse<Late>>,
    /// Whether the week has been replayed: what becomes possible in its queues from then on begins the next week.
    replayed: bool,
    now: Week,
    /// Room for sorting; holds nothing between weeks.
    #[serde(skip)]
    places: Vec<u32>,
}

impl Calendar {
    /// An empty calendar whose first week is `first`.
    pub fn new(first: Week) -> Self {
        Self {
            first,
            weeks: Vec::new(),
            chunks: Vec::new(),
            links: Vec::new(),
            free: Vec::new(),
            today: Vec::new(),
            next: 0,
            late: BinaryHeap::new(),
            replayed: false,
            now: Week(first.0 - 1),
            places: Vec::new(),
        }
    }

    /// Enters an entry; what lies in the past or beyond every horizon is dropped, and so are candidates in a week that
    /// has been replayed: what a week does reaches residents' rates the next week.
    #[inline]
    pub fn add(&mut self, entry: Entry) {
        let week = entry.at.week();
        if week <= self.now {
            self.add_late(week, entry);
        } else {
            let index = (week.0 - self.first.0) as usize;
            if index >= self.weeks.len() && !self.reach(week) {
                return;
            }
            self.append(index, Packed::new(entry, week.start()));
        }
    }

    #[inline]
    fn append(&mut self, index: usize, entry: Packed) {
        if self.weeks[index].fill == CHUNK as u32 {
            self.lengthen(index);
        }
        let chain = &mut self.weeks[index];
        self.chunks[chain.head as usize][chain.fill as usize] = entry;
        chain.fill += 1;
        chain.len += 1;
    }

    /// Enters an entry in the week under way.
    #[cold]
    fn add_late(&mut self, week: Week, entry: Entry) {
        if week == self.now && !(self.replayed && entry.what.is_candidate()) {
            self.late.push(Reverse(Late(entry)));
        }
    }

    /// Makes room for the weeks up to one, unless it lies beyond every horizon.
    #[cold]
    fn reach(&mut self, week: Week) -> bool {
        let within = week.0 < (MAX_YEARS as i32 + 2) * WEEKS_PER_YEAR;
        if within {
            self.weeks.resize((week.0 - self.first.0) as usize + 1, Chain::EMPTY);
        }
        within
    }

    /// Gives the chain of a week a further chunk.
    #[cold]
    fn lengthen(&mut self, index: usize) {
        let chunk = self.free.pop().unwrap_or_else(|| {
            self.chunks.push([Packed::NOTHING; CHUNK]);
            self.links.push(u32::MAX);
            self.chunks.len() as u32 - 1
        });
        let chain = &mut self.weeks[index];
        self.links[chunk as usize] = chain.head;
        chain.head = chunk;
        chain.fill = 0;
    }

    /// Begins the replay of a week, the one after the last. What the queues entered for the last week after it had been
    /// replayed comes first: what a week does reaches residents the next week.
    pub fn open(&mut self, week: Week) {
        debug_assert!(self.next == self.today.len());
        self.now = week;
        self.replayed = false;
        self.next = 0;
        self.today.clear();
        let index = (week.0 - self.first.0) as usize;
        let Some(chain) = self.weeks.get_mut(index).map(|c| std::mem::replace(c, Chain::EMPTY)) else { return };
        self.deal(chain, week.start());
    }

    /// Puts the entries of a week that begins at a minute in order and frees their chunks: dealt out over stretches of
    /// a few minutes, about one entry each, and then put in order by insertion, which has little left to do once the
    /// stretches with many entries (blocks of years begin with a week) are sorted.
    fn deal(&mut self, chain: Chain, start: Minute) {
        if chain.len == 0 {
            return;
        }
        let Self { chunks, links, free, today, places, .. } = self;
        // The shortest stretches of which there are no more than entries.
        let shift = (MINUTES_PER_WEEK as u32 / chain.len).checked_ilog2().map_or(0, |s| s + 1);
        let stretch = |e: &Packed| usize::from(e.minute()) >> shift;
        // Chunks lie anywhere in memory: reading a little of each first lets the processor fetch them together.
        let mut seen = 0;
        chain.walk(links, |chunk, _| {
            let chunk = &chunks[chunk as usize];
            seen ^= chunk[0].aux ^ chunk[CHUNK / 3].aux ^ chunk[CHUNK * 2 / 3].aux ^ chunk[CHUNK - 1].aux;
        });
        std::hint::black_box(seen);
        // How many entries lie in each stretch, and where each stretch begins.
        places.clear();
        places.resize((MINUTES_PER_WEEK as usize >> shift) + 1, 0);
        chain.walk(links, |chunk, fill| {
            for entry in &chunks[chunk as usize][..fill] {
                places[stretch(entry)] += 1;
            }
        });
        let mut before = 0;
        for place in places.iter_mut() {
            before += std::mem::replace(place, before);
        }
        today.resize(chain.len as usize, chunks[chain.head as usize][0].entry(start));
        chain.walk(links, |chunk, fill| {
            for entry in &chunks[chunk as usize][..fill] {
                let place = &mut places[stretch(entry)];
                today[*place as usize] = entry.entry(start);
                *place += 1;
            }
            free.push(chunk);
        });
        let mut from = 0;
        for &to in places.iter() {
            if to - from > FEW {
                today[from as usize..to as usize].sort_unstable_by_key(Entry::rank);
            }
            from = to;
        }
        sort_nearly_sorted(today);
    }

    /// Takes out what waits for the weeks to come and is about certain occasions.
    pub fn forget(&mut self, about: impl Fn(Occasion) -> bool) {
        for index in 0..self.weeks.len() {
            let chain = std::mem::replace(&mut self.weeks[index], Chain::EMPTY);
            let mut kept: Vec<Packed> = Vec::new();
            let Self { chunks, links, free, .. } = self;
            chain.walk(links, |chunk, fill| {
                kept.extend(chunks[chunk as usize][..fill].iter().filter(|entry| !about(entry.occasion())));
                free.push(chunk);
            });
            for entry in kept {
                self.append(index, entry);
            }
        }
    }

    /// The next entry of the week, in order; entries added for later in this week come too.
    #[inline]
    pub fn pop(&mut self) -> Option<Entry> {
        let entry = self.today.get(self.next);
        // The moment decides nearly always.
        let is_first = |late: &Entry, entry: &Entry| late.moment() <= entry.moment() && late.rank() <= entry.rank();
        if let Some(Reverse(late)) = self.late.peek()
            && entry.is_none_or(|entry| is_first(&late.0, entry))
        {
            return self.late.pop().map(|Reverse(late)| late.0);
        }
        self.next += usize::from(entry.is_some());
        self.replayed = entry.is_none();
        entry.copied()
    }

    /// The next entries of the week, at most `n`; later additions may come between.
    pub fn upcoming(&self, n: usize) -> &[Entry] {
        &self.today[self.next..(self.next + n).min(self.today.len())]
    }

    /// Entries still to come.
    pub fn len(&self) -> usize {
        self.weeks.iter().map(|c| c.len as usize).sum::<usize>() + self.today.len() - self.next + self.late.len()
    }

    /// Whether nothing is to come.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Puts entries that are nearly in order in order, by insertion.
fn sort_nearly_sorted(entries: &mut [Entry]) {
    let mut last = entries.first().map_or(0, Entry::moment);
    for i in 1..entries.len() {
        let moment = entries[i].moment();
        if moment > last {
            last = moment;
            continue;
        }
        let entry = entries[i];
        let mut j = i;
        while j > 0 && entries[j - 1].moment() >= moment && entries[j - 1].rank() > entry.rank() {
            entries[j] = entries[j - 1];
            j -= 1;
        }
        if j < i {
            entries[j] = entry;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(minute: i32, tie: u32) -> Entry {
        Entry { at: Minute(minute), tie, slot: 0, generation: 0, what: Occasion::ONSET, aux: 0 }
    }

    #[test]
    fn entries_come_by_minute_and_late_ones_join() {
        let mut calendar = Calendar::new(Week(-1));
        for minute in [500, 20, 10_090, -3] {
            calendar.add(entry(minute, 7));
        }
        calendar.open(Week(-1));
        assert_eq!(calendar.pop().map(|e| e.at.0), Some(-3));
        assert_eq!(calendar.pop(), None);
        calendar.open(Week(0));
        assert_eq!(calendar.pop().map(|e| e.at.0), Some(20));
        calendar.add(entry(30, 1));
        calendar.add(entry(600, 1));
        let rest: Vec<i32> = std::iter::from_fn(|| calendar.pop()).map(|e| e.at.0).collect();
        assert_eq!(rest, [30, 500, 600]);
        assert_eq!(calendar.len(), 1);
    }

    #[test]
    fn weeks_of_any_size_come_in_the_order_of_entries() {
        for n in [0, 1, 15, 16, 17, 700, 5_000] {
            let entries: Vec<Entry> = (0..n)
                .map(|i| entry((crate::random::mix(i) % 3_000) as i32, crate::random::mix(i + 7) as u32))
                .collect();
            let mut calendar = Calendar::new(Week(0));
            for e in &entries {
                calendar.add(*e);
            }
            // Chunks of a week that is over serve again.
            for turn in 0..3 {
                let mut compared = entries.clone();
                compared.sort_unstable_by_key(Entry::rank);
                assert_eq!(calendar.len(), entries.len());
                calendar.open(Week(turn));
                for e in compared {
                    let shift = turn * MINUTES_PER_WEEK;
                    let next = Entry { at: Minute(e.at.0 + shift), ..e };
                    assert_eq!(calendar.pop(), Some(next));
                    calendar.add(Entry { at: Minute(next.at.0 + MINUTES_PER_WEEK), ..e });
                }
                assert_eq!(calendar.pop(), None);
            }
            assert!(calendar.chunks.len() <= (n as usize).div_ceil(CHUNK) * 2);
        }
    }

    #[test]
    fn an_occasion_and_then_aux_order_what_comes_at_one_moment() {
        let same = |what, aux| Entry { what, aux, ..entry(5, 1) };
        let expected = [same(Occasion::BIRTHDAY, 9), same(Occasion::ONSET, 0), same(Occasion::ONSET, 3)];
        let mut calendar = Calendar::new(Week(0));
        for e in expected.into_iter().rev() {
            calendar.add(e);
        }
        calendar.open(Week(0));
        for e in expected.into_iter().rev() {
            calendar.add(e);
        }
        let come: Vec<Entry> = std::iter::from_fn(|| calendar.pop()).collect();
        assert_eq!(come, expected.map(|e| [e, e]).concat());
    }

    #[test]
    fn entries_wait_in_fourteen_bytes_and_come_out_as_they_were() {
        assert_eq!(size_of::<Packed>(), 14);
        for what in (0..=u8::MAX).map(Occasion::numbered) {
            for aux in [0, 1, 31, 32, u8::MAX] {
                for week in [Week(-3), Week(0), Week(700)] {
                    for minute in [0, 77, MINUTES_PER_WEEK - 1] {
                        let at = Minute(week.start().0 + minute);
                        let entry = Entry { at, tie: u32::MAX - 5, slot: 1 << 31, generation: 40_000, what, aux };
                        assert_eq!(Packed::new(entry, week.start()).entry(week.start()), entry);
                    }
                }
            }
        }
    }
}
