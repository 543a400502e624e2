//! Columns with reused slots: each slot counts its occupants, so that a reference to a former occupant is known as
//! stale.

use serde::{Deserialize, Serialize};

/// Something that knows the generation of its slot.
pub trait Occupant {
    /// The generation of the slot when this occupant came.
    fn generation(&self) -> u16;
    /// Sets it.
    fn set_generation(&mut self, generation: u16);
}

/// A column of entities with reused slots.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Slab<T> {
    rows: Vec<T>,
    free: Vec<u32>,
}

impl<T: Occupant> Slab<T> {
    /// An empty column with room for `n` rows.
    pub fn with_capacity(n: usize) -> Self {
        Self { rows: Vec::with_capacity(n), free: Vec::new() }
    }

    /// Puts an entity into a free slot; returns the slot.
    #[inline]
    pub fn insert(&mut self, mut row: T) -> u32 {
        if let Some(slot) = self.free.pop() {
            let generation = self.rows[slot as usize].generation();
            row.set_generation(generation);
            self.rows[slot as usize] = row;
            slot
        } else {
            row.set_generation(0);
            self.rows.push(row);
            self.rows.len() as u32 - 1
        }
    }

    /// Frees a slot: whatever still refers to its occupant is stale from now on.
    #[inline]
    pub fn free(&mut self, slot: u32) {
        let row = &mut self.rows[slot as usize];
        row.set_generation(row.generation().wrapping_add(1));
        self.free.push(slot);
    }

    /// Whether `generation` is still that of the slot's occupant.
    #[inline]
    pub fn is_current(&self, slot: u32, generation: u16) -> bool {
        self.rows.get(slot as usize).is_some_and(|row| row.generation() == generation)
    }

    /// The row of a slot, whoever occupies it.
    #[inline]
    pub fn get(&self, slot: u32) -> Option<&T> {
        self.rows.get(slot as usize)
    }

    /// Entities present.
    pub fn len(&self) -> usize {
        self.rows.len() - self.free.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Slots, occupied or free.
    pub fn slots(&self) -> usize {
        self.rows.len()
    }

    /// Free slots, in no order that may matter.
    pub fn free_slots(&self) -> &[u32] {
        &self.free
    }
}

impl<T> std::ops::Index<u32> for Slab<T> {
    type Output = T;
    #[inline]
    fn index(&self, slot: u32) -> &T {
        &self.rows[slot as usize]
    }
}

impl<T> std::ops::IndexMut<u32> for Slab<T> {
    #[inline]
    fn index_mut(&mut self, slot: u32) -> &mut T {
        &mut self.rows[slot as usize]
    }
}
