# The rule is in ap-northeast-2: use a provider for this Region.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_cloudwatch_event_rule" "data_set_arrived" {
  name           = "data-set-arrived"
  description    = "Order files, for the data team"
  event_bus_name = "default"
  state          = "ENABLED"
  event_pattern = jsonencode({
    "source"      = ["aws.s3"]
    "detail-type" = ["Object Created"]
    "detail" = {
      "bucket" = {
        "name" = ["shop-uploads"]
      }
      "object" = {
        "key" = [
          {
            "suffix" = ".json"
          },
        ]
        "size" = [
          {
            "numeric" = [">", 0]
          },
        ]
      }
      "reason" = ["PutObject", "CompleteMultipartUpload"]
    }
  })
}

resource "aws_cloudwatch_event_target" "convert" {
  rule           = aws_cloudwatch_event_rule.data_set_arrived.name
  event_bus_name = aws_cloudwatch_event_rule.data_set_arrived.event_bus_name
  target_id      = "convert"
  arn            = "arn:aws:ecs:ap-northeast-2:111122223333:cluster/batch"
  role_arn       = "arn:aws:iam::111122223333:role/run-convert"

  input_transformer {
    input_paths = {
      "key" = "$.detail.object.key"
    }
    input_template = "{\"containerOverrides\": [{\"name\": \"convert\", \"environment\": [{\"name\": \"KEY\", \"value\": <key>}]}]}"
  }

  ecs_target {
    task_definition_arn     = "arn:aws:ecs:ap-northeast-2:111122223333:task-definition/convert:7"
    task_count              = 1
    launch_type             = "FARGATE"
    platform_version        = "1.4.0"
    group                   = "convert"
    enable_ecs_managed_tags = true
    enable_execute_command  = false
    propagate_tags          = "TASK_DEFINITION"
    tags = {
      "team" = "data"
    }

    network_configuration {
      subnets          = ["subnet-0123456789abcdef0"]
      security_groups  = ["sg-0123456789abcdef0"]
      assign_public_ip = false
    }
  }

  retry_policy {
    maximum_retry_attempts = 2
  }
}

resource "aws_cloudwatch_event_target" "count" {
  rule           = aws_cloudwatch_event_rule.data_set_arrived.name
  event_bus_name = aws_cloudwatch_event_rule.data_set_arrived.event_bus_name
  target_id      = "count"
  arn            = "arn:aws:batch:ap-northeast-2:111122223333:job-queue/nightly"
  role_arn       = "arn:aws:iam::111122223333:role/submit-jobs"

  input_transformer {
    input_paths = {
      "key" = "$.detail.object.key"
    }
    input_template = "{\"Parameters\": {\"key\": <key>}}"
  }

  batch_target {
    job_definition = "count-orders:3"
    job_name       = "count-orders"
    array_size     = 2
    job_attempts   = 3
  }
}

resource "aws_cloudwatch_event_target" "load" {
  rule           = aws_cloudwatch_event_rule.data_set_arrived.name
  event_bus_name = aws_cloudwatch_event_rule.data_set_arrived.event_bus_name
  target_id      = "load"
  arn            = "arn:aws:redshift-serverless:ap-northeast-2:111122223333:workgroup/0d1f2a3b-4c5d-6e7f-8091-a2b3c4d5e6f7"
  role_arn       = "arn:aws:iam::111122223333:role/load-orders"

  redshift_target {
    database            = "shop"
    secrets_manager_arn = "arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:loader-AbCdEf"
    sql                 = "CALL load_orders()"
    statement_name      = "load-orders"
    with_event          = true
  }
}

resource "aws_cloudwatch_event_target" "train" {
  rule           = aws_cloudwatch_event_rule.data_set_arrived.name
  event_bus_name = aws_cloudwatch_event_rule.data_set_arrived.event_bus_name
  target_id      = "train"
  arn            = "arn:aws:sagemaker:ap-northeast-2:111122223333:pipeline/forecast"
  role_arn       = "arn:aws:iam::111122223333:role/start-forecast"

  sagemaker_pipeline_target {
    pipeline_parameter_list {
      name  = "Bucket"
      value = "$.detail.bucket.name"
    }

    pipeline_parameter_list {
      name  = "Key"
      value = "$.detail.object.key"
    }
  }
}

resource "aws_cloudwatch_event_target" "catalogue" {
  rule           = aws_cloudwatch_event_rule.data_set_arrived.name
  event_bus_name = aws_cloudwatch_event_rule.data_set_arrived.event_bus_name
  target_id      = "catalogue"
  arn            = "arn:aws:glue:ap-northeast-2:111122223333:workflow/catalogue"
  role_arn       = "arn:aws:iam::111122223333:role/notify-glue"
}
