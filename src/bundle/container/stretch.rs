//! The bytes of a file in an archive, read piece by piece.

use std::io::{BufReader, Read, Seek, SeekFrom};
use std::ops::Range;

use flate2::bufread::DeflateDecoder;

/// How many bytes are handed over at once.
const PIECE: usize = 1 << 16;

/// Where the bytes of a file are in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// They stand there as they are.
    Stored(Range<u64>),
    /// They are deflated there.
    Deflated {
        /// Where the packed bytes are.
        packed: Range<u64>,
        /// How many bytes they become.
        size: u64,
    },
}

/// Why the bytes could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The archive could not be read.
    Unreadable(String),
    /// What is packed there is no deflated data.
    Damaged,
    /// It became more or fewer bytes than the archive says.
    OtherSize,
}

impl Stretch {
    /// Hands over the bytes piece by piece.
    ///
    /// # Errors
    /// Where the file cannot be read or its bytes are not those announced. Never more than those are handed over.
    pub fn copy(&self, file: &mut (impl Read + Seek), sink: &mut dyn FnMut(&[u8])) -> Result<(), Broken> {
        let (Self::Stored(place) | Self::Deflated { packed: place, .. }) = self;
        let unreadable = |error: std::io::Error| Broken::Unreadable(error.to_string());
        file.seek(SeekFrom::Start(place.start)).map_err(unreadable)?;
        let packed_size = place.end.saturating_sub(place.start);
        let mut packed = file.take(packed_size);
        match self {
            Self::Stored(_) => hand_over(&mut packed, packed_size, sink).map_err(|broken| match broken {
                Broken::Damaged => Broken::Unreadable("the file ends too soon".into()),
                other => other,
            }),
            Self::Deflated { size, .. } => {
                let mut inflated = DeflateDecoder::new(BufReader::with_capacity(PIECE, &mut packed));
                hand_over(&mut inflated, *size, sink)?;
                let is_whole = inflated.total_in() == packed_size;
                if is_whole { Ok(()) } else { Err(Broken::OtherSize) }
            }
        }
    }
}

/// Hands over exactly so many bytes, and makes sure that there are no more.
fn hand_over(from: &mut impl Read, size: u64, sink: &mut dyn FnMut(&[u8])) -> Result<(), Broken> {
    let mut buffer = vec![0; PIECE];
    let mut left = size;
    loop {
        let read = match from.read(&mut buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error)
                if matches!(
                    error.kind(),
                    std::io::ErrorKind::InvalidInput
                        | std::io::ErrorKind::InvalidData
                        | std::io::ErrorKind::UnexpectedEof
                ) =>
            {
                return Err(Broken::Damaged);
            }
            Err(error) => return Err(Broken::Unreadable(error.to_string())),
        };
        left = left.checked_sub(read as u64).ok_or(Broken::OtherSize)?;
        match buffer.get(..read) {
            Some([]) | None if left > 0 => return Err(Broken::OtherSize),
            Some([]) | None => return Ok(()),
            Some(piece) => sink(piece),
        }
    }
}
