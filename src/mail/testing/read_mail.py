#!/usr/bin/python3
"""Prints the e-mails in the files given as a JSON list: what a mail program makes of them, by Python's own parser."""
import email
import email.policy
import json
import sys


def read(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    def body(kind):
        return message.get_body((kind,)).get_content()
    return {"headers": {name: str(value) for name, value in message.items()}, "plain": body("plain"), "html": body("html"),
            "defects": [str(defect) for part in message.walk() for defect in part.defects]}


print(json.dumps([read(path) for path in sys.argv[1:]]))
