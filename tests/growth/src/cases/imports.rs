//! Texts that rules are read from, in every form.

use super::{case, sent};
use crate::Case;
use crate::text::{items, many, members, pattern, quoted};
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, Draft, Format, Severity, export, import};

fn imported(name: &'static str, base: usize, text: impl Fn(usize) -> String + 'static) -> Case {
    case(name, base, move |size| {
        let text = text(size);
        Box::new(move || {
            let read = import(&text, Lang::En).in_utf16(&text);
            sent(&read) + read.diagnostics.iter().filter(|found| found.severity == Severity::Error).count()
        })
    })
}

fn template(rules: usize) -> String {
    let rule = |at| {
        format!(
            "  Rule{at}:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: !Sub \"${{AWS::StackName}}-{at}\"\n      EventPattern:\n        \
             source: [my.app]\n        detail: {{at: [{at}]}}\n      Targets:\n        - {{Id: t, Arn: !GetAtt Queue{at}.Arn}}\n  \
             Queue{at}:\n    Type: AWS::SQS::Queue\n"
        )
    };
    format!("Resources:\n{}", many(rules, "", rule))
}

fn template_json(rules: usize) -> String {
    let rule = |at| {
        format!(
            "\"Rule{at}\":{{\"Type\":\"AWS::Events::Rule\",\"Properties\":{{\"EventPattern\":{{\"source\":[\"a\"]}},\"Targets\":[{{\"Id\":\"t\",\"Arn\":{{\"Ref\":\"Topic{at}\"}}}}]}}}},\
             \"Topic{at}\":{{\"Type\":\"AWS::SNS::Topic\"}}"
        )
    };
    format!("{{\"Resources\":{{{}}}}}", many(rules, ",", rule))
}

fn sam(events: usize) -> String {
    let event = |at| {
        format!("        E{at}: {{Type: EventBridgeRule, Properties: {{Pattern: {{source: [a{at}]}}}}}}\n")
    };
    format!(
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n{}",
        many(events, "", event)
    )
}

fn terraform(rules: usize) -> String {
    let rule = |at| {
        format!(
            "resource \"aws_cloudwatch_event_rule\" \"r{at}\" {{\n  name = \"rule-{at}\"\n  event_pattern = jsonencode({{ source = [\"a\"], detail = {{ at = [{at}] }} }})\n}}\n\
             resource \"aws_cloudwatch_event_target\" \"t{at}\" {{\n  rule = aws_cloudwatch_event_rule.r{at}.name\n  arn = aws_sqs_queue.q{at}.arn\n}}\n\
             resource \"aws_sqs_queue\" \"q{at}\" {{\n  name = \"q{at}\"\n}}\n"
        )
    };
    many(rules, "\n", rule)
}

fn rule_answer(at: usize) -> String {
    format!(
        "{{\"Name\":\"r{at}\",\"Arn\":\"arn:aws:events:us-east-1:123456789012:rule/r{at}\",\"EventPattern\":{},\"State\":\"ENABLED\",\"EventBusName\":\"default\"}}",
        quoted("{\"source\":[\"a\"]}")
    )
}

