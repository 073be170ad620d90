//! quick
fn main() {
    let mut bad = 0; let mut all = 0;
    for file in ["pattern-verdicts", "pattern-probes"] {
        let text = std::fs::read_to_string(format!("{}/recorded/{file}.ndjson", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for line in text.lines() {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let (p, e) = (v["pattern"].as_str().unwrap(), v["event"].as_str().unwrap());
            let (verdict, message) = rulepad_workbench::batch::verdict(p, e);
            let verdict = serde_json::to_value(verdict).unwrap();
            all += 1;
            let wrong_message = v["result"] == "pattern_error" && v["message"].is_string() && message.as_deref() != v["message"].as_str();
            if verdict != v["result"] || wrong_message {
                bad += 1;
                if bad < 40 { println!("{} P={p}\n   E={e}\n  got {verdict} {:?}\n want {} {:?}", v["id"], message, v["result"], v["message"].as_str()); }
            }
        }
    }
    println!("{} of {all} agree", all - bad);
}
