//! Texts that events are read from, in every form.

use super::{case, sent};
use crate::Case;
use crate::text::{event, items, many, members, nested, quoted};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, compact, fix_event, paste};

fn pasted(name: &'static str, base: usize, text: impl Fn(usize) -> String + 'static) -> Case {
    pasted_in(name, base, Dialect::Rule, text)
}

fn pasted_in(
    name: &'static str,
    base: usize,
    dialect: Dialect,
    text: impl Fn(usize) -> String + 'static,
) -> Case {
    case(name, base, move |size| {
        let text = text(size);
        Box::new(move || sent(&paste(&text, "{\"source\":[\"my.app\"]}", dialect, Lang::En).in_utf16(&text)))
    })
}

fn one(at: usize) -> String {
    event(&format!("{{\"at\":{at}}}"))
}

fn zipped(text: &str) -> String {
    // A gzip member: header, deflated bytes, no check that the reader would ask for.
    let mut bytes = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    bytes.extend(miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6));
    bytes.extend([0; 4]);
    bytes.extend(u32::try_from(text.len()).unwrap_or_default().to_le_bytes());
    STANDARD.encode(bytes)
}

fn log_data(size: usize) -> String {
    let line = |at: usize| format!("{{\"id\":\"{at}\",\"timestamp\":1,\"message\":{}}}", quoted(&one(at)));
    format!(
        "{{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/g\",\"logStream\":\"s\",\"logEvents\":{}}}",
        items(size, line)
    )
}

