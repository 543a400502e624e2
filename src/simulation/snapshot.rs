//! Snapshots: a simulation as bytes and back, transparent to the result.

use thiserror::Error;

use super::Simulation;

const MAGIC: &[u8; 8] = b"kantel\x00\x01";

/// Why bytes are no snapshot of this version.
#[derive(Debug, Error)]
pub enum SnapshotError {
    /// The bytes do not begin as a snapshot of this version does.
    #[error("not a snapshot of this version of kantel ({expected})")]
    Header {
        /// The version expected.
        expected: &'static str,
    },
    /// The bytes are damaged.
    #[error("the snapshot is damaged: {0}")]
    Damaged(#[from] postcard::Error),
}

impl Simulation {
    /// The whole simulation as bytes.
    ///
    /// # Errors
    /// Never in practice; an encoder that fails says so.
    pub fn snapshot(&self) -> Result<Vec<u8>, SnapshotError> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        bytes.push(0);
        bytes.extend(postcard::to_stdvec(self)?);
        Ok(bytes)
    }

    /// A simulation from the bytes of [`Simulation::snapshot`].
    ///
    /// # Errors
    /// If the bytes are of another version or damaged.
    pub fn restore(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let version = env!("CARGO_PKG_VERSION");
        let header = MAGIC.len() + version.len() + 1;
        let fits =
            bytes.len() > header && bytes.starts_with(MAGIC) && &bytes[MAGIC.len()..header - 1] == version.as_bytes();
        if !fits {
            return Err(SnapshotError::Header { expected: version });
        }
        Ok(postcard::from_bytes(&bytes[header..])?)
    }
}
