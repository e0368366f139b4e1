// SPDX-License-Identifier: Apache-2.0
import type { Scope } from './keys';

export interface Example {
  id: 'check' | 'order' | 'codes' | 'stock' | 'document' | 'receipt' | 'events';
  scope: Scope;
  method: 'GET' | 'POST';
  path: string;
  /** What a shell variable stands for in the body. */
  body?: string;
  signed?: boolean;
}

/** Requests that programs begin with; $KEY is the key, $SIGNATURE the CMS over the file that is sent. */
export const examples: readonly Example[] = [
  { id: 'check', scope: 'checks', method: 'POST', path: '/api/v1/check', body: '{"codes": ["<code>"]}' },
  { id: 'stock', scope: 'read', method: 'GET', path: '/api/v1/stock' },
  { id: 'events', scope: 'read', method: 'GET', path: '/api/v1/events' },
  { id: 'order', scope: 'orders', method: 'POST', path: '/api/v1/documents', body: '@order.json', signed: true },
  { id: 'codes', scope: 'orders', method: 'GET', path: '/api/v1/orders/<order>/lines/0/codes?from=0&count=1000&format=txt' },
  { id: 'document', scope: 'documents', method: 'POST', path: '/api/v1/documents', body: '@document.json', signed: true },
  { id: 'receipt', scope: 'receipts', method: 'POST', path: '/api/v1/documents', body: '@receipt.json' },
];

/** The request as it is typed into a shell. */
export function curlOf({ id, method, path, body, signed }: Example, site: string): string {
  const lines = [`curl ${id === 'events' ? '-N ' : ''}${method === 'POST' ? '-X POST ' : ''}'${site}${path}'`, `-H "Authorization: Bearer $KEY"`];
  if (body) lines.push(`-H 'Content-Type: application/json'`);
  if (path === '/api/v1/documents') lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (signed) lines.push(`-H "X-Signature: $SIGNATURE"`);
  if (body) lines.push(`--data-binary '${body}'`);
  return lines.join(' \\\n  ');
}
