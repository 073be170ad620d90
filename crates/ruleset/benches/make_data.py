#!/usr/bin/env python3
"""Deterministic benchmark inputs, the same bytes everywhere: events.ndjson (5,000 EventBridge-like events, 4.5 MB, or as many as asked for) and
rules_<family>_<n>.json = [{"name": "r0", "pattern": {...}}, ...] for n in 1, 100, 10000.   make_data.py OUTDIR [EVENTS]"""
import json, os, random, sys
out = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
r = random.Random(20240607)
REG = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-south-1", "sa-east-1"]
STAT = ["pending", "running", "stopping", "stopped", "shutting-down", "terminated", "ok", "failed"]
EXT = ["png", "jpg", "txt", "json", "parquet", "csv", "log", "gz"]
WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango".split()
def hexs(n): return "".join(r.choice("0123456789abcdef") for _ in range(n))
def uid(): return f"{hexs(8)}-{hexs(4)}-{hexs(4)}-{hexs(4)}-{hexs(12)}"
def ip(): return f"{r.choice([10, 172, 192, 52])}.{r.randint(0, 255)}.{r.randint(0, 255)}.{r.randint(0, 255)}"
def common(source, dtype, detail, res):
    acct = "%012d" % (100000000000 + r.randint(0, 199))
    reg = r.choice(REG)
    return {"version": "0", "id": uid(), "detail-type": dtype, "source": source, "account": acct,
            "time": "2024-%02d-%02dT%02d:%02d:%02dZ" % (r.randint(1, 12), r.randint(1, 28), r.randint(0, 23), r.randint(0, 59), r.randint(0, 59)),
            "region": reg, "resources": [x % (reg, acct) for x in res], "detail": detail}
def bench_fields():
    """the five fields the single-field rule sets look at; present in every event"""
    return {"entity-id": "ent-%06d" % min(int(r.expovariate(1 / 6000)), 19999),
            "path": "/t/%05d/%s/k%05d/%s-%s.%s" % (r.randint(0, 19999), r.choice(WORDS), r.randint(0, 19999), r.choice(WORDS), hexs(6), r.choice(EXT)),
            "amount": round(r.uniform(0, 100000), 2) if r.random() < .8 else r.randint(0, 100000),
            "status": r.choice(STAT), "code": "c-%05d" % r.randint(0, 19999), "client-ip": ip()}
def pad(n): return " ".join(r.choice(WORDS) for _ in range(n))
def ev():
    k = r.random(); f = bench_fields()
    if k < .2:
        iid = "i-" + hexs(17)
        return common("aws.ec2", "EC2 Instance State-change Notification", {"instance-id": iid, "state": r.choice(STAT[:6]), **f}, ["arn:aws:ec2:%s:%s:instance/" + iid])
    if k < .45:
        b = "bucket-%04d" % r.randint(0, 499)
        return common("aws.s3", r.choice(["Object Created", "Object Deleted", "Object Tags Added"]),
            {"version": "0", "bucket": {"name": b}, "object": {"key": f["path"][1:], "size": r.randint(0, 10**r.randint(1, 9)), "etag": hexs(32), "sequencer": hexs(18).upper()},
             "request-id": hexs(16).upper(), "requester": "%012d" % r.randint(0, 10**12 - 1), "source-ip-address": ip(), "reason": r.choice(["PutObject", "CompleteMultipartUpload", "DeleteObject"]), **f}, ["arn:aws:s3:::" + b + "%.0s%.0s"])
    if k < .65:
        n = r.randint(0, 4)
        return common("aws.cloudtrail", "AWS API Call via CloudTrail",
            {"eventVersion": "1.08", "userIdentity": {"type": r.choice(["IAMUser", "AssumedRole", "Root"]), "principalId": hexs(20).upper(), "arn": "arn:aws:iam::%012d:user/%s" % (r.randint(0, 10**12 - 1), r.choice(WORDS)),
              "sessionContext": {"attributes": {"creationDate": "2024-01-01T00:00:00Z", "mfaAuthenticated": r.choice(["true", "false"])}, "sessionIssuer": {"type": "Role", "userName": r.choice(WORDS)}}},
             "eventTime": "2024-05-05T05:05:05Z", "eventSource": r.choice(["ec2", "s3", "iam", "sts", "lambda"]) + ".amazonaws.com",
             "eventName": r.choice(["RunInstances", "TerminateInstances", "PutObject", "CreateUser", "AssumeRole", "Invoke", "DeleteBucket"]), "awsRegion": r.choice(REG),
             "sourceIPAddress": ip(), "userAgent": "aws-cli/2." + str(r.randint(0, 15)) + "." + str(r.randint(0, 40)), "errorCode": r.choice([None, "AccessDenied", "Throttling"]),
             "requestParameters": {"instancesSet": {"items": [{"instanceId": "i-" + hexs(17), "imageId": "ami-" + hexs(8), "minCount": r.randint(1, 3)} for _ in range(n)]}, "dryRun": r.random() < .1},
             "responseElements": None, "requestID": uid(), "eventID": uid(), "readOnly": r.random() < .5, **f}, [])
    if k < .9:
        return common("com.example.orders", r.choice(["OrderPlaced", "OrderShipped", "OrderCancelled", "PaymentFailed"]),
            {"orderId": uid(), "customer": {"id": "cust-%06d" % r.randint(0, 99999), "tier": r.choice(["gold", "silver", "bronze"]), "address": {"country": r.choice(["US", "DE", "BR", "IN", "JP"]), "city": r.choice(["São Paulo", "Berlin", "東京", "Austin", "Pune"]), "zip": "%05d" % r.randint(0, 99999)}},
             "items": [{"sku": "sku-%05d" % r.randint(0, 9999), "qty": r.randint(1, 9), "price": round(r.uniform(1, 500), 2), "tags": r.sample(WORDS, r.randint(0, 3))} for _ in range(r.randint(1, 6))],
             "total": round(r.uniform(1, 5000), 2), "currency": r.choice(["USD", "EUR", "BRL"]), "note": pad(r.randint(0, 25)), "flags": {"gift": r.random() < .1, "express": r.random() < .3}, **f}, [])
    return common("aws.guardduty", "GuardDuty Finding",
        {"schemaVersion": "2.0", "type": r.choice(["Recon:EC2/Portscan", "UnauthorizedAccess:EC2/SSHBruteForce", "CryptoCurrency:EC2/BitcoinTool.B!DNS"]), "severity": r.choice([2, 4.5, 5, 7.5, 8]),
         "resource": {"resourceType": "Instance", "instanceDetails": {"instanceId": "i-" + hexs(17), "networkInterfaces": [{"privateIpAddress": ip(), "ipv6Addresses": [], "securityGroups": [{"groupId": "sg-" + hexs(8), "groupName": r.choice(WORDS)}]} for _ in range(r.randint(1, 2))], "tags": [{"key": r.choice(WORDS), "value": r.choice(WORDS)} for _ in range(r.randint(0, 4))]}},
         "service": {"action": {"actionType": "NETWORK_CONNECTION", "networkConnectionAction": {"remoteIpDetails": {"ipAddressV4": ip(), "country": {"countryName": "X"}}, "localPortDetails": {"port": r.choice([22, 80, 443, 3389])}}}, "count": r.randint(1, 500), "archived": False},
         "title": pad(12), "description": pad(30), **f}, [])
