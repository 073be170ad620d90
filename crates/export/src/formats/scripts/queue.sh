
# Lets the rule send to a queue. What others have in the queue's policy is kept.
allow_queue() {
  policy=$(aws sqs get-queue-attributes --queue-url "$1" \
    --attribute-names Policy --query Attributes.Policy --output json)
  attributes=$(policies put sqs "$1" "$policy" "$2" "$sid")
  aws sqs set-queue-attributes --queue-url "$1" --attributes "$attributes"
}
