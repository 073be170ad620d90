
# Takes the rule's statement out of the topic's policy.
drop_topic() {
  policy=$(aws sns get-topic-attributes --topic-arn "$1" --query Attributes.Policy --output json) || return
  policy=$(policies drop sns "$policy" "$sid") || return
  aws sns set-topic-attributes --topic-arn "$1" --attribute-name Policy --attribute-value "$policy"
}