pub fn all() -> Vec<Case> {
    vec![
        imported("import: template in YAML", 100, template),
        imported("import: template in JSON", 100, template_json),
        imported("import: SAM events", 200, sam),
        imported("import: template, one large pattern", 1000, |size| {
            format!(
                "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n{}",
                many(size, "", |at| format!("        - v{at}\n"))
            )
        }),
        imported("import: template, functions in one rule", 200, |size| {
            format!(
                "Parameters: {{P: {{Type: String}}}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n{}",
                many(size, "", |at| format!("        - !Sub \"${{P}}{at}\"\n"))
            )
        }).limited(64),
        imported("import: template, many conditions", 200, |size| {
            format!(
                "Conditions:\n{}Resources:\n{}",
                many(size, "", |at| format!(
                    "  C{at}: {{'Fn::Or': [{{Condition: C{}}}, {{Condition: C{}}}]}}\n",
                    at + 1,
                    at + 2
                )),
                many(size, "", |at| format!(
                    "  R{at}: {{Type: AWS::Events::Rule, Properties: {{Name: !If [C{at}, a, b]}}}}\n"
                ))
            )
        }),
        imported("import: template, words of YAML", 1000, |size| {
            format!(
                "Resources:\n{}",
                many(size, "", |at| format!(
                    "  R{at}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{a: [yes, 012]}}}}}}\n"
                ))
            )
        }),
        imported("import: YAML, aliases", 400, |size| {
            format!(
                "a: &a {{k: [1, 2, 3]}}\nResources:\n{}",
                many(size, "", |at| format!("  R{at}: {{Type: X, Properties: *a}}\n"))
            )
        }),
        imported("import: YAML, brackets at the left", 100, |size| {
            format!(
                "Resources:\n{}",
                many(size, "", |at| format!(
                    "  R{at}:\n    Type: X\n    V: {{\n      a: [\n  1\n ]\n    }}\n"
                ))
            )
        })
        .limited(1024),
        imported("import: YAML, comments", 1000, |size| {
            format!("Resources:\n{}  R: {{Type: AWS::Events::Rule}}\n", "  # a comment\n".repeat(size))
        }),
        imported("import: YAML, one long line", 1000, |size| {
            format!("Resources: {{{}}}", many(size, ", ", |at| format!("R{at}: {{Type: AWS::Events::Rule}}")))
        }),
        imported("import: YAML, a deep list", 12, |size| {
            format!("Resources: {{R: {{Type: X, V: {}1{}}}}}", "[".repeat(size), "]".repeat(size))
        }),
        imported("import: YAML, block levels", 12, |size| {
            format!("Resources:\n{}", many(size, "", |at| format!("{}k:\n", " ".repeat(at + 1))))
        }),
        imported("import: Terraform", 100, terraform),
        imported("import: Terraform, targets of one rule", 100, |size| {
            let targets = many(size, "\n", |at| {
                format!(
                    "resource \"aws_cloudwatch_event_target\" \"t{at}\" {{\n  rule = aws_cloudwatch_event_rule.r.name\n  arn = \"arn:aws:sqs:us-east-1:123456789012:q{at}\"\n}}"
                )
            });
            format!(
                "resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n  event_pattern = \"{{}}\"\n}}\n{targets}\n"
            )
        }),
        imported("import: Terraform, for_each", 100, |size| {
            let map = many(size, "\n", |at| format!("    k{at} = {{ source = \"a{at}\" }}"));
            format!(
                "locals {{\n  all = {{\n{map}\n  }}\n}}\nresource \"aws_cloudwatch_event_rule\" \"r\" {{\n  for_each = local.all\n  name = each.key\n  event_pattern = jsonencode({{ source = [each.value.source] }})\n}}\n"
            )
        }),
        imported("import: Terraform, locals in a chain", 100, |size| {
            let locals = many(size, "\n", |at| format!("  l{} = \"${{local.l{at}}}x\"", at + 1));
            format!(
                "locals {{\n  l0 = \"a\"\n{locals}\n}}\nresource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = local.l{size}\n  event_pattern = \"{{}}\"\n}}\n"
            )
        }),
        imported("import: Terraform, faults", 200, |size| {
            many(size, "\n", |at| {
                format!(
                    "resource \"aws_cloudwatch_event_rule\" \"r{at}\" {{\n  name = unknown({at})\n  event_pattern = var.none\n}}"
                )
            })
        }),
        imported("import: answers of list-rules", 200, |size| {
            format!("{{\"Rules\":{}}}", items(size, rule_answer))
        }),
        imported("import: answers one after another", 200, |size| many(size, "\n", rule_answer)),
        imported("import: list-rules and their targets", 200, |size| {
            let targets = |at| {
                format!(
                    "{{\"Rule\":\"r{at}\",\"Targets\":[{{\"Id\":\"t\",\"Arn\":\"arn:aws:sqs:us-east-1:123456789012:q{at}\"}}]}}"
                )
            };
            format!("{{\"Rules\":{}}}\n{}", items(size, rule_answer), many(size, "\n", targets))
        }),
        imported("import: PutTargets requests", 200, |size| {
            let target =
                |at| format!("{{\"Id\":\"t{at}\",\"Arn\":\"arn:aws:sqs:us-east-1:123456789012:q{at}\"}}");
            format!("{{\"Rule\":\"r\",\"Targets\":{}}}", items(size, target))
        }),
        imported("import: a shell script", 100, |size| {
            many(size, "\n", |at| {
                format!(
                    "aws events put-rule --name r{at} --event-pattern '{{\"source\":[\"a\"]}}'\naws events put-targets --rule r{at} --targets 'Id=t,Arn=arn:aws:sqs:us-east-1:123456789012:q{at}'"
                )
            })
        }),
        imported("import: boto3 calls", 100, |size| {
            many(size, "\n", |at| {
                format!(
                    "client.put_rule(Name='r{at}', EventPattern='{{\"source\": [\"a\"]}}', State='ENABLED')"
                )
            })
        }),
        imported("import: serverless.yml", 100, |size| {
            format!(
                "service: s\nprovider: {{name: aws}}\nfunctions:\n{}",
                many(size, "", |at| format!(
                    "  f{at}:\n    handler: a.b\n    events:\n      - eventBridge:\n          pattern: {{source: [a{at}]}}\n"
                ))
            )
        }),
        imported("import: Pulumi YAML", 100, |size| {
            format!(
                "name: p\nruntime: yaml\nresources:\n{}",
                many(size, "", |at| format!(
                    "  r{at}:\n    type: aws:cloudwatch:EventRule\n    properties: {{name: r{at}, eventPattern: '{{\"source\":[\"a\"]}}'}}\n"
                ))
            )
        }),
        imported("import: filters of a template", 100, |size| {
            format!(
                "Resources:\n{}",
                many(size, "", |at| format!(
                    "  M{at}:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties:\n      FunctionName: f\n      FilterCriteria: {{Filters: [{{Pattern: '{{\"body\":{{\"a\":[{at}]}}}}'}}]}}\n"
                ))
            )
        }),
        imported("import: Fn::ForEach", 10, |size| {
            format!(
                "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Rules:\n    - Name\n    - [{}]\n    - \"R${{Name}}\": {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [!Sub \"${{Name}}\"]}}}}}}\n",
                many(size, ", ", |at| format!("n{at}"))
            )
        }),
        imported("import: terraform show -json", 100, |size| {
            let resource = |at| {
                format!(
                    "{{\"address\":\"aws_cloudwatch_event_rule.r{at}\",\"mode\":\"managed\",\"type\":\"aws_cloudwatch_event_rule\",\"name\":\"r{at}\",\"values\":{{\"name\":\"r{at}\",\"event_pattern\":\"{{}}\"}}}}"
                )
            };
            format!(
                "{{\"format_version\":\"1.0\",\"values\":{{\"root_module\":{{\"resources\":{}}}}}}}",
                items(size, resource)
            )
        }),
        imported("import: terraform plan", 100, |size| {
            many(size, "\n", |at| {
                format!(
                    "  # aws_cloudwatch_event_rule.r{at} will be created\n  + resource \"aws_cloudwatch_event_rule\" \"r{at}\" {{\n      + name          = \"r{at}\"\n      + event_pattern = jsonencode(\n            {{\n              + source = [\n                  + \"a\",\n                ]\n            }}\n        )\n    }}\n"
                )
            })
        }),
        imported("import: a pattern", 1000, |size| pattern(&members(size, |at| format!("[\"v{at}\"]")))),
        imported("import: an escaped pattern", 1000, |size| {
            quoted(&pattern(&members(size, |at| format!("[\"v{at}\"]"))))
        }),
        imported("import: a pattern with errors", 1000, |size| {
            pattern(&members(size, |at| format!("\"v{at}\"")))
        }),
        imported("import: duplicate keys", 1000, |size| {
            format!(
                "{{\"Name\":\"r\",\"EventPattern\":\"{{}}\",{}}}",
                many(size, ",", |_| "\"k\":1".to_owned())
            )
        }),
        imported("import: prose", 2000, |size| "A text that holds no rule at all. ".repeat(size)),
        imported("import: lines of prose", 2000, |size| "resource: a line that holds no rule\n".repeat(size)),
        imported("import: open braces", 1000, |size| "{".repeat(size)),
        imported("import: quotes", 1000, |size| "\"".repeat(size)),
        case("import: a rule of many written back to YAML", 25, |size| {
            let read = import(&template(size), Lang::En);
            let mut draft = read.rules.first().map(|rule| rule.onto(&Draft::default())).unwrap_or_default();
            draft.rule.description = "changed".into();
            draft.dialect = Dialect::Rule;
            Box::new(move || sent(&export(&draft, Format::CloudFormationYaml, Lang::En)))
        }),
        case("import: a rule of many written back to Terraform", 25, |size| {
            let read = import(&terraform(size), Lang::En);
            let mut draft = read.rules.first().map(|rule| rule.onto(&Draft::default())).unwrap_or_default();
            draft.rule.description = "changed".into();
            Box::new(move || sent(&export(&draft, Format::Terraform, Lang::En)))
        }),
    ]
}
