//! Caps on what is taken from somebody else's hands.

/// The most members that are taken from a file or a list: far more than an alliance has, and few enough that every screen
/// and document still comes up.
pub const MOST_MEMBERS: usize = 10_000;
