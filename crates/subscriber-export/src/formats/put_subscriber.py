

def put_subscriber(client, request):
    """Creates a subscriber, or updates the one of this name."""
    if create(client, client.create_subscriber, request):
        print(f"created the subscriber {request['Name']}")
        return
    arn = found(client, "list_subscribers", "Subscribers", "SubscriberArn", request)
    target = client.describe_subscriber(SubscriberArn=arn)["InvokeConfiguration"]["TargetArn"]
    invoke = dict(request["InvokeConfiguration"])
    if invoke.pop("TargetArn") != target:
        raise SystemExit(
            f"the subscriber {request['Name']} exists and has another target, {target}: delete it first"
        )
    # What AWS can change; an empty block clears what was there.
    update = {"FilterConfiguration": {}, "OnFailureConfiguration": {}, "LogConfiguration": {}}
    update.update(Transformer={"Type": "RAW"}, RetryPolicy={}, State="RUNNING", InvokeConfiguration=invoke)
    for name in (*update, "Description", "BatchConfiguration"):
        if name in request and name != "InvokeConfiguration":
            update[name] = request[name]
    client.update_subscriber(SubscriberArn=arn, **update)
    if request.get("Tags"):
        client.tag_resource(ResourceArn=arn, Tags=request["Tags"])
    print(f"updated the subscriber {request['Name']}")


def put_event_source(client, request):
    """Creates an event source, or updates the one of this name."""
    if create(client, client.create_event_source, request):
        print(f"created the event source {request['Name']}")
        return
    arn = found(client, "list_event_sources", "EventSources", "EventSourceArn", request)
    update = {name: request[name] for name in ("Configuration", "Description") if name in request}
    client.update_event_source(EventSourceArn=arn, **update)
    if request.get("Tags"):
        client.tag_resource(ResourceArn=arn, Tags=request["Tags"])
    print(f"updated the event source {request['Name']}")


def create(client, call, request):
    """Whether the call creates it; it does not where one of this name exists."""
    for attempt in range(6):
        try:
            call(**request)
            return True
        except client.exceptions.ResourceAlreadyExistsException:
            return False
        # A role that was just made can be refused for some seconds, and AWS changes one subscriber of a bus at a time.
        except (client.exceptions.InvalidInputException, client.exceptions.ConcurrentModificationException):
            if attempt == 5:
                raise
            time.sleep(5)


def found(client, operation, result, arn, request):
    """The ARN of the one of this name."""
    pages = client.get_paginator(operation).paginate(EventBusArn=request["EventBusArn"], NamePrefix=request["Name"])
    return next(own[arn] for page in pages for own in page[result] if own["Name"] == request["Name"])
