# The rule is in ap-northeast-2: use a provider for this Region.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_cloudwatch_event_rule" "secret_read_denied" {
  name           = "secret-read-denied"
  description    = "Somebody may not read a secret, and tried"
  event_bus_name = "default"
  state          = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
  event_pattern = jsonencode({
    "source"      = ["aws.secretsmanager"]
    "detail-type" = ["AWS API Call via CloudTrail"]
    "detail" = {
      "eventName" = ["GetSecretValue", "BatchGetSecretValue"]
      "readOnly"  = [true]
      "errorCode" = [
        {
          "wildcard" = "*AccessDenied*"
        },
      ]
      "sourceIPAddress" = [
        {
          "cidr" = "203.0.113.0/25"
        },
        {
          "cidr" = "2001:db8::/32"
        },
      ]
      "userIdentity" = {
        "sessionContext" = {
          "attributes" = {
            "mfaAuthenticated" = ["true"]
          }
        }
      }
    }
  })
}

# This sets the whole policy of the queue: statements that others have in it are removed. Add those to
# keep.
resource "aws_sqs_queue_policy" "security" {
  queue_url = "https://sqs.ap-northeast-2.amazonaws.com/111122223333/security"
  policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Sid"    = "EventBridgesecretreaddeniedd621c98e"
        "Effect" = "Allow"
        "Principal" = {
          "Service" = "events.amazonaws.com"
        }
        "Action"   = "sqs:SendMessage"
        "Resource" = "arn:aws:sqs:ap-northeast-2:111122223333:security"
        "Condition" = {
          "ArnEquals" = {
            "aws:SourceArn" = aws_cloudwatch_event_rule.secret_read_denied.arn
          }
        }
      },
    ]
  })
}

resource "aws_cloudwatch_event_target" "security" {
  rule           = aws_cloudwatch_event_rule.secret_read_denied.name
  event_bus_name = aws_cloudwatch_event_rule.secret_read_denied.event_bus_name
  target_id      = "security"
  arn            = "arn:aws:sqs:ap-northeast-2:111122223333:security"

  input_transformer {
    input_paths = {
      "who"  = "$.detail.userIdentity.arn"
      "what" = "$.detail.requestParameters"
      "why"  = "$.detail.errorMessage"
    }
    input_template = "{\"who\": <who>, \"what\": <what>, \"why\": <why>, \"rule\": \"<aws.events.rule-arn>\"}"
  }
}

resource "aws_lambda_permission" "keep" {
  statement_id  = "EventBridgesecretreaddeniedd621c98e"
  action        = "lambda:InvokeFunction"
  function_name = "arn:aws:lambda:ap-northeast-2:111122223333:function:keep-evidence"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.secret_read_denied.arn
}

resource "aws_cloudwatch_event_target" "keep" {
  rule           = aws_cloudwatch_event_rule.secret_read_denied.name
  event_bus_name = aws_cloudwatch_event_rule.secret_read_denied.event_bus_name
  target_id      = "keep"
  arn            = "arn:aws:lambda:ap-northeast-2:111122223333:function:keep-evidence"
  input_path     = "$.detail.userIdentity"
}
