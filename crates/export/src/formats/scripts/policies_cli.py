

def read(text):
    """A policy as the AWS CLI prints it: an object, a text that holds one, or nothing."""
    policy = json.loads(text or "null")
    return json.loads(policy or "null") if isinstance(policy, str) else policy


def written(service, text):
    """SQS takes its attributes as one object of texts."""
    return json.dumps({"Policy": text}) if service == "sqs" else text


task, *rest = sys.argv[1:]
if task == "sid":
    print(sid_of(*rest))
elif task == "put":
    service, place, policy, statement, sid = rest
    print(written(service, put_statement(read(policy), json.loads(statement), sid, service, place)))
elif task == "drop":
    service, policy, sid = rest
    policy = read(policy)
    others = [own for own in statements_of(policy) if own.get("Sid") != sid]
    print(written(service, json.dumps({**policy, "Statement": others}) if others else ""))
elif task == "trusts":
    print("yes" if trusts_events(read(*rest)) else "no")
elif task == "allows":
    policy, sid, rule_arn = rest
    print("yes" if allows_rule(read(policy), sid, rule_arn) else "no")
