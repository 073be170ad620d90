
# Lets the rule publish to a topic. What others have in the topic's policy is kept.
allow_topic() {
  policy=$(aws sns get-topic-attributes --topic-arn "$1" --query Attributes.Policy --output json)
  policy=$(policies put sns "$1" "$policy" "$2" "$sid")
  aws sns set-topic-attributes --topic-arn "$1" --attribute-name Policy --attribute-value "$policy"
}
