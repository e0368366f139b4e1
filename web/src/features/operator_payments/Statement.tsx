// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { toBase64 } from '@/signing/bytes';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { FileDrop } from '@/ui/FileDrop';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import { formatOf, formats, type Format } from './statement_file';

interface Chosen {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  format: Format;
}
const kShownLines = 12;

/** Takes a bank statement in: whole or not at all; the same payment counts once. */
export default function Statement() {
  const t = useText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const importing = useConfirmed<Schemas['StatementImport']>({ onDone: () => setChosen(null) });
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    importing.reset();
    setChosen({ name: file.name, bytes, format: formatOf(bytes) });
  };
  const send = ({ bytes, format }: Chosen) => {
    const body: Schemas['ImportStatement'] = { kind: 'import_statement', format, content: toBase64(bytes) };
    importing.mutate({ path: '/api/v1/operator/statements', body });
  };
  const done = importing.data;
  return (
    <>
      <PageHeader title={t('operator_payments.statement')} about={t('operator_payments.statement_about')} />
      {done && (
        <Notice tone={done.fresh > done.matched ? 'warn' : 'good'}>
          <strong>{t('operator_payments.imported', { fresh: done.fresh })}</strong>
          <Facts
            rows={[
              [t('operator_payments.lines'), String(done.payments)],
              [t('operator_payments.fresh'), String(done.fresh)],
              [t('operator_payments.matched'), String(done.matched)],
            ]}
          />
          {done.fresh > done.matched && (
            <div>
              <ButtonLink href="/operator/payments" look="main">
                {t('operator_payments.to_unclear')}
              </ButtonLink>
            </div>
          )}
        </Notice>
      )}
      <Card>
        <FileDrop label={t('operator_payments.file')} accept=".txt,.csv,.xml" onFile={(file) => void take(file)} />
        {chosen && (
          <>
            <strong>{chosen.name}</strong>
            <Select
              label={t('operator_payments.format')}
              choices={formats.map((id) => ({ id, name: t(`operator_payments.format.${id}`) }))}
              selectedKey={chosen.format}
              onSelectionChange={(format) => setChosen({ ...chosen, format: format as Format })}
            />
            <pre className="paper code-lines" tabIndex={0} aria-label={t('operator_payments.beginning')}>
              {beginningOf(chosen.bytes)}
            </pre>
          </>
        )}
        {importing.error && <AgentNotice error={importing.error} />}
        <div>
          <Button look="main" isDisabled={!chosen || importing.isPending} onPress={() => chosen && send(chosen)}>
            {t('operator_payments.import')}
          </Button>
        </div>
      </Card>
    </>
  );
}

/** The first lines, in UTF-8 where it is that, else as Windows writes Cyrillic. */
function beginningOf(bytes: Uint8Array): string {
  const lines = (text: string) => text.split(/\r?\n/).slice(0, kShownLines).join('\n');
  try {
    return lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return lines(new TextDecoder('windows-1251').decode(bytes));
  }
}
