# What the inputs of the module `terraform-aws-modules/eventbridge/aws` mean: its rules, targets, archives, pipes and
# schedules, in resources that Rulepad reads.

variable "create" { default = true }
variable "create_bus" { default = true }
variable "create_rules" { default = true }
variable "create_targets" { default = true }
variable "create_archives" { default = false }
variable "create_pipes" { default = true }
variable "create_schedules" { default = true }
variable "append_rule_postfix" { default = true }
variable "append_pipe_postfix" { default = true }
variable "append_schedule_postfix" { default = true }
variable "bus_name" { default = "default" }
variable "rules" { default = {} }
variable "targets" { default = {} }
variable "archives" { default = {} }
variable "pipes" { default = {} }
variable "schedules" { default = {} }
variable "tags" { default = {} }

locals {
  targets = flatten([
    for key, rule in var.rules : [
      for target in lookup(var.targets, key, []) : merge(target, { rule_key = key })
    ]
  ])
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each = { for key, rule in var.rules : key => rule if var.create && var.create_rules }

  name                = var.append_rule_postfix ? "${replace(each.key, "_", "-")}-rule" : each.key
  name_prefix         = lookup(each.value, "name_prefix", null)
  event_bus_name      = var.bus_name
  description         = lookup(each.value, "description", null)
  event_pattern       = lookup(each.value, "event_pattern", null)
  schedule_expression = lookup(each.value, "schedule_expression", null)
  role_arn            = lookup(each.value, "role_arn", false) == true ? var.rulepad_role : lookup(each.value, "role_arn", null)

  state = try(
    each.value.enabled ? "ENABLED" : "DISABLED",
    tobool(each.value.state) ? "ENABLED" : "DISABLED",
    upper(each.value.state),
    null,
  )

  tags = merge(var.tags, { Name = var.append_rule_postfix ? "${replace(each.key, "_", "-")}-rule" : each.key })
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = { for target in local.targets : target.name => target if var.create && var.create_targets }

  rule           = aws_cloudwatch_event_rule.this[each.value.rule_key].name
  event_bus_name = var.bus_name
  arn            = lookup(each.value, "destination", null) != null ? var.rulepad_destinations[each.value.destination] : each.value.arn
  role_arn       = lookup(each.value, "attach_role_arn", null) == true ? var.rulepad_role : try(each.value.attach_role_arn == false ? null : each.value.attach_role_arn, null)
  target_id      = lookup(each.value, "target_id", null)
  input          = lookup(each.value, "input", null)
  input_path     = lookup(each.value, "input_path", null)

  dynamic "input_transformer" {
    for_each = lookup(each.value, "input_transformer", null) != null ? [each.value.input_transformer] : []
    content {
      input_paths    = try(input_transformer.value.input_paths, null)
      input_template = chomp(input_transformer.value.input_template)
    }
  }

  dynamic "dead_letter_config" {
    for_each = lookup(each.value, "dead_letter_arn", null) != null ? [true] : []
    content {
      arn = each.value.dead_letter_arn
    }
  }

  dynamic "sqs_target" {
    for_each = lookup(each.value, "message_group_id", null) != null ? [true] : []
    content {
      message_group_id = each.value.message_group_id
    }
  }

  dynamic "kinesis_target" {
    for_each = lookup(each.value, "kinesis_target", null) != null ? [each.value.kinesis_target] : []
    content {
      partition_key_path = try(kinesis_target.value.partition_key_path, each.value.partition_key_path, null)
    }
  }

  # Blocks that are written with the provider's own names.
  retry_policy        = lookup(each.value, "retry_policy", null)
  run_command_targets = lookup(each.value, "run_command_targets", null)
  ecs_target          = lookup(each.value, "ecs_target", null)
  batch_target        = lookup(each.value, "batch_target", null)
  http_target         = lookup(each.value, "http_target", null)
}

resource "aws_cloudwatch_event_archive" "this" {
  for_each = { for key, archive in var.archives : key => archive if var.create && var.create_archives }

  name          = lookup(each.value, "name", each.key)
  description   = lookup(each.value, "description", null)
  event_pattern = lookup(each.value, "event_pattern", null)
}

resource "aws_pipes_pipe" "this" {
  for_each = { for key, pipe in var.pipes : key => pipe if var.create && var.create_pipes }

  name              = var.append_pipe_postfix ? "${replace(each.key, "_", "-")}-pipe" : each.key
  description       = lookup(each.value, "description", null)
  source            = lookup(each.value, "source", null)
  source_parameters = try({ filter_criteria = { filter = each.value.source_parameters.filter_criteria } }, {})
}

resource "aws_scheduler_schedule" "this" {
  for_each = { for key, schedule in var.schedules : key => schedule if var.create && var.create_schedules }

  name = var.append_schedule_postfix ? "${replace(each.key, "_", "-")}-schedule" : each.key
}
