"""What a target received beside what the page predicted: the same bytes, or by what the two differ."""

import re
from decimal import Decimal

from exact import Number, Pairs, exact

# Every difference that is known, with its reason. Any other is a failure.
KNOWN = {
    "spaces": "the emulator, or the function that keeps it, writes a value anew with spaces; EventBridge writes none",
    "escapes": "the emulator escapes what is not ASCII in a value of the event; EventBridge leaves it",
    "numbers": "the emulator reads numbers of the event as Python does, so that `3.0e2` becomes `300.0`",
    "order": "the emulator puts `detail-type` behind `resources`; EventBridge puts it behind `id`",
    "detailType": "EventBridge names the member so in `<aws.events.event>`; the emulator writes `detail-type`",
    "bus": "a bus gives each event an id and a time of its own; the prediction has those of the event at hand",
    "clock": "what the rule fills in for the time is when the event came; the prediction has the event's own time",
}
# What the bus itself writes into an event.
BUS = ("id", "time", "account", "region", "version")
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


class Differs(Exception):
    """What is received is not what was predicted, for no reason that is known."""


def differences(received, predicted, time):
    """The names of the differences; none where the bytes are the same. `time` is the time of the event at hand."""
    if received == predicted:
        return set()
    if received is None:
        raise Differs("nothing was received")
    found = set()
    try:
        left, right = exact(received), exact(predicted)
    except ValueError:
        if re.fullmatch(re.escape(predicted).replace(re.escape(time), TIME), received):
            return {"clock"}
        raise Differs(f"{received!r} was received") from None
    compare(left, right, time, found)
    if skeleton(received) != skeleton(predicted):
        found.add("spaces")
    if re.search(r"\\u[0-9a-f]{4}", received) and not re.search(r"\\u[0-9a-f]{4}", predicted):
        found.add("escapes")
    if not found:
        raise Differs(f"{received!r} was received")
    return found


def compare(left, right, time, found):
    """Adds to `found` by what the values differ; raises where that is not known."""
    if isinstance(left, Pairs) and isinstance(right, Pairs):
        if "detailType" in right.plain() and "detail-type" in left.plain():
            right = Pairs(("detail-type" if key == "detailType" else key, value) for key, value in right)
            found.add("detailType")
        if [key for key, _ in left] != [key for key, _ in right]:
            if sorted(key for key, _ in left) != sorted(key for key, _ in right):
                raise Differs(f"the members {[key for key, _ in left]} were received, not {[key for key, _ in right]}")
            found.add("order")
        ours = right.plain()
        is_event = {"detail-type", "source", "id"} <= ours.keys()
        for key, value in left:
            if is_event and key in BUS:
                found |= {"bus"} if value != ours[key] else set()
            else:
                compare(value, ours[key], time, found)
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for one, other in zip(left, right):
            compare(one, other, time, found)
    elif isinstance(left, Number) and isinstance(right, Number) and Decimal(left) == Decimal(right):
        found |= {"numbers"} if str(left) != str(right) else set()
    elif isinstance(left, str) and isinstance(right, str) and time in right and left != right:
        if not re.fullmatch(re.escape(right).replace(re.escape(time), TIME), left):
            raise Differs(f"{left!r} was received, not {right!r}")
        found.add("clock")
    elif type(left) is not type(right) or left != right:
        raise Differs(f"{left!r} was received, not {right!r}")


def skeleton(text):
    """The signs of a JSON text and the spaces between them, in no order of members."""
    return sorted(re.findall(r"[][{}:,]\s*", re.sub(r'"(?:[^"\\]|\\.)*"|[^\s"\]\[{}:,]+', "", text, flags=re.S)))
