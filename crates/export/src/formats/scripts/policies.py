# The most that a policy may hold: its bytes and its statements.
LIMITS = {"sqs": (8192, 20), "sns": (30720, 100)}


def sid_of(rule_arn):
    """The id of the rule's statements, which no other rule has."""
    name = rule_arn.rsplit("/", 1)[-1]
    plain = "".join(c for c in name if c.isascii() and c.isalnum())[:64]
    return f"EventBridge{plain}{zlib.crc32(rule_arn.encode()):08x}"


def statements_of(policy):
    """The statements of a policy, which may be one alone without a list."""
    found = (policy or {}).get("Statement", [])
    return found if isinstance(found, list) else [found]


def put_statement(policy, statement, sid, service, place):
    """The policy with the rule's statement in it, once; everything else is kept."""
    others = [own for own in statements_of(policy) if own.get("Sid") != sid]
    statements = [*others, {"Sid": sid, **statement}]
    policy = {**(policy or {"Version": "2012-10-17"}), "Statement": statements}
    text = json.dumps(policy, separators=(",", ":"))
    most_bytes, most = LIMITS.get(service, (None, None))
    if most_bytes and (len(text) > most_bytes or len(statements) > most):
        raise SystemExit(
            f"the policy of {place} would have {len(text)} bytes and {len(statements)} statements with"
            f" that of this rule; {most_bytes} and {most} are the most: remove what is no longer"
            " needed, then run this again"
        )
    return text


def trusts_events(policy):
    """Whether EventBridge may assume the role already, as it may a role of this script."""
    services = [own["Principal"].get("Service") for own in statements_of(policy) if isinstance(own.get("Principal"), dict)]
    return any("events.amazonaws.com" in (own if isinstance(own, list) else [own]) for own in services)


def allows_rule(policy, sid, rule_arn):
    """Whether the rule's statement in the policy of a function says what it should."""
    wanted = ["Allow", "lambda:InvokeFunction", "events.amazonaws.com", rule_arn]
    for own in statements_of(policy):
        if own.get("Sid") == sid:
            members = [own.get(name) for name in ("Effect", "Action", "Principal", "Condition")]
            return list(leaves(members)) == wanted
    return False


def leaves(value):
    """The texts in a value, in order."""
    if isinstance(value, (dict, list)):
        for own in value.values() if isinstance(value, dict) else value:
            yield from leaves(own)
    else:
        yield value
