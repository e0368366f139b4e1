// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { toBase64 } from '@/signing/bytes';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { TextField } from '@/ui/fields';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const armour = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END ${label}-----\n`;

const kShortest = 3;
const fileName = (text: string): string => text.toLowerCase().replace(/\s+/g, '_');

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/x-pem-file' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A key for a program: made by the page, certified by the test authority, saved as one PEM file. */
export function TestCertificate({ companies }: { companies: readonly Schemas['InventedCompany'][] }) {
  const t = useText();
  const [company, setCompany] = useState<string | null>(null);
  const [name, setName] = useState('');
  const person = name.trim();
  const short = person !== '' && person.length < kShortest;
  const issue = useMutation({
    mutationFn: async ({ of, person }: { of: string; person?: string }) => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
      const [shape, secret] = await Promise.all([
        crypto.subtle.exportKey('spki', pair.publicKey),
        crypto.subtle.exportKey('pkcs8', pair.privateKey),
      ]);
      const issued = await call(
        api.POST('/api/v1/sandbox/certificates', { body: { company: of, person, public_key: toBase64(new Uint8Array(shape)) } }),
      );
      const key = armour('PRIVATE KEY', toBase64(new Uint8Array(secret)));
      save(`${person ? fileName(`${of} ${person}`) : of}.pem`, key + armour('CERTIFICATE', issued.certificate));
    },
    onSuccess: () => toast(t('developer_words.certificate_saved')),
  });
  return (
    <Card title={t('developer_words.test_certificate')}>
      <p className="quiet">{t('developer_words.test_certificate_about')}</p>
      <div className="row row-end">
        <Select
          label={t('developer_words.company')}
          choices={companies.map((one) => ({ id: one.company, name: one.name, about: one.person }))}
          selectedKey={company}
          onSelectionChange={(key) => setCompany(String(key))}
        />
        <TextField label={t('developer_words.person')} hint={t('developer_words.person_hint')} value={name} onChange={setName} error={short ? t('developer_words.person_short') : undefined} />
        <Button look="main" isDisabled={!company || short || issue.isPending} onPress={() => company && issue.mutate({ of: company, person: person || undefined })}>
          {t('developer_words.issue')}
        </Button>
      </div>
      {issue.error && <ErrorNotice error={issue.error} />}
      <pre className="paper code-lines" tabIndex={0} aria-label={t('developer_words.signing_example')}>
        {'openssl cms -sign -binary -in document.json -signer company.pem -outform DER -md sha256 | base64 -w0'}
      </pre>
    </Card>
  );
}
