
# Takes the rule's statement out of the queue's policy.
drop_queue() {
  policy=$(aws sqs get-queue-attributes --queue-url "$1" \
    --attribute-names Policy --query Attributes.Policy --output json) || return
  attributes=$(policies drop sqs "$policy" "$sid") || return
  aws sqs set-queue-attributes --queue-url "$1" --attributes "$attributes"
}
