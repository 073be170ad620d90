

def allow_topic(client, topic, statement, sid):
    """Lets the rule publish to a topic. What others have in the topic's policy is kept."""
    policy = client.get_topic_attributes(TopicArn=topic)["Attributes"].get("Policy")
    policy = put_statement(json.loads(policy or "null"), statement, sid, "sns", topic)
    client.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy)
