// SPDX-License-Identifier: Apache-2.0

/** A program on the user's machine. */
export type ProgramKind = 'eimzo' | 'cryptopro';
export type AgentKind = 'sandbox_key' | 'key_file' | ProgramKind;

/** The program that a line of the country's requirements means; undefined: one that this cabinet cannot call. */
export function programOf(code: string): ProgramKind | undefined {
  if (code === 'e-imzo') return 'eimzo';
  return code.startsWith('cryptopro') ? 'cryptopro' : undefined;
}

/** A certificate whose key the agent can sign with, as it is shown to be chosen. Who signed is read by the system
 * from the signature, never from here. */
export interface SigningCertificate {
  /** Names it to its agent. */
  id: string;
  person: string;
  organization: string;
  taxId: string;
  /** ISO 8601; empty where the agent does not say. */
  from: string;
  until: string;
  /** A card or token that shows its certificate only when it signs. */
  token?: Token;
}

export type Token = 'idcard' | 'baikey' | 'ckc';

/** Major and minor; 4.9 is older than 4.86. */
export type Version = readonly [major: number, minor: number];

export const readVersion = (text: string): Version => {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return [major, minor];
};
export const isOlder = (one: Version, other: Version): boolean => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/** Whether the content goes into the signature: signing in wants it attached, documents detached. */
export type Form = 'attached' | 'detached';

/** Something that holds keys and signs with them: on the user's machine, never the system. */
export interface SigningAgent {
  readonly kind: AgentKind;
  list(): Promise<SigningCertificate[]>;
  /** CMS SignedData over exactly these bytes, DER or BER in base64. */
  sign(certificate: SigningCertificate, content: Uint8Array<ArrayBuffer>, form: Form): Promise<string>;
}

/** Why an agent cannot do it; the texts are `signing.trouble.<reason>`. */
export type AgentTrouble =
  | 'agent_absent'
  | 'permission_denied'
  | 'cancelled'
  | 'password_wrong'
  | 'file_unreadable'
  | 'file_old'
  | 'key_unsupported'
  | 'agent_failed';

export class AgentError extends Error {
  constructor(
    readonly reason: AgentTrouble,
    /** What the agent itself said, for support. */
    readonly detail = '',
  ) {
    super(reason);
  }
}

export const isExpired = (certificate: SigningCertificate, now = Date.now()): boolean =>
  certificate.until !== '' && Date.parse(certificate.until) < now;
