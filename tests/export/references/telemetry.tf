variable "team" { type = string }
variable "bus" { type = string }
variable "queue_arn" { type = string }

data "aws_region" "here" {}
data "aws_caller_identity" "me" {}

resource "aws_sqs_queue" "failed" {}

resource "aws_sns_topic" "alerts" {}

resource "aws_cloudwatch_event_rule" "readings" {
  name          = "readings-${var.team}"
  description   = "of ${var.team} in ${data.aws_region.here.name}, not $${team}"
  event_pattern = jsonencode({ source = ["sensors.${var.team}"], account = [data.aws_caller_identity.me.account_id] })
  tags          = { team = var.team }
}

resource "aws_cloudwatch_event_target" "readings_alerts" {
  rule      = aws_cloudwatch_event_rule.readings.name
  target_id = "alerts"
  arn       = aws_sns_topic.alerts.arn
  input     = jsonencode({ team = var.team, say = "it's \"new\"" })

  dead_letter_config {
    arn = aws_sqs_queue.failed.arn
  }
}

resource "aws_cloudwatch_event_target" "readings_queue" {
  rule      = aws_cloudwatch_event_rule.readings.name
  target_id = "queue"
  arn       = "arn:aws:sqs:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:readings"
}

resource "aws_cloudwatch_event_rule" "faults" {
  name           = "faults"
  event_bus_name = var.bus
  event_pattern  = <<-EOT
    {
      "source": ["sensors.faults"],
      "detail": {"level": [7.50], "by": ["${var.team}"]}
    }
  EOT
}

resource "aws_cloudwatch_event_target" "faults_repair" {
  rule           = aws_cloudwatch_event_rule.faults.name
  event_bus_name = var.bus
  target_id      = "repair"
  arn            = "arn:aws:states:eu-west-1:123456789012:stateMachine:${var.team}"
  role_arn       = aws_iam_role.repair.arn
}

resource "aws_iam_role" "repair" {
  assume_role_policy = "{}"
}

resource "aws_cloudwatch_event_rule" "health" {
  name          = "health"
  event_pattern = jsonencode({ source = ["aws.health"], region = [data.aws_region.here.name] })
}

resource "aws_cloudwatch_event_target" "health_log" {
  rule      = aws_cloudwatch_event_rule.health.name
  target_id = "log"
  arn       = "arn:aws:lambda:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:function:health-${var.team}"
}
