# The rule is in ap-northeast-2: use a provider for this Region.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_cloudwatch_event_rule" "order_flow_failed" {
  name           = "order-flow-failed"
  description    = "Runs of the order flow that did not end well"
  event_bus_name = "default"
  state          = "ENABLED"
  event_pattern = jsonencode({
    "source"      = ["aws.states"]
    "detail-type" = ["Step Functions Execution Status Change"]
    "detail" = {
      "status" = ["FAILED", "TIMED_OUT", "ABORTED"]
      "stateMachineArn" = [
        {
          "wildcard" = "arn:aws:states:*:stateMachine:order-*"
        },
      ]
    }
  })
}

# This sets the whole policy of the queue: statements that others have in it are removed. Add those to
# keep.
resource "aws_sqs_queue_policy" "audit" {
  queue_url = "https://sqs.ap-northeast-2.amazonaws.com/111122223333/audit"
  policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Sid"    = "EventBridgeorderflowfailed9cb7b477"
        "Effect" = "Allow"
        "Principal" = {
          "Service" = "events.amazonaws.com"
        }
        "Action"   = "sqs:SendMessage"
        "Resource" = "arn:aws:sqs:ap-northeast-2:111122223333:audit"
        "Condition" = {
          "ArnEquals" = {
            "aws:SourceArn" = aws_cloudwatch_event_rule.order_flow_failed.arn
          }
        }
      },
    ]
  })
}

# This sets the whole policy of the dead-letter queue: statements that others have in it are removed.
# Add those to keep.
resource "aws_sqs_queue_policy" "audit_dead_letter" {
  queue_url = "https://sqs.ap-northeast-2.amazonaws.com/111122223333/audit-undelivered"
  policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Sid"    = "EventBridgeorderflowfailed9cb7b477"
        "Effect" = "Allow"
        "Principal" = {
          "Service" = "events.amazonaws.com"
        }
        "Action"   = "sqs:SendMessage"
        "Resource" = "arn:aws:sqs:ap-northeast-2:111122223333:audit-undelivered"
        "Condition" = {
          "ArnEquals" = {
            "aws:SourceArn" = aws_cloudwatch_event_rule.order_flow_failed.arn
          }
        }
      },
    ]
  })
}

resource "aws_cloudwatch_event_target" "audit" {
  rule           = aws_cloudwatch_event_rule.order_flow_failed.name
  event_bus_name = aws_cloudwatch_event_rule.order_flow_failed.event_bus_name
  target_id      = "audit"
  arn            = "arn:aws:sqs:ap-northeast-2:111122223333:audit"

  input_transformer {
    input_template = "{\n  \"rule\": <aws.events.rule-name>,\n  \"arn\": <aws.events.rule-arn>,\n  \"seen\": <aws.events.event.ingestion-time>,\n  \"event\": <aws.events.event>,\n  \"whole\": <aws.events.event.json>\n}"
  }

  dead_letter_config {
    arn = "arn:aws:sqs:ap-northeast-2:111122223333:audit-undelivered"
  }

  retry_policy {
    maximum_retry_attempts       = 3
    maximum_event_age_in_seconds = 3600
  }
}

resource "aws_lambda_permission" "note" {
  statement_id  = "EventBridgeorderflowfailed9cb7b477"
  action        = "lambda:InvokeFunction"
  function_name = "arn:aws:lambda:ap-northeast-2:111122223333:function:note"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.order_flow_failed.arn
}

resource "aws_cloudwatch_event_target" "note" {
  rule           = aws_cloudwatch_event_rule.order_flow_failed.name
  event_bus_name = aws_cloudwatch_event_rule.order_flow_failed.event_bus_name
  target_id      = "note"
  arn            = "arn:aws:lambda:ap-northeast-2:111122223333:function:note"

  input_transformer {
    input_paths = {
      "name" = "$.detail.name"
    }
    input_template = "\"Run <name> failed, <aws.events.rule-name> saw it at <aws.events.event.ingestion-time>\""
  }
}

# This sets the whole policy of the queue: statements that others have in it are removed. Add those to
# keep.
resource "aws_sqs_queue_policy" "input" {
  queue_url = "https://sqs.ap-northeast-2.amazonaws.com/111122223333/failed-inputs"
  policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Sid"    = "EventBridgeorderflowfailed9cb7b477"
        "Effect" = "Allow"
        "Principal" = {
          "Service" = "events.amazonaws.com"
        }
        "Action"   = "sqs:SendMessage"
        "Resource" = "arn:aws:sqs:ap-northeast-2:111122223333:failed-inputs"
        "Condition" = {
          "ArnEquals" = {
            "aws:SourceArn" = aws_cloudwatch_event_rule.order_flow_failed.arn
          }
        }
      },
    ]
  })
}

resource "aws_cloudwatch_event_target" "input" {
  rule           = aws_cloudwatch_event_rule.order_flow_failed.name
  event_bus_name = aws_cloudwatch_event_rule.order_flow_failed.event_bus_name
  target_id      = "input"
  arn            = "arn:aws:sqs:ap-northeast-2:111122223333:failed-inputs"
  input_path     = "$.detail.input"
}
