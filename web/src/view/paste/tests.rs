//! The dialog, rendered without a browser.
