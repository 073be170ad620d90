//! Views of the targets without a browser.
