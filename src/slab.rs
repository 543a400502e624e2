//! Columns by the slot of an entity: an id opens the columns of its own kind and no others. Slots are reused; each
//! counts its occupants, so that a reference to a former occupant is known as stale.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use crate::ids::Slot;

/// Something that knows the generation of its slot.
pub trait Occupant {
    /// The generation of the slot when this occupant came.
    fn generation(&self) -> u16;
    /// Sets it.
    fn set_generation(&mut self, generation: u16);
}

/// A column of entities with reused slots of a kind.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Slab<I, T> {
    rows: Vec<T>,
    free: Vec<u32>,
    #[serde(skip)]
    of: PhantomData<fn(I)>,
}

impl<I, T> Default for Slab<I, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), free: Vec::new(), of: PhantomData }
    }
}

impl<I: Slot, T: Occupant> Slab<I, T> {
    /// An empty column with room for `n` rows.
    pub fn with_capacity(n: usize) -> Self {
        Self { rows: Vec::with_capacity(n), ..Self::default() }
    }

    /// Puts an entity into a free slot; returns the slot.
    #[inline]
    pub fn insert(&mut self, mut row: T) -> I {
        if let Some(slot) = self.free.pop() {
            let generation = self.rows[slot as usize].generation();
            row.set_generation(generation);
            self.rows[slot as usize] = row;
            I::at(slot)
        } else {
            row.set_generation(0);
            self.rows.push(row);
            I::at(self.rows.len() as u32 - 1)
        }
    }

    /// Frees a slot: whatever still refers to its occupant is stale from now on.
    #[inline]
    pub fn free(&mut self, slot: I) {
        let row = &mut self.rows[slot.position()];
        row.set_generation(row.generation().wrapping_add(1));
        self.free.push(slot.position() as u32);
    }

    /// Whether `generation` is still that of the slot's occupant.
    #[inline]
    pub fn is_current(&self, slot: I, generation: u16) -> bool {
        self.rows.get(slot.position()).is_some_and(|row| row.generation() == generation)
    }

    /// The row of a slot, whoever occupies it.
    #[inline]
    pub fn get(&self, slot: I) -> Option<&T> {
        self.rows.get(slot.position())
    }

    /// Entities present.
    pub fn len(&self) -> usize {
        self.rows.len() - self.free.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many slots there are, occupied or free.
    pub fn slots(&self) -> usize {
        self.rows.len()
    }

    /// Every slot, occupied or free, in order.
    /// A free one may already be planned for whoever comes: to plan for people, go by household.
    pub fn all(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len() as u32).map(I::at)
    }

    /// Slots that whoever comes next will have, the next one first, as far as they are free now.
    pub fn next_slots(&self) -> impl Iterator<Item = I> {
        self.free.iter().rev().map(|slot| I::at(*slot))
    }

    /// Free slots, in no order that may matter.
    pub fn free_slots(&self) -> impl Iterator<Item = I> {
        self.free.iter().map(|slot| I::at(*slot))
    }
}

impl<I: Slot, T> Index<I> for Slab<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, slot: I) -> &T {
        &self.rows[slot.position()]
    }
}

impl<I: Slot, T> IndexMut<I> for Slab<I, T> {
    #[inline]
    fn index_mut(&mut self, slot: I) -> &mut T {
        &mut self.rows[slot.position()]
    }
}

/// A side column: something about some occupants of a slab, which is forgotten with its occupant. Who has nothing of
/// their own yet has the default.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Column<I, T> {
    /// By slot: the generation of the occupant whom the value is of.
    rows: Vec<(u16, T)>,
    #[serde(skip)]
    of: PhantomData<fn(I)>,
}

impl<I, T> Default for Column<I, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), of: PhantomData }
    }
}

impl<I: Slot, T: Clone + Default> Column<I, T> {
    /// What is kept of the occupant of a slot; `None` if nothing is, or if it was of somebody before.
    #[inline]
    pub fn get(&self, slab: &Slab<I, impl Occupant>, slot: I) -> Option<&T> {
        let (generation, value) = self.rows.get(slot.position())?;
        (*generation == slab[slot].generation()).then_some(value)
    }

    /// The generation in the row of a slot, whoever it is of: to read ahead.
    #[inline]
    pub fn look_at(&self, slot: I) -> u16 {
        self.rows.get(slot.position()).map_or(0, |(generation, _)| *generation)
    }

    /// What is kept of the occupant of a slot, to be changed: the default for a new one.
    #[inline]
    pub fn of_mut(&mut self, slab: &Slab<I, impl Occupant>, slot: I) -> &mut T {
        let generation = slab[slot].generation();
        if self.rows.len() <= slot.position() {
            // A generation that nobody has yet: rows of who never had anything say nothing.
            let nobody = |row: usize| slab.rows.get(row).map_or(0, |occupant| occupant.generation().wrapping_sub(1));
            let from = self.rows.len();
            self.rows.extend((from..=slot.position()).map(|row| (nobody(row), T::default())));
        }
        let row = &mut self.rows[slot.position()];
        if row.0 != generation {
            *row = (generation, T::default());
        }
        &mut row.1
    }
}

/// A column of something that every slot of a kind has: what it says of whom is the owner's business.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rows<I, T> {
    rows: Vec<T>,
    #[serde(skip)]
    of: PhantomData<fn(I)>,
}

impl<I, T> Default for Rows<I, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), of: PhantomData }
    }
}

impl<I: Slot, T> Rows<I, T> {
    /// An empty column with room for `n` rows.
    pub fn with_capacity(n: usize) -> Self {
        Self { rows: Vec::with_capacity(n), of: PhantomData }
    }

    /// A row for one slot more; returns the slot.
    #[inline]
    pub fn push(&mut self, row: T) -> I {
        self.rows.push(row);
        I::at(self.rows.len() as u32 - 1)
    }

    /// Rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every slot, in order.
    pub fn all(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len() as u32).map(I::at)
    }

    /// The row of a slot, if it has one.
    #[inline]
    pub fn get(&self, slot: I) -> Option<&T> {
        self.rows.get(slot.position())
    }

    /// Every row, in the order of the slots.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// Gives the column this many rows, new ones as given.
    pub fn resize(&mut self, rows: usize, row: T)
    where
        T: Clone,
    {
        self.rows.resize(rows, row);
    }
}

impl<'c, I: Slot, T> IntoIterator for &'c Rows<I, T> {
    type Item = &'c T;
    type IntoIter = std::slice::Iter<'c, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl<I: Slot, T> Index<I> for Rows<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, slot: I) -> &T {
        &self.rows[slot.position()]
    }
}

impl<I: Slot, T> IndexMut<I> for Rows<I, T> {
    #[inline]
    fn index_mut(&mut self, slot: I) -> &mut T {
        &mut self.rows[slot.position()]
    }
}
