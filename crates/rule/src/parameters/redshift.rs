//! `RedshiftDataParameters` (API reference, `RedshiftDataParameters`).

use crate::Arn;
use crate::message::Hint;
use crate::schema::{SchemaField, TextForm, Wants, field, text};

const SQL: Wants = Wants::Text(text(1, 100_000).dynamic());

pub(super) const MEMBERS: &[SchemaField] = &[
    field("Database", Wants::Text(text(1, 64).dynamic()), Hint::Database).required(),
    field("DbUser", Wants::Text(text(1, 128).dynamic()), Hint::DatabaseUser),
    field(
        "SecretManagerArn",
        Wants::Text(text(1, 1600).dynamic().form(is_secret, TextForm::SecretArn)),
        Hint::Secret,
    )
    .also(&["SecretsManagerArn", "SecretArn"]),
    field("Sql", SQL, Hint::Statement).also(&["Statement"]),
    field("Sqls", Wants::List(&SQL, 0, 40), Hint::Statements),
    field("StatementName", Wants::Text(text(1, 500).dynamic()), Hint::StatementName),
    field("WithEvent", Wants::Switch, Hint::StatementEvent),
];

fn is_secret(text: &str) -> bool {
    Arn::parse(text).is_some_and(|arn| arn.service == "secretsmanager" && !arn.region.is_empty())
}
