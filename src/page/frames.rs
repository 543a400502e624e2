//! Parts of a message behind each other, each after its length.

/// Why a message has no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum FrameError {
    /// So many bytes are too few for a length.
    #[error("{0} bytes are left where a length should stand")]
    NoLength(usize),
    /// A part has fewer bytes than its length says.
    #[error("a part of {length} bytes ends after {there}")]
    CutShort { length: usize, there: usize },
}

/// The parts of a message.
///
/// # Errors
/// If it ends within a length or a part.
pub(super) fn parts(mut message: &[u8]) -> Result<Vec<&[u8]>, FrameError> {
    let mut parts = Vec::new();
    while !message.is_empty() {
        let Some((head, rest)) = message.split_first_chunk::<4>() else {
            return Err(FrameError::NoLength(message.len()));
        };
        let length = u32::from_le_bytes(*head) as usize;
        let Some((part, rest)) = rest.split_at_checked(length) else {
            return Err(FrameError::CutShort { length, there: rest.len() });
        };
        parts.push(part);
        message = rest;
    }
    Ok(parts)
}

/// A message of parts, none of which is longer than 4 GiB.
pub(super) fn framed(parts: &[Vec<u8>]) -> Vec<u8> {
    let framed = |part: &Vec<u8>| (part.len() as u32).to_le_bytes().into_iter().chain(part.iter().copied()).collect();
    parts.iter().flat_map(|part| -> Vec<u8> { framed(part) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_again_and_half_ones_are_refused() {
        let sent = [b"question".to_vec(), Vec::new(), vec![0; 300]];
        let message = framed(&sent);
        assert_eq!(parts(&message), Ok(sent.iter().map(Vec::as_slice).collect()));
        for cut in 1..message.len() {
            let whole = [12, 16].contains(&cut);
            assert_eq!(parts(&message[..cut]).is_ok(), whole, "{cut}");
        }
    }
}
