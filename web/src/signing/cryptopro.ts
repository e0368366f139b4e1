// SPDX-License-Identifier: Apache-2.0
import { AgentError, type Form, type SigningAgent, type SigningCertificate, type Version } from './agent';
import { toBase64 } from './bytes';

/** What the plug-in gives: every property is asked for and every call answered later. */
interface Later {
  [name: string]: ((...given: unknown[]) => Promise<Later>) & Promise<unknown>;
}
interface Plugin {
  then(ready: () => void): unknown;
  CreateObjectAsync(name: string): Promise<Later>;
}
declare global {
  interface Window {
    cadesplugin?: Plugin;
  }
}

/** The vendor's script, which the operator puts beside the page. */
const kScript = '/cadesplugin_api.js';
const kWaitMs = 8_000;
/** GOST R 34.10-2012 of the provider. */
const kProvider = 80;
const kCurrentUser = 2;
const kMaximumAllowed = 2;
const kFindByHash = 0;
const kWholeChain = 1;
const kBase64ToBinary = 1;
const kCadesBes = 1;

let fetched: Promise<void> | undefined;

/** Once for all pages; a failure is forgotten, so the next look tries again. */
function fetchScript(): Promise<void> {
  fetched ??= new Promise<void>((ready, failed) => {
    const script = document.createElement('script');
    script.src = kScript;
    script.onload = () => ready();
    script.onerror = () => {
      script.remove();
      fetched = undefined;
      failed(new AgentError('agent_absent', kScript));
    };
    document.head.append(script);
  });
  return fetched;
}

/** The extension answers late or never: it is waited for, not for ever. Throws AgentError: agent_absent. */
async function plugin(): Promise<{ cades: Plugin }> {
  if (!window.cadesplugin) await fetchScript();
  const found = window.cadesplugin;
  if (!found) throw new AgentError('agent_absent', kScript);
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new AgentError('agent_absent', 'time')), kWaitMs));
  await Promise.race([new Promise<void>((ready) => found.then(ready)), late]);
  // In a frame: the plug-in itself is a thenable, and would be waited for once more.
  return { cades: found };
}

function troubleOf(cause: unknown): AgentError {
  if (cause instanceof AgentError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  return new AgentError(/0x8010006E|0x000004C7/i.test(text) ? 'cancelled' : 'agent_failed', text);
}

/** Part of an X.500 name as the plug-in prints it: values with commas stand in quotes. */
export function readName(text: string): Map<string, string> {
  const parts = [...text.matchAll(/([^=,\s][^=,]*)=("(?:[^"]|"")*"|[^,]*)/g)];
  return new Map(
    parts.map(([, name, value]) => [(name ?? '').trim(), (value ?? '').replace(/^"|"$/g, '').replaceAll('""', '"').trim()]),
  );
}

/** Of the provider behind the extension. */
export async function version(): Promise<Version> {
  try {
    const { cades } = await plugin();
    const about = await cades.CreateObjectAsync('CAdESCOM.About');
    const provider = await about.CSPVersion!('', kProvider);
    return [Number(await provider.MajorVersion), Number(await provider.MinorVersion)];
  } catch (cause) {
    throw troubleOf(cause);
  }
}

/** CryptoPro CSP through the extension of the browser: GOST R 34.10-2012, CAdES-BES. */
export class CryptoProAgent implements SigningAgent {
  readonly kind = 'cryptopro';

  async list(): Promise<SigningCertificate[]> {
    try {
      const store = await this.openStore();
      const all = (await store.Certificates) as Later;
      const count = Number(await all.Count);
      const found: SigningCertificate[] = [];
      for (let at = 1; at <= count; ++at) found.push(await describe(await all.Item!(at)));
      await store.Close!();
      return found;
    } catch (cause) {
      throw troubleOf(cause);
    }
  }

  async sign(certificate: SigningCertificate, content: Uint8Array<ArrayBuffer>, form: Form): Promise<string> {
    try {
      const { cades } = await plugin();
      const store = await this.openStore();
      const all = (await store.Certificates) as Later;
      const found = await all.Find!(kFindByHash, certificate.id);
      const signer = await cades.CreateObjectAsync('CAdESCOM.CPSigner');
      await signer.propset_Certificate!(await found.Item!(1));
      await signer.propset_Options!(kWholeChain);
      const data = await cades.CreateObjectAsync('CAdESCOM.CadesSignedData');
      // Before the content: otherwise the plug-in signs the letters of the base64.
      await data.propset_ContentEncoding!(kBase64ToBinary);
      await data.propset_Content!(toBase64(content));
      const made = (await data.SignCades!(signer, kCadesBes, form === 'detached')) as unknown as string;
      await store.Close!();
      return made.replace(/\s/g, '');
    } catch (cause) {
      throw troubleOf(cause);
    }
  }

  private async openStore(): Promise<Later> {
    const { cades } = await plugin();
    const store = await cades.CreateObjectAsync('CAdESCOM.Store');
    await store.Open!(kCurrentUser, 'My', kMaximumAllowed);
    return store;
  }
}

async function describe(certificate: Later): Promise<SigningCertificate> {
  const name = readName(String(await certificate.SubjectName));
  const full = [name.get('SN'), name.get('G')].filter(Boolean).join(' ');
  return {
    id: String(await certificate.Thumbprint),
    person: full || (name.get('CN') ?? ''),
    organization: name.get('O') ?? '',
    taxId: name.get('ИНН ЮЛ') ?? name.get('OID.1.2.643.100.4') ?? name.get('ИНН') ?? name.get('INN') ?? '',
    from: new Date(String(await certificate.ValidFromDate)).toISOString(),
    until: new Date(String(await certificate.ValidToDate)).toISOString(),
  };
}
