//! The few drawings of the header.

use yew::prelude::*;

/// Rulepad's mark: two texts, one verdict.
pub(in crate::view) fn brand() -> Html {
    html! {
        <svg class="brand-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <rect x="1" y="1" width="18" height="18" rx="4.5" fill="currentColor" />
            <path
                d="M5.5 6.5h5M5.5 10h3M5.5 13.5h2M9.8 12.2l2 2.2 3.7-5"
                fill="none"
                stroke="var(--accent-text)"
                stroke-width="1.6"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

fn icon(inner: Html) -> Html {
    html! {
        <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.4"
            stroke-linecap="round"
            aria-hidden="true"
        >
            { inner }
        </svg>
    }
}

/// Half light, half dark.
pub(in crate::view) fn system() -> Html {
    icon(html! {
        <>
            <circle cx="8" cy="8" r="5.3" />
            <path d="M8 2.7a5.3 5.3 0 0 0 0 10.6z" fill="currentColor" stroke="none" />
        </>
    })
}

/// A sun.
pub(in crate::view) fn sun() -> Html {
    icon(html! {
        <>
            <circle cx="8" cy="8" r="2.8" />
            <path d="M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1" />
        </>
    })
}

/// A moon.
pub(in crate::view) fn moon() -> Html {
    icon(html! {
        <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" />
    })
}

/// An arrow back.
pub(in crate::view) fn undo() -> Html {
    icon(html! {
        <path d="M6 3 2.8 6.2 6 9.4M3.2 6.2h6.3a3.6 3.6 0 0 1 0 7.2H7" />
    })
}

/// An arrow forward.
pub(in crate::view) fn redo() -> Html {
    icon(html! {
        <path d="M10 3l3.2 3.2L10 9.4M12.8 6.2H6.5a3.6 3.6 0 0 0 0 7.2H9" />
    })
}
