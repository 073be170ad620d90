use super::*;
use rulepad_document::diagnostic::apply;

fn worded(table: &Table, payloads: &[String]) -> EventLog {
    event_log(table, payloads).worded(Lang::En)
}

fn key(name: &str, path: &str) -> Key {
    Key { name: name.into(), path: path.into() }
}

fn users() -> Table {
    Table { partition: key("user", "$.detail.userIdentity.arn"), sort: key("timestamp", "$.time") }
}

fn log(table: &Table, payloads: &[&str]) -> Vec<Put> {
    worded(table, &payloads.iter().map(|&text| text.to_owned()).collect::<Vec<_>>()).puts
}

fn by_id(payload: &str) -> Put {
    let table = Table { partition: key("pk", "$.id"), ..Table::default() };
    log(&table, &[payload]).remove(0)
}

const SIGN_IN: &str =
    r#"{"time":"2026-03-02T04:05:06Z","detail":{"userIdentity":{"arn":"arn:aws:iam::1:user/a"}}}"#;

#[test]
fn a_sign_in_becomes_an_item_with_user_and_timestamp() {
    let [put] = &log(&users(), &[SIGN_IN])[..] else { panic!() };
    assert_eq!(put.refused, None);
    assert_eq!(put.partition.as_ref().unwrap().text, "arn:aws:iam::1:user/a");
    assert_eq!(put.sort.as_ref().unwrap().name, "timestamp");
    let names: Vec<&str> = put.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    assert_eq!(names, ["time", "detail"]);
    let item = parse(&put.item);
    let text = |path: &str| match rulepad_transformer::path::Path::parse(path).unwrap().select(&item) {
        rulepad_transformer::path::Selected::One(node) => rulepad_document::json::compact(node),
        other => format!("{other:?}"),
    };
    assert_eq!(text("$.user.S"), "\"arn:aws:iam::1:user/a\"");
    assert_eq!(text("$.detail.M.userIdentity.M.arn.S"), "\"arn:aws:iam::1:user/a\"");
    // user 4+21, timestamp 9+20, time 4+20, detail 6+3, userIdentity 1+12+3, arn 1+3+21
    assert_eq!(put.size, 25 + 29 + 24 + 9 + 16 + 25);
}

fn parse(text: &str) -> rulepad_document::json::Node {
    rulepad_document::json::parse(text, rulepad_document::Role::Event).root.unwrap()
}

