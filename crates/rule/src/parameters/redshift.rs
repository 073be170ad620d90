//! `RedshiftDataParameters` (API reference, `RedshiftDataParameters`).

use crate::Arn;
use crate::schema::{Field, TextForm, Wants, field, text};

const SQL: Wants = Wants::Text(text(1, 100_000).dynamic());

pub(super) const MEMBERS: &[Field] = &[
    field("Database", Wants::Text(text(1, 64).dynamic()), "the name of the database").required(),
    field("DbUser", Wants::Text(text(1, 128).dynamic()), "the database user, with temporary credentials"),
    field(
        "SecretManagerArn",
        Wants::Text(text(1, 1600).dynamic().form(is_secret, TextForm::SecretArn)),
        "the secret with the credentials, instead of `DbUser`",
    )
    .also(&["SecretsManagerArn", "SecretArn"]),
    field("Sql", SQL, "the statement, at most 100,000 characters").also(&["Statement"]),
    field(
        "Sqls",
        Wants::List(&SQL, 0, 40),
        "at most 40 statements that run as one transaction, instead of `Sql`",
    ),
    field("StatementName", Wants::Text(text(1, 500).dynamic()), "a name to find the statement by"),
    field("WithEvent", Wants::Switch, "whether Redshift sends an event when the statement has run"),
];

fn is_secret(text: &str) -> bool {
    Arn::parse(text).is_some_and(|arn| arn.service == "secretsmanager" && !arn.region.is_empty())
}
