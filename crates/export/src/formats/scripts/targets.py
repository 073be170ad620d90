

def put_targets(client, made_roles):
    """Adds the targets. A role that was just made can be refused for some seconds."""
    tries = 6 if made_roles else 1
    while True:
        tries -= 1
        try:
            return client.put_targets(Rule=RULE_NAME, EventBusName=EVENT_BUS_NAME, Targets=TARGETS)
        except client.exceptions.ClientError as error:
            if tries == 0 or "assume" not in str(error):
                raise
            time.sleep(5)