pub fn all() -> Vec<Case> {
    vec![
        pasted("events: a list", 200, |size| items(size, one)),
        pasted("events: one a line", 200, |size| many(size, "\n", one)),
        pasted("events: one large", 1_000, |size| event(&members(size, |at| format!("\"v{at}\"")))),
        pasted("events: deep", 40, |size| event(&nested(size, "{\"a\":[", "1", "]}"))).limited(64),
        pasted("events: a PutEvents request", 200, |size| {
            let entry =
                |at| format!("{{\"Source\":\"a\",\"DetailType\":\"t\",\"Detail\":\"{{\\\"at\\\":{at}}}\"}}");
            format!("{{\"Entries\":{}}}", items(size, entry))
        }),
        pasted("events: a shell command", 200, |size| {
            let entry =
                |at| format!("{{\"Source\":\"a\",\"DetailType\":\"t\",\"Detail\":\"{{\\\"at\\\":{at}}}\"}}");
            format!("aws events put-events --entries '{}'", items(size, entry))
        }),
        pasted("events: a CloudTrail log file", 200, |size| {
            let record = |at| {
                format!(
                    "{{\"eventVersion\":\"1.08\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutObject\",\"eventTime\":\"2026-05-01T00:00:00Z\",\"awsRegion\":\"us-east-1\",\"eventID\":\"{at}\",\"recipientAccountId\":\"123456789012\"}}"
                )
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted("events: an S3 notification", 200, |size| {
            let record = |at| {
                format!(
                    "{{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\",\"eventTime\":\"2026-05-01T00:00:00Z\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{{\"bucket\":{{\"name\":\"b\"}},\"object\":{{\"key\":\"k{at}\",\"size\":1}}}}}}"
                )
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted("events: SQS records", 200, |size| {
            let record = |at| {
                format!("{{\"messageId\":\"m\",\"body\":{},\"eventSource\":\"aws:sqs\"}}", quoted(&one(at)))
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted_in("events: SQS records for a pipe", 200, Dialect::Pipes, |size| {
            let record = |at| {
                format!("{{\"messageId\":\"m\",\"body\":{},\"eventSource\":\"aws:sqs\"}}", quoted(&one(at)))
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted("events: SNS messages", 200, |size| {
            let record = |at| {
                format!(
                    "{{\"EventSource\":\"aws:sns\",\"Sns\":{{\"Type\":\"Notification\",\"TopicArn\":\"arn:aws:sns:us-east-1:123456789012:t\",\"Message\":{}}}}}",
                    quoted(&one(at))
                )
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted("events: Kinesis records", 200, |size| {
            let record = |at| {
                format!(
                    "{{\"eventSource\":\"aws:kinesis\",\"kinesis\":{{\"partitionKey\":\"p\",\"data\":\"{}\"}}}}",
                    STANDARD.encode(one(at))
                )
            };
            format!("{{\"Records\":{}}}", items(size, record))
        }),
        pasted("events: Kafka records", 200, |size| {
            let record = |at| {
                format!(
                    "{{\"topic\":\"t\",\"partition\":0,\"offset\":{at},\"value\":\"{}\"}}",
                    STANDARD.encode(one(at))
                )
            };
            format!("{{\"eventSource\":\"aws:kafka\",\"records\":{{\"t-0\":{}}}}}", items(size, record))
        }),
        pasted("events: log events", 200, log_data),
        pasted("events: a zipped subscription", 200, |size| {
            format!("{{\"awslogs\":{{\"data\":\"{}\"}}}}", zipped(&log_data(size)))
        }),
        pasted("events: lines of a log", 200, |size| {
            many(size, "\n", |at| format!("2026-03-02T04:05:06.789Z\t6f0c\tINFO\t{}", one(at)))
        }),
        pasted("events: a log without events", 1000, |size| {
            many(size, "\n", |at| format!("START RequestId: {at} Version: $LATEST {{x"))
        }),
        pasted("events: Markdown fences", 200, |size| {
            many(size, "\n", |at| format!("Text\n\n```json\n{}\n```\n", one(at)))
        }),
        pasted("events: literals of JavaScript", 200, |size| {
            format!(
                "const event = {{source: 'my.app', 'detail-type': 't', detail: {{list: [{}]}}}};",
                many(size, ", ", |at| format!("{{at: {at}, b: 'c'}}"))
            )
        }),
        pasted("events: literals of Python", 200, |size| {
            format!(
                "{{'source': 'my.app', 'detail-type': 't', 'detail': {{'list': [{}]}}}}",
                many(size, ", ", |at| format!("{{'at': {at}, 'b': True}}"))
            )
        }),
        pasted("events: YAML", 200, |size| {
            format!(
                "source: my.app\ndetail-type: t\ndetail:\n{}",
                many(size, "", |at| format!("  k{at}: [a, {at}]\n"))
            )
        }),
        pasted("events: console.log", 200, |size| {
            format!(
                "{{\n  source: 'my.app',\n  detail: {{\n{}\n  }}\n}}",
                many(size, ",\n", |at| format!("    k{at}: [Object]"))
            )
        }),
        pasted("events: a string of JSON", 1000, |size| quoted(&event(&members(size, |at| format!("{at}"))))),
        pasted("events: strings within strings", 2, |size| {
            // Escapes double with each level: the levels that fit in a text are few.
            (0..size.min(12)).fold(one(0), |text, _| quoted(&text))
        }).limited(64),
        pasted("events: base64 within base64", 1, |size| {
            (0..size).fold(one(0), |text, _| {
                format!(
                    "{{\"Records\":[{{\"eventSource\":\"aws:kinesis\",\"kinesis\":{{\"data\":\"{}\"}}}}]}}",
                    STANDARD.encode(text)
                )
            })
        }).limited(64),
        pasted("events: messages within messages", 1, |size| {
            (0..size.min(10)).fold(one(0), |text, _| {
                format!("{{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"arn:aws:sns:us-east-1:123456789012:t\",\"Message\":{}}}", quoted(&text))
            })
        }).limited(64),
        pasted("events: long names", 100, |size| {
            event(&format!("{{\"{}\":{}}}", "n".repeat(40 * size), members(size, |_| "1".to_owned())))
        })
        .limited(512),
        pasted("events: duplicate keys", 1000, |size| {
            format!("{{{}}}", many(size, ",", |_| "\"k\":1".to_owned()))
        }),
        pasted("events: open brackets", 400, |size| "[{\"a\":".repeat(size)),
        pasted("events: open braces", 1000, |size| "{".repeat(size)),
        pasted("events: quotes", 1000, |size| "\"".repeat(size)),
        pasted("events: single quotes", 1000, |size| "'".repeat(size)),
        pasted("events: backslashes", 1000, |size| format!("\"{}", "\\".repeat(size))),
        pasted("events: missing commas", 1000, |size| format!("[{}]", many(size, " ", |at| at.to_string()))),
        pasted("events: entries AWS refuses", 200, |size| {
            format!("{{\"Entries\":{}}}", items(size, |_| "{\"Source\":\"\",\"Detail\":\"{\"}".to_owned()))
        }),
        pasted("events: wide characters", 1000, |size| {
            format!("[{}]", many(size, ",", |at| format!("{{\"é😀{at}\":'x'}}")))
        }),
        case("events: fixes", 100, |size| {
            let text = format!("{{{}}}", many(size, " ", |at| format!("k{at}: 'v'")));
            Box::new(move || fix_event(&text).len())
        }),
        case("events: compact", 1_000, |size| {
            let text = event(&members(size, |at| at.to_string()));
            Box::new(move || compact(&text).len())
        }),
    ]
}
