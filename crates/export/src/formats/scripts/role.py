

def make_role(client, name, statement, permissions, sid):
    """Makes a role that EventBridge assumes to deliver. In a role that exists, what others have in it is kept."""
    trust = put_statement(None, statement, sid, "iam", name)
    try:
        role = client.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]
    except client.exceptions.EntityAlreadyExistsException:
        role = client.get_role(RoleName=name)["Role"]
        trust = role["AssumeRolePolicyDocument"]
        if not trusts_events(trust):
            raise SystemExit(
                f"the role {name} exists already and is not for EventBridge: name another one as the"
                " target's RoleArn"
            )
        trust = put_statement(trust, statement, sid, "iam", name)
        client.update_assume_role_policy(RoleName=name, PolicyDocument=trust)
    client.put_role_policy(RoleName=name, PolicyName=sid, PolicyDocument=json.dumps(permissions))
    client.get_waiter("role_exists").wait(RoleName=name)
    return role["Arn"]