n = size = 0
with open(os.path.join(out, "events.ndjson"), "w") as fo:
    while n < count:
        e = ev(); t = json.dumps(e, ensure_ascii=False, separators=(",", ":"))
        fo.write(t + "\n"); n += 1; size += len(t.encode()) + 1
print("events", n, "bytes", size, "avg", size / n)
D = lambda k, *m: {"detail": {k: list(m)}}
def mixed(i):
    q = random.Random(i * 7919 + 13)
    src, dts = q.choice([("aws.ec2", ["EC2 Instance State-change Notification"]), ("aws.s3", ["Object Created", "Object Deleted"]), ("aws.cloudtrail", ["AWS API Call via CloudTrail"]), ("com.example.orders", ["OrderPlaced", "OrderShipped"]), ("aws.guardduty", ["GuardDuty Finding"])])
    d = {}
    for _ in range(q.randint(1, 3)):
        k = q.randint(0, 7)
        if k == 0: d["entity-id"] = ["ent-%06d" % q.randint(0, 9999) for _ in range(q.randint(1, 4))]
        elif k == 1: d["path"] = [{"prefix": "/t/%03d" % q.randint(0, 199)}]
        elif k == 2: a = q.randint(0, 99000); d["amount"] = [{"numeric": [">=", a, "<", a + q.choice([10, 100, 1000])]}]
        elif k == 3: d["status"] = [{"anything-but": q.sample(STAT, q.randint(1, 3))}]
        elif k == 4: d["path"] = [{"suffix": "." + q.choice(EXT)}]
        elif k == 5: d["code"] = [{"wildcard": "c-%02d*%d" % (q.randint(0, 19), q.randint(0, 9))}]
        elif k == 6: d["client-ip"] = [{"cidr": "%d.%d.0.0/16" % (q.choice([10, 172, 192, 52]), q.randint(0, 255))}]
        else: d["customer"] = {"tier": [{"equals-ignore-case": "GOLD"}]} if src.startswith("com") else {"tier": [{"exists": False}]}
    p = {"source": [src], "detail-type": q.sample(dts, 1), "detail": d}
    if q.random() < .1: p["detail"] = {**d, "$or": [{"status": ["failed"]}, {"amount": [{"numeric": [">", 99000]}]}]} if "amount" not in d and "status" not in d else d
    return p
K = {
    "exact": lambda i: D("entity-id", "ent-%06d" % i),
    "prefix": lambda i: D("path", {"prefix": "/t/%05d/" % i}),
    "numeric": lambda i: D("amount", {"numeric": [">=", i * 10, "<", i * 10 + 10]}),
    "anythingbut": lambda i: D("code", {"anything-but": ["c-%05d" % i, "c-%05d" % (i + 10000)]}),
    "exact_anythingbut": lambda i: {"detail": {"entity-id": ["ent-%06d" % i], "status": [{"anything-but": [STAT[i % 8], STAT[(i + 3) % 8]]}]}},
    "wildcard": lambda i: D("path", {"wildcard": "/t/%05d/*/k*.%s" % (i, EXT[i % 8])}),
    "wildcard_lead": lambda i: D("path", {"wildcard": "*/k%05d/*.%s" % (i, EXT[i % 8])}),
    "suffix": lambda i: D("path", {"suffix": "%04x.%s" % (i * 6, EXT[i % 8])}),
    "mixed": mixed,
}
for k, f in K.items():
    for n in (1, 100, 10000):
        idx = range(n) if n > 1 else [42]
        with open(os.path.join(out, f"rules_{k}_{n}.json"), "w") as fo:
            fo.write("[\n" + ",\n".join(json.dumps({"name": "r%d" % i, "pattern": f(i)}, separators=(",", ":")) for i in idx) + "\n]\n")
