//! What AWS takes at most (API reference, `Target` and `InputTransformer`).

/// The longest `Input` and `InputTemplate`, in characters.
pub const MAX_TEXT: usize = 8192;
/// The longest path, in characters.
pub const MAX_PATH: usize = 256;
/// The most entries of `InputPathsMap`.
pub const MAX_ENTRIES: usize = 100;
/// The longest name of a variable, in characters.
pub const MAX_NAME: usize = 256;
