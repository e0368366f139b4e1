// SPDX-License-Identifier: Apache-2.0
import { AgentError, isOlder, type Form, type SigningAgent, type SigningCertificate, type Token, type Version } from './agent';
import { toBase64 } from './bytes';

/** Keys by which the vendor lets pages of a host call E-IMZO; of other hosts the operator brings its own. */
export type HostKeys = readonly string[];

const kOldest: Version = [3, 36];
/** Since when it knows cards and tokens, and how it is asked whether one is there. */
const kTokens: readonly { token: Token; since: Version; ask: string }[] = [
  { token: 'idcard', since: [4, 12], ask: 'list_readers' },
  { token: 'baikey', since: [4, 86], ask: 'list_tokens' },
  { token: 'ckc', since: [4, 86], ask: 'list_ckc' },
];
const kNormalClose = 1000;

interface Answer {
  success: boolean;
  reason?: string;
  [more: string]: unknown;
}

const address = (): string =>
  location.protocol === 'https:' ? 'wss://127.0.0.1:64443/service/cryptapi' : 'ws://127.0.0.1:64646/service/cryptapi';

/** A connection for each call, as the program wants it. Throws AgentError. */
export function ask(message: object, url = address()): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    let answered = false;
    socket.onopen = () => socket.send(JSON.stringify(message));
    socket.onmessage = (event: MessageEvent<string>) => {
      answered = true;
      const answer = JSON.parse(event.data) as Answer;
      socket.close(kNormalClose);
      if (answer.success) resolve(answer);
      else reject(troubleOf(answer.reason ?? ''));
    };
    socket.onclose = (event) => {
      if (!answered) void whyClosed().then((reason) => reject(new AgentError(reason, `close ${event.code}`)));
    };
  });
}

function troubleOf(reason: string): AgentError {
  if (/cancel|bekor|отмен/i.test(reason)) return new AgentError('cancelled', reason);
  return new AgentError(/parol|password|пароль/i.test(reason) ? 'password_wrong' : 'agent_failed', reason);
}

/** What the browser says of pages that call programs on the user's machine; null: it does not ask for that. */
export async function loopbackPermission(): Promise<PermissionState | null> {
  for (const name of ['loopback-network', 'local-network-access'])
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      continue;
    }
  return null;
}

/** A socket that closes at once: the browser did not let the page, or nobody listens. */
async function whyClosed(): Promise<'permission_denied' | 'agent_absent'> {
  return (await loopbackPermission()) === 'denied' ? 'permission_denied' : 'agent_absent';
}

export async function version(url = address()): Promise<Version> {
  const answer = await ask({ name: 'version' }, url);
  return [Number(answer.major), Number(answer.minor)];
}

/** Cards and tokens that are in the machine. A program without the part for them says so, and has none. */
async function tokens(known: Version, url: string): Promise<SigningCertificate[]> {
  const found: SigningCertificate[] = [];
  for (const { token, since, ask: name } of kTokens) {
    if (isOlder(known, since)) continue;
    try {
      const answer = await ask({ plugin: token, name }, url);
      if (Object.values(answer).some((one) => Array.isArray(one) && one.length > 0))
        found.push({ id: token, token, person: '', organization: '', taxId: '', from: '', until: '' });
    } catch (cause) {
      if (!(cause instanceof AgentError && cause.reason === 'agent_failed')) throw cause;
    }
  }
  return found;
}

interface ListedKey {
  disk: string;
  path: string;
  name: string;
  alias: string;
}

/** `alias` is an X.500 name with object identifiers among its names. */
export function readAlias(alias: string): Map<string, string> {
  const text = alias
    .toUpperCase()
    .replace('1.2.860.3.16.1.1=', 'STIR=')
    .replace('1.2.860.3.16.1.2=', 'PINFL=');
  return new Map(
    text.split(/,(?=[A-Z]+=)/).map((one) => {
      const cut = one.indexOf('=');
      return [one.slice(0, cut), one.slice(cut + 1).trim()];
    }),
  );
}

/** '2027.03.01 12:00:00' of Tashkent. */
function readMoment(text: string | undefined): string {
  const parts = /^(\d{4})\.(\d{2})\.(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text ?? '');
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}+05:00` : '';
}

/** The program E-IMZO on the user's machine: keys in files and on tokens, O'zDSt. It asks for passwords itself. */
export class EimzoAgent implements SigningAgent {
  readonly kind = 'eimzo';
  private readonly opened = new Map<string, string>();
  constructor(
    private readonly hostKeys: HostKeys,
    private readonly url = address(),
  ) {}

  async list(): Promise<SigningCertificate[]> {
    const known = await version(this.url);
    if (isOlder(known, kOldest)) throw new AgentError('agent_absent', `E-IMZO ${known.join('.')}`);
    await ask({ name: 'apikey', arguments: this.hostKeys }, this.url);
    const answer = await ask({ plugin: 'pfx', name: 'list_all_certificates' }, this.url);
    const files = (answer.certificates as ListedKey[]).map((key) => {
      const fields = readAlias(key.alias);
      return {
        id: JSON.stringify([key.disk, key.path, key.name, key.alias]),
        person: fields.get('CN') ?? key.name,
        organization: fields.get('O') ?? '',
        taxId: fields.get('STIR') ?? fields.get('UID') ?? '',
        from: readMoment(fields.get('VALIDFROM')),
        until: readMoment(fields.get('VALIDTO')),
      };
    });
    return [...files, ...(await tokens(known, this.url))];
  }

  async sign(certificate: SigningCertificate, content: Uint8Array<ArrayBuffer>, form: Form): Promise<string> {
    if (certificate.token) return this.seal(content, certificate.token, form);
    const opened = this.opened.get(certificate.id);
    if (opened) {
      try {
        return await this.seal(content, opened, form);
      } catch (cause) {
        // The program forgets open keys after a while, and when it is started anew.
        this.opened.delete(certificate.id);
        if (!(cause instanceof AgentError && cause.reason === 'agent_failed')) throw cause;
      }
    }
    const place = JSON.parse(certificate.id) as string[];
    const loaded = await ask({ plugin: 'pfx', name: 'load_key', arguments: place }, this.url);
    const key = String(loaded.keyId);
    const made = await this.seal(content, key, form);
    this.opened.set(certificate.id, key);
    return made;
  }

  private async seal(content: Uint8Array<ArrayBuffer>, key: string, form: Form): Promise<string> {
    const detached = form === 'detached' ? 'yes' : 'no';
    const made = await ask(
      { plugin: 'pkcs7', name: 'create_pkcs7', arguments: [toBase64(content), key, detached] },
      this.url,
    );
    return String(made.pkcs7_64);
  }
}
