//! The long tables: written down as trajectories come, and put in the order of their draws at the end.
//!
//! Draws that are added to a comparison come after those that were there, and what is left of an interrupted one may
//! lack some that were written. A table in its place is that of the draws it is of, in their order, however it came
//! about.

use std::fs::File;
use std::io::{BufWriter, Read as _, Result, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::columns::FileColumns;
use super::disk;
use crate::experiment::Draw;
use crate::observation::{Field, TableWriter};

/// A table in the making, in a file of its own.
#[derive(Debug)]
pub(super) struct Stream {
    file: FileColumns,
    path: PathBuf,
    to: BufWriter<File>,
    /// The draw of each piece, with its length in bytes, as they stand in the file after the head.
    pieces: Vec<(Draw, u64)>,
    head: u64,
}

impl Stream {
    /// Begins a table in a folder with its head.
    pub(super) fn create(folder: &Path, file: FileColumns) -> Result<Self> {
        let path = folder.join(file.name);
        let mut to = BufWriter::new(disk::create(&path)?);
        let head = TableWriter::new(file.columns, Vec::new())?.finish()?;
        to.write_all(&head)?;
        Ok(Self { file, path, to, pieces: Vec::new(), head: head.len() as u64 })
    }

    /// Writes rows of a draw.
    pub(super) fn write<'a, const N: usize>(
        &mut self,
        draw: Draw,
        rows: impl Iterator<Item = [Field<'a>; N]>,
    ) -> Result<()> {
        let mut table = TableWriter::continued(self.file.columns, Vec::new());
        for row in rows {
            table.row(&row)?;
        }
        let piece = table.finish()?;
        self.pieces.push((draw, piece.len() as u64));
        self.to.write_all(&piece)
    }

    /// Where it is written.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Ends the table, with these draws alone and in their order.
    pub(super) fn finish(mut self, draws: &[Draw]) -> Result<()> {
        self.to.flush()?;
        let mut at = self.head;
        let mut pieces = Vec::new();
        for (draw, length) in &self.pieces {
            pieces.push((*draw, at, *length));
            at += length;
        }
        let written = pieces.len();
        pieces.retain(|piece| draws.contains(&piece.0));
        if pieces.len() == written && pieces.is_sorted_by_key(|piece| piece.0) {
            return Ok(());
        }
        pieces.sort_by_key(|piece| piece.0);
        self.rewrite(&pieces)
    }

    fn rewrite(&self, pieces: &[(Draw, u64, u64)]) -> Result<()> {
        let mut from = File::open(&self.path)?;
        let beside = self.path.with_extension("ordered");
        let mut to = BufWriter::new(disk::create(&beside)?);
        for (start, length) in std::iter::once((0, self.head)).chain(pieces.iter().map(|piece| (piece.1, piece.2))) {
            from.seek(SeekFrom::Start(start))?;
            std::io::copy(&mut (&mut from).take(length), &mut to)?;
        }
        to.flush()?;
        disk::rename(&beside, &self.path)
    }
}
