

def allow_function(client, function, sid, rule_arn):
    """Lets the rule invoke a function. The rule's own statement is kept, and replaced if it differs."""
    permission = {
        "FunctionName": function,
        "StatementId": sid,
        "Action": "lambda:InvokeFunction",
        "Principal": "events.amazonaws.com",
        "SourceArn": rule_arn,
    }
    try:
        client.add_permission(**permission)
    except client.exceptions.ResourceConflictException:
        policy = json.loads(client.get_policy(FunctionName=function)["Policy"])
        if not allows_rule(policy, sid, rule_arn):
            client.remove_permission(FunctionName=function, StatementId=sid)
            client.add_permission(**permission)
