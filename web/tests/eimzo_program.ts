// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

const kPort = 64646;
const kOfWebSockets = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const kClose = 8;

interface Asked {
  name: string;
  plugin?: string;
  arguments?: string[];
}

/** A key that the program offers: whose, and the file it signs with. */
export interface Offered {
  alias: string;
  pem: string;
}

/** E-IMZO as pages meet it on the user's machine: a web socket on the loopback address, one message a connection. */
export class EimzoProgram {
  /** What pages asked for, in their order. */
  readonly asked: string[] = [];
  /** What the program says instead of loading a key: as when its user closes the window of the password. */
  refusal = '';
  /** Cards in its readers. */
  readers: readonly string[] = [];
  version = '4.86';
  /** Keys that are open; of others the program says that it does not know them. */
  private open = new Set<string>();
  private readonly server: Server;

  private constructor(private readonly offered: readonly Offered[]) {
    this.server = createServer((_request, response) => response.writeHead(404).end());
    this.server.on('upgrade', (request, socket: Duplex) => {
      const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${kOfWebSockets}`).digest('base64');
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      this.listen(socket);
    });
  }

  static async start(offered: readonly Offered[]): Promise<EimzoProgram> {
    const program = new EimzoProgram(offered);
    await new Promise<void>((ready, failed) => {
      program.server.once('error', failed);
      program.server.listen(kPort, '127.0.0.1', ready);
    });
    return program;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private listen(socket: Duplex): void {
    let heard = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      heard = Buffer.concat([heard, piece]);
      for (let frame = readFrame(heard); frame; frame = readFrame(heard)) {
        heard = heard.subarray(frame.length);
        if (frame.kind === kClose) {
          socket.end(frameOf(kClose, frame.content));
          return;
        }
        socket.write(frameOf(1, Buffer.from(JSON.stringify(this.answer(JSON.parse(frame.content.toString()) as Asked)))));
      }
    });
  }

  private answer({ name, arguments: given = [] }: Asked): object {
    this.asked.push(name);
    switch (name) {
      case 'version':
        return { success: true, major: this.version.split('.')[0], minor: this.version.split('.')[1] };
      case 'list_readers':
        return { success: true, readers: this.readers };
      case 'apikey':
        return { success: true };
      case 'list_all_certificates':
        return { success: true, certificates: this.offered.map(({ alias }, at) => ({ disk: '/', path: 'DSKEYS', name: `DS${at}`, alias })) };
      case 'load_key':
        return this.refusal ? { success: false, reason: this.refusal } : this.load((given[2] ?? '').slice(2));
      case 'create_pkcs7':
        return this.open.has(given[1] ?? '') || given[1] === 'idcard' ? { success: true, pkcs7_64: this.sign(given) } : { success: false, reason: 'keyId not found' };
      default:
        return { success: false, reason: `unknown: ${name}` };
    }
  }

  /** As when it was started anew. */
  forgetKeys(): void {
    this.open.clear();
  }
  private load(key: string): object {
    this.open.add(key);
    return { success: true, keyId: key, type: '1' };
  }
  private sign([content = '', key = '', detached = '']: string[]): string {
    const pem = this.offered[key === 'idcard' ? 0 : Number(key)]?.pem ?? '';
    const how = ['cms', '-sign', '-binary', '-signer', pem, '-outform', 'DER', '-md', 'sha256', ...(detached === 'yes' ? [] : ['-nodetach'])];
    return execFileSync('openssl', how, { input: Buffer.from(content, 'base64'), stdio: ['pipe', 'pipe', 'ignore'] }).toString('base64');
  }
}

/** A frame of RFC 6455 at the beginning of what was heard; those of browsers are masked. */
function readFrame(heard: Buffer): { kind: number; content: Buffer; length: number } | null {
  if (heard.length < 6) return null;
  const short = (heard[1] ?? 0) & 0x7f;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (heard.length < 6 + wide) return null;
  const size = wide === 2 ? heard.readUInt16BE(2) : wide === 8 ? Number(heard.readBigUInt64BE(2)) : short;
  const from = 6 + wide;
  if (heard.length < from + size) return null;
  const mask = heard.subarray(from - 4, from);
  const content = Buffer.from(heard.subarray(from, from + size).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { kind: (heard[0] ?? 0) & 0x0f, content, length: from + size };
}

function frameOf(kind: number, content: Buffer): Buffer {
  const size = content.length;
  const head = size < 126 ? [size] : size < 65_536 ? [126, size >> 8, size & 0xff] : [127, 0, 0, 0, 0, (size >>> 24) & 0xff, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff];
  return Buffer.concat([Buffer.from([0x80 | kind, ...head]), content]);
}
