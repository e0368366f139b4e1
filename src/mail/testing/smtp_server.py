#!/usr/bin/python3
"""A real SMTP server (aiosmtpd) on a free port of 127.0.0.1 for the tests of e-mail.

smtp_server.py FOLDER [--tls CERTIFICATE KEY] [--login USER PASSWORD] [--greeting TEXT] [--answer VERB TEXT] [--hang VERB]

Prints its port, delivers into the Maildir FOLDER, and ends when its standard input does. --answer gives TEXT instead of
the usual answer to RCPT, MAIL or the end of DATA; --hang never answers. A recipient "hanging.up@..." is answered 421.
"""
import argparse
import asyncio
import ssl
import sys

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP, AuthResult


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--login", nargs=2)
    parser.add_argument("--greeting")
    parser.add_argument("--answer", nargs=2, action="append", default=[])
    parser.add_argument("--hang")
    return parser.parse_args()


class Handler(Mailbox):
    def __init__(self, asked):
        super().__init__(asked.folder)
        self.answers = dict(asked.answer)
        self.hang = asked.hang

    async def told(self, verb):
        if self.hang == verb:
            await asyncio.sleep(3600)
        return self.answers.get(verb)

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        answer = await self.told("MAIL")
        if answer:
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        answer = await self.told("RCPT")
        if answer:
            return answer
        if address.startswith("hanging.up@"):
            return "421 4.3.2 Closing"
        if address.startswith("nobody@"):
            return "550 5.1.1 No such mailbox here"
        if address.startswith("full@"):
            return "452 4.2.2 Mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = await self.told("DATA")
        return answer or await super().handle_DATA(server, session, envelope)


async def greet_and_close(writer, greeting):
    writer.write(greeting.encode() + b"\r\n")
    await writer.drain()
    writer.close()


async def serve(asked):
    context = None
    if asked.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*asked.tls)
    handler = Handler(asked)

    def check(server, session, envelope, mechanism, data):
        good = asked.login and [data.login.decode(), data.password.decode()] == asked.login
        return AuthResult(success=bool(good), handled=False)

    def protocol():
        return SMTP(handler, hostname="mail.example", tls_context=context, require_starttls=bool(context),
                    authenticator=check if asked.login else None, auth_required=bool(asked.login))

    loop = asyncio.get_running_loop()
    if asked.greeting:
        server = await asyncio.start_server(lambda _, writer: greet_and_close(writer, asked.greeting), "127.0.0.1", 0)
    else:
        server = await loop.create_server(protocol, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(serve(options()))
