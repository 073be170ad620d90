//! Calls to an emulator on this machine: where they may go, and what came of them.

use super::model::Model;
use super::shared::Shared;
use rulepad_workbench::Lang;
use rulepad_workbench::trial::{Answer, Operation, read_answer};

/// What is known of the calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sending {
    /// The call that is on its way.
    pub sent: Option<Shared<Sent>>,
    /// What came of the last one.
    pub outcome: Option<(Operation, Outcome)>,
}

/// A call on its way.
#[derive(Debug, PartialEq, Eq)]
pub struct Sent {
    /// Tells it apart.
    pub number: u32,
    /// Where it goes: an address that [`endpoint`] gave.
    pub endpoint: String,
    /// What is called.
    pub operation: Operation,
    /// The request, a JSON text.
    pub body: String,
    /// The account it is made for; emulators take it from the credentials.
    pub account: String,
    /// The Region it is made for.
    pub region: String,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An answer.
    Answered(Answer),
    /// Nobody answers at this address, or not in a way that lets the page read it.
    Silent(String),
    /// Somebody sends the page elsewhere, where it does not go.
    Elsewhere(String),
    /// No answer came in time.
    Late(String),
}

/// How a call ended, as the browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With a status and a body.
    Answered(u16, String),
    /// See [`Outcome::Silent`].
    Silent,
    /// See [`Outcome::Elsewhere`].
    Elsewhere,
    /// See [`Outcome::Late`].
    Late,
}

/// What can happen to them.
#[derive(Clone, Debug, PartialEq)]
pub enum SendAction {
    /// The address was typed.
    Address(String),
    /// This is to be called.
    Send(Operation),
    /// The call of this number ended.
    Ended(u32, Ended),
}

/// Why an address is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// Emulators are asked over `http`.
    Https,
    /// A security policy cannot name `[::1]`.
    Ipv6,
    /// It is not an address of this machine, or not spelled as one of the two that are taken.
    Elsewhere,
}

/// The seconds a call may take.
pub const PATIENCE: u32 = 10;

pub(super) fn reduce(model: &mut Model, action: SendAction) {
    match action {
        SendAction::Address(address) => {
            model.settings.emulator = address;
            model.sending = Sending::default();
        }
        SendAction::Send(operation) => send(model, operation),
        SendAction::Ended(number, ended) => {
            if let Some(sent) = model.sending.sent.take_if(|sent| sent.number == number) {
                model.sending.outcome = Some((sent.operation, outcome(&sent, ended, model.settings.lang())));
            }
        }
    }
}

fn send(model: &mut Model, operation: Operation) {
    let Ok(Some(endpoint)) = endpoint(&model.settings.emulator) else { return };
    let shown = model.trial();
    let Some(Ok(trial)) = shown.current().map(|found| &**found) else { return };
    let Some(call) = trial.calls.iter().find(|call| call.operation == operation) else { return };
    let (body, account, region) = (call.body.clone(), trial.account.clone(), trial.region.clone());
    let number = model.next_number();
    model.sending.outcome = None;
    model.sending.sent = Some(Shared::new(Sent { number, endpoint, operation, body, account, region }));
}

fn outcome(sent: &Sent, ended: Ended, lang: Lang) -> Outcome {
    let at = sent.endpoint.trim_end_matches('/').to_owned();
    match ended {
        Ended::Answered(status, body) => Outcome::Answered(read_answer(sent.operation, status, &body, lang)),
        Ended::Silent => Outcome::Silent(at),
        Ended::Elsewhere => Outcome::Elsewhere(at),
        Ended::Late => Outcome::Late(at),
    }
}

/// The address in the one spelling that is sent to; `None` while there is none. Only these two names of this machine
/// are taken, whole, so that no spelling can mean another one.
///
/// # Errors
/// What is not taken.
pub fn endpoint(address: &str) -> Result<Option<String>, BadAddress> {
    let address = address.trim();
    if address.is_empty() {
        return Ok(None);
    }
    let lower = address.to_ascii_lowercase();
    if lower.starts_with("https:") {
        return Err(BadAddress::Https);
    }
    let rest = lower.strip_prefix("http://").unwrap_or(&lower);
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = match rest.split_once(':') {
        Some((host, port)) if is_port(port) => (host, Some(port)),
        Some(_) => (rest, None),
        None => (rest, None),
    };
    if rest
        .strip_prefix("[::1]")
        .is_some_and(|port| port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
    {
        return Err(BadAddress::Ipv6);
    }
    if !matches!(host, "127.0.0.1" | "localhost") {
        return Err(BadAddress::Elsewhere);
    }
    Ok(Some(port.map_or_else(|| format!("http://{host}/"), |port| format!("http://{host}:{port}/"))))
}

fn is_port(text: &str) -> bool {
    (1..=5).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_digit())
        && text.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_of_this_machine_are_taken() {
        for (typed, sent) in [
            ("http://127.0.0.1:4566", "http://127.0.0.1:4566/"),
            (" HTTP://LocalHost:4566/ ", "http://localhost:4566/"),
            ("localhost:5000", "http://localhost:5000/"),
            ("127.0.0.1", "http://127.0.0.1/"),
            ("http://localhost:65535", "http://localhost:65535/"),
        ] {
            assert_eq!(endpoint(typed), Ok(Some(sent.to_owned())), "{typed}");
        }
        assert_eq!(endpoint("  "), Ok(None));
    }

    #[test]
    fn no_other_spelling_reaches_another_machine() {
        for typed in [
            "http://127.0.0.1.evil.com",
            "http://127.0.0.1.evil.com:4566",
            "http://localhost.evil.com",
            "http://localhost@evil.com",
            "http://localhost:80@evil.com",
            "http://user:pass@localhost:4566",
            "http://evil.com#localhost",
            "http://evil.com/localhost",
            "http://evil.com?http://localhost",
            "http://evil.com\\localhost",
            "http://localhost\\@evil.com",
            "http://localhost:4566/path",
            "http://localhost:4566?x",
            "http://localhost:4566//",
            "http://localhost:0",
            "http://localhost:65536",
            "http://localhost:+80",
            "http://localhost:",
            "http://localhost: 80",
            "http://localhost:80:80",
            "http://localhost.",
            "http://localhost%2eevil.com",
            "http://local\thost:80",
            "http://local\nhost:80",
            "http://ｌocalhost",
            "http://loca\u{200b}lhost",
            "http://127。0。0。1",
            "http://2130706433",
            "http://0x7f000001",
            "http://0177.0.0.1",
            "http://127.1",
            "http://127.0.0.2",
            "http://127.0.0.01",
            "http://0.0.0.0:4566",
            "http://[::ffff:127.0.0.1]:4566",
            "http://[::1]evil.com",
            "http://192.168.0.1",
            "http://169.254.169.254",
            "//localhost",
            "http:localhost",
            "http:///localhost",
            "ftp://localhost",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:,localhost",
            "http://http://localhost",
            "evil.com",
        ] {
            assert_eq!(endpoint(typed), Err(BadAddress::Elsewhere), "{typed}");
        }
    }

    #[test]
    fn what_a_policy_cannot_name_is_said() {
        assert_eq!(endpoint("http://[::1]:4566"), Err(BadAddress::Ipv6));
        assert_eq!(endpoint("https://localhost:4566"), Err(BadAddress::Https));
    }
}