#[test]
fn numbers_keep_their_digits() {
    let put = by_id(r#"{"id":1.50,"n":12345678901234567890.10,"t":[true,null]}"#);
    assert_eq!(put.refused, None);
    for part in [r#""N": "1.50""#, r#""N": "12345678901234567890.10""#, r#""BOOL": true"#, r#""NULL": true"#]
    {
        assert!(put.item.contains(part), "{}", put.item);
    }
}

#[test]
fn the_same_key_replaces() {
    let table = Table { partition: key("n", "$.n"), sort: key("s", "$.s") };
    let puts = log(
        &table,
        &[r#"{"n":1,"s":"a"}"#, r#"{"n":1.0,"s":"b"}"#, r#"{"n":10e-1,"s":"a"}"#, r#"{"s":"a"}"#],
    );
    let replaced: Vec<_> = puts.iter().map(|put| (put.replaces, put.replaced_by)).collect();
    assert_eq!(replaced, [(None, Some(2)), (None, None), (Some(0), None), (None, None)]);
    assert!(puts[3].aws.as_deref().unwrap().ends_with("Missing the key n in the item"));
    assert_eq!(puts[3].gloss, None, "AWS's words are English");
}

#[test]
fn what_dynamodb_refuses_is_refused_in_its_words() {
    let aws = |payload: &str| by_id(payload).aws.unwrap_or_default();
    assert!(aws("{}").contains("Missing the key pk in the item"));
    assert!(aws(r#"{"id":""}"#).ends_with("cannot contain an empty string value. Key: pk"));
    assert!(aws(&format!(r#"{{"id":"{}"}}"#, "é".repeat(1025))).contains("Size of hashkey"));
    assert_eq!(by_id(&format!(r#"{{"id":"{}"}}"#, "é".repeat(1024))).refused, None);
    assert!(aws(&format!(r#"{{"id":{}}}"#, "1".repeat(39))).contains("38 significant"));
    assert!(aws(&format!(r#"{{"id":1,"d":{}1{}}}"#, "[".repeat(33), "]".repeat(33))).contains("Nesting"));
    assert_eq!(by_id(&format!(r#"{{"id":1,"d":{}1{}}}"#, "[".repeat(32), "]".repeat(32))).refused, None);
    assert!(aws(&format!(r#"{{"id":1,"d":"{}"}}"#, "x".repeat(409_600))).contains("Item size"));
    let object = by_id(r#"{"id":{}}"#);
    assert_eq!(object.refused.unwrap(), "the key `pk` is an object; a key is a string, a number or binary");
    assert!(by_id("not json").refused.is_some());
    assert!(by_id("{\"id\": 1}\n{\"id\": 2}").refused.is_some(), "two values are none");
    let short = Table { partition: key("pk", "$.id"), sort: key("sk", "$.s") };
    let long = log(&short, &[&format!(r#"{{"id":1,"s":"{}"}}"#, "x".repeat(1025))]).remove(0);
    assert!(long.aws.unwrap().contains("range keys"));
}

#[test]
fn the_first_item_makes_the_types_of_the_keys() {
    let table = Table { partition: key("pk", "$.id"), ..Table::default() };
    let puts = log(&table, &[r#"{"id":null}"#, r#"{"id":"a"}"#, r#"{"id":7}"#, r#"{"id":[7]}"#]);
    let said: Vec<&str> = puts.iter().map(|put| put.aws.as_deref().unwrap_or("")).collect();
    assert!(said[2].ends_with("Type mismatch for key pk expected: S actual: N"), "{said:?}");
    assert!(said[3].ends_with("Type mismatch for key pk expected: S actual: L"), "{said:?}");
    assert_eq!((puts[1].refused.as_deref(), said[0]), (None, ""));
}

#[test]
fn a_payload_that_is_no_object_is_one_attribute() {
    let table = Table { partition: key("pk", "$"), ..Table::default() };
    let put = log(&table, &[r#""hello""#]).remove(0);
    assert_eq!(put.refused, None);
    assert_eq!(put.attributes[0].name, "payload");
    assert_eq!(
        put.notes,
        ["The payload is a string, not an object: it is stored as the attribute `payload`."]
    );
}

#[test]
fn a_member_with_the_keys_name_gives_way() {
    let table = Table { partition: key("user", "$.detail.user"), ..Table::default() };
    let put = log(&table, &[r#"{"user":"b","detail":{"user":"a"}}"#]).remove(0);
    assert_eq!(put.partition.unwrap().text, "a");
    assert_eq!(
        put.notes,
        ["The payload has another `user`: it is replaced by the key's value, `$.detail.user`."]
    );
    assert!(log(&table, &[r#"{"user":"a","detail":{"user":"a"}}"#])[0].notes.is_empty());
}

#[test]
fn a_table_is_checked() {
    let codes = |table: &Table| {
        let EventLog { partition, sort, puts } = event_log(table, &["{}".to_owned()]);
        let of = |found: Vec<Diagnostic>| {
            found.into_iter().map(|found| found.code.into_owned()).collect::<Vec<_>>().join(" ")
        };
        (of(partition), of(sort), puts.len())
    };
    let told = |partition: &str, sort: &str, puts| (partition.to_owned(), sort.to_owned(), puts);
    assert_eq!(codes(&Table::default()), told("log.name-missing log.path-missing", "", 0));
    assert_eq!(codes(&users()), told("", "", 1));
    let twice = Table { sort: key("user", ""), ..users() };
    assert_eq!(codes(&twice), told("", "log.path-missing log.name-twice", 0));
    let long = Table { partition: key(&"x".repeat(256), "$.a"), ..Table::default() };
    assert_eq!(codes(&long), told("log.name-too-long", "", 0));
    let path = Table { partition: key("a", "$['a']"), sort: key("b", "$..b") };
    assert_eq!(codes(&path), told("log.path-grammar", "log.path-grammar", 0));
    let (found, _) = path.check();
    assert_eq!(apply("$['a']", &found[0].first_fix().unwrap().edits), "$.a");
}

#[test]
fn keys_are_suggested_users_and_times_first() {
    let event = r#"{"version":"0","id":"e","detail-type":"AWS Console Sign In via CloudTrail","source":"aws.signin",
        "account":"123456789012","time":"2026-03-02T04:05:06Z","region":"us-east-1","resources":[],
        "detail":{"userIdentity":{"type":"IAMUser","principalId":"AIDA","arn":"arn:aws:iam::1:user/a","userName":"a"},
        "eventTime":"2026-03-02T04:05:00Z","userAgent":"Mozilla","eventID":"x","Subnet ID":"s"}}"#;
    let keys = suggest_keys(event);
    let paths: Vec<&str> = keys.iter().map(|key| key.path.as_str()).collect();
    assert_eq!(keys[0], key("user", "$.detail.userIdentity.arn"));
    let first_time = keys.iter().find(|key| key.name == "timestamp").unwrap();
    assert_eq!(first_time.path, "$.time");
    let at = |path: &str| paths.iter().position(|own| *own == path);
    assert!(at("$.detail.eventTime") < at("$.id"));
    assert!(at("$.detail.userAgent") > at("$.detail.eventTime"));
    assert_eq!(at("$.detail.Subnet ID"), None);
    assert_eq!(
        suggest_keys(r#"{"actor":{"id":7},"created_at":1772424306}"#)[..2],
        [key("user", "$.actor.id"), key("timestamp", "$.created_at")]
    );
    assert!(suggest_keys("[1]").is_empty() && suggest_keys("x").is_empty());
}

#[test]
fn korean_puts_no_particle_behind_a_value() {
    let table = Table { partition: key("pk", "$.id"), ..Table::default() };
    let payloads = [r#"{"id":"1","pk":2}"#, r#"{"id":2}"#, r#"{"id":true}"#, r#"{}"#];
    let log = event_log(&table, &payloads.map(String::from)).worded(Lang::KO);
    assert_eq!(
        log.puts[0].notes,
        ["페이로드에 같은 이름의 멤버 `pk`도 있습니다. 이 멤버 대신 키의 값(`$.id`)을 저장합니다."]
    );
    let refused: Vec<&str> = log.puts.iter().filter_map(|put| put.refused.as_deref()).collect();
    assert_eq!(
        refused,
        [
            "`pk` 키의 값은 첫 번째 항목과 같이 문자열이어야 합니다(현재 숫자)",
            "`pk` 키의 값은 첫 번째 항목과 같이 문자열이어야 합니다(현재 true)",
            "`$.id` 경로에 값이 없습니다. 항목에는 `pk` 키가 필요합니다.",
        ]
    );
    let glosses: Vec<Option<&str>> = log.puts.iter().map(|put| put.gloss.as_deref()).collect();
    assert_eq!(
        glosses,
        [
            None,
            Some("`pk` 키의 형식이 다릅니다(기대: S, 실제: N)"),
            Some("`pk` 키의 형식이 다릅니다(기대: S, 실제: BOOL)"),
            Some("항목에 `pk` 키가 없습니다"),
        ]
    );
    let log = event_log(&table, &["[1]".to_owned()]).worded(Lang::KO);
    assert_eq!(log.puts[0].notes, ["페이로드가 객체가 아니라 배열이므로 `payload` 속성에 저장합니다."]);
}
