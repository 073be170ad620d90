//! Every sample, as the page opens it.

use rulepad_samples::subscribers::{SUBSCRIBERS, read_subscribers};
use rulepad_subscriber_workbench::{evaluate, samples};
use rulepad_workbench::Lang;

#[test]
fn drafts_show_what_the_samples_show() {
    let all = read_subscribers(SUBSCRIBERS).unwrap();
    let drafts = samples(SUBSCRIBERS).unwrap();
    assert_eq!(all.len(), drafts.len());
    for (sample, own) in all.iter().zip(&drafts) {
        let found = evaluate(&own.draft, Lang::En);
        let verdict = serde_json::to_value(found.verdict).unwrap();
        assert_eq!(verdict.as_str(), Some(sample.shows.verdict.as_str()), "{}", sample.id);
        let payload = found.events.first().and_then(|event| event.arrives.as_ref()?.payload.clone());
        if let Some(shown) = &sample.shows.payload {
            assert_eq!(payload.as_ref(), Some(shown), "{}", sample.id);
        }
        let arrives = found.events.first().and_then(|event| event.arrives.as_ref());
        if let (Some(payload), Some(arrives)) = (&payload, arrives) {
            let whole: String = arrives.pieces.iter().map(|piece| piece.out.of(payload)).collect();
            assert_eq!(&whole, payload, "{}: every byte has an origin", sample.id);
        }
    }
}
