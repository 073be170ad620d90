//! References through every format: none is left as text, none becomes an invented ARN, and what is read again has it
//! again.

use rulepad_workbench::Lang;
use rulepad_workbench::{Draft, Export, Exported, Format, Import, Reference, export, import};

/// Rules whose values only the template knows: in names, ARNs, patterns, inputs and tags, alone and within text.
const TEMPLATE: &str = r#"Parameters:
  Source: {Type: String}
  Path: {Type: String}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Fifo: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Topic: {Type: AWS::SNS::Topic}
  Worker: {Type: AWS::Lambda::Function}
  Flow: {Type: AWS::StepFunctions::StateMachine}
  Bus: {Type: AWS::Events::EventBus}
  Placed:
    Type: AWS::Events::Rule
    Properties:
      Name: placed
      EventPattern:
        source: [!Ref Source]
        detail: {account: [!Ref "AWS::AccountId"], topic: [{prefix: !Ref Topic}]}
      Targets:
        - {Id: queue, Arn: !GetAtt Queue.Arn, DeadLetterConfig: {Arn: !GetAtt Queue.Arn}}
        - {Id: fifo, Arn: !GetAtt Fifo.Arn, SqsParameters: {MessageGroupId: !Ref Path}}
        - {Id: topic, Arn: !Ref Topic, Input: !Sub '{"path": "${Path}", "as it is": "${!Path}"}'}
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      Name: !Sub "${AWS::StackName}-nightly"
      EventBusName: !GetAtt Bus.Arn
      Description: !Sub "for ${Path} in ${AWS::Region}"
      EventPattern: {source: [a.b], detail: {n: [4.0], s: [!ImportValue shared]}}
      Tags: [{Key: team, Value: !Ref Path}]
      Targets:
        - {Id: worker, Arn: !GetAtt Worker.Arn}
        - {Id: flow, Arn: !Ref Flow, RoleArn: !ImportValue role}
  Alone:
    Type: AWS::Events::Rule
    Properties:
      Name: alone
      ScheduleExpression: !Ref Path
      Targets: [{Id: worker, Arn: !GetAtt Worker.Arn}]
"#;

fn drafts() -> Vec<Draft> {
    let Import { rules, diagnostics, .. } = import(TEMPLATE, Lang::En);
    assert_eq!(diagnostics, []);
    let drafts: Vec<Draft> = rules.iter().map(|rule| rule.onto(&Draft::default())).collect();
    assert_eq!(drafts.len(), 3);
    assert!(drafts.iter().all(|draft| !draft.references.is_empty()));
    drafts
}

/// The files of a draft, without the text it was read from.
fn files(draft: &Draft) -> Vec<(Format, Exported)> {
    let draft = Draft { origin: None, ..draft.clone() };
    let ready = |format: Format| match export(&draft, format, Lang::En) {
        Export::Ready(file) => Some((format, file)),
        Export::NotYet(_) => None,
    };
    Format::ALL.into_iter().filter_map(ready).collect()
}

#[test]
fn no_reference_leaves_as_text_and_no_arn_is_invented() {
    let mut tried = 0;
    for draft in drafts() {
        for (format, file) in files(&draft) {
            let about = format!("{format:?} of {}: {}", draft.rule.name, file.text);
            assert!(!file.text.contains("123456789012") && !file.text.contains("us-east-1"), "{about}");
            // Marks are characters for private use.
            assert!(!file.text.contains(|c: char| matches!(c, '\u{e000}'..='\u{f8ff}')), "{about}");
            if format == Format::RuleJson {
                for own in &draft.references {
                    assert!(file.losses.iter().any(|loss| loss.contains(&own.shown)), "{own:?}: {about}");
                }
                continue;
            }
            // `Fn::Sub` has its parameters in the same way.
            let is_template = file.text.contains("AWSTemplateFormatVersion");
            let unknown = |own: &&Reference| !is_template && !own.shown.starts_with("${AWS::");
            for own in draft.references.iter().filter(unknown) {
                assert!(!file.text.contains(&own.shown), "{own:?}: {about}");
            }
            // Outside of templates, these are CloudFormation's alone.
            if !file.text.contains("AWSTemplateFormatVersion") && format != Format::Serverless {
                let cdk = matches!(format, Format::CdkTypescript | Format::CdkPython);
                assert!(cdk || !file.text.contains("${AWS::"), "{about}");
            }
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn text_that_looks_like_a_reference_stays_text() {
    let placed = drafts().remove(0);
    for (format, file) in files(&placed) {
        let kept = match format {
            Format::Terraform => "$${Path}",
            Format::Serverless => "\\${Path}",
            Format::Sam | Format::CloudFormationYaml | Format::CloudFormationJson => "${!Path}",
            Format::RuleJson | Format::AwsCli | Format::Boto3 | Format::Pulumi => "${Path}",
            _ => continue,
        };
        assert!(file.text.contains(kept), "{format:?}: {}", file.text);
    }
}

#[test]
fn what_is_read_again_has_its_references_again() {
    for draft in drafts() {
        for (format, file) in files(&draft) {
            if !matches!(
                format,
                Format::CloudFormationYaml | Format::CloudFormationJson | Format::Sam | Format::Terraform
            ) {
                continue;
            }
            let read = import(&file.text, Lang::En);
            let back: Vec<Draft> = read.rules.iter().map(|rule| rule.onto(&Draft::default())).collect();
            let references: usize = back.iter().map(|draft| draft.references.len()).sum();
            assert!(references > 0, "{format:?}: {}", file.text);
            for (own, again) in back.iter().flat_map(|back| &back.targets).zip(&draft.targets) {
                assert_eq!(own.kind(), again.kind(), "{format:?} {}: {}", own.id, own.arn);
            }
        }
        // Into the template it was read from it goes without a change.
        let Export::Ready(file) = export(&draft, Format::CloudFormationYaml, Lang::En) else { panic!() };
        assert_eq!(file.text, TEMPLATE);
    }
}
