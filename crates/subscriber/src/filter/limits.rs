//! AWS's limits on filters.

/// The most bytes that the patterns of all filters may have together (EventBridge user guide, filters of a custom event
/// bus).
pub const MAX_BYTES: usize = 4096;

/// From where on it is said that the limit is near: whether AWS counts what is around the patterns is not known.
pub(super) const NEAR: usize = MAX_BYTES / 10 * 9;
