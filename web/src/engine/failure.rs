//! Why a worker does not work.

/// Why a worker does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Its files did not arrive in time.
    Late,
    /// Its program stopped loading.
    Interrupted,
    /// It did not learn the catalogue of events in time.
    NotLearned,
    /// Its files did not load.
    NotLoaded,
    /// It is of a newer build than the page, which is loaded again.
    Reloading,
    /// Its files are of another version of Rulepad than the page, also after the page was loaded again.
    OtherVersion,
    /// The browser does not start it, without a reason.
    NotStarted,
    /// It answered what was not asked.
    Unexpected,
    /// Its answer cannot be read, for this technical reason.
    Unreadable(String),
    /// The browser or the worker's loader reported this.
    Reported(String),
}
