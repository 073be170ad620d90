

def allow_queue(client, queue, statement, sid):
    """Lets the rule send to a queue. What others have in the queue's policy is kept."""
    answer = client.get_queue_attributes(QueueUrl=queue, AttributeNames=["Policy"])
    policy = answer.get("Attributes", {}).get("Policy")
    policy = put_statement(json.loads(policy or "null"), statement, sid, "sqs", queue)
    client.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": policy})
