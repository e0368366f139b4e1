// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export interface Holder {
  form: 'uzbek' | 'russian';
  person: string;
  personId: string;
  organization: string;
  taxId: string;
  registryId?: string;
}

/** The password of every file of a key that the test authority gives. */
export const kPassword = 'tamga';

/** A certificate with its key, as a certification authority would give it: `.pem` and `.p12` behind this path. */
export function certify({ form, person, personId, organization, taxId, registryId }: Holder): string {
  const name = join(mkdtempSync(join(tmpdir(), 'tamga-person-')), 'person');
  execFileSync(process.env.TAMGA_PROGRAM ?? '', [
    ...['ca', 'issue', join(inject('folder'), 'ca'), '--out', name, '--form', form, '--person', person],
    ...['--organization', organization, '--tax-id', taxId, '--person-id', personId],
    ...(registryId ? ['--registry-id', registryId] : []),
  ]);
  return name;
}
