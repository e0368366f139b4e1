// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, sendBytes } from '@/api/client';
import { pathWith, saveFile } from '@/api/files';
import { useLongWork } from '@/api/long_work';
import { queryClient, type Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, PageHeader, ProgressBar, Steps } from '@/ui/surfaces';
import { TableFlaws } from '@/ui/TableFlaws';
import { useText } from '@/ui/text';
import { Size } from '@/ui/values';
import { useGroups } from './card_queries';

type Report = Schemas['ImportedCards'];

/** Many cards from a table: an empty one, a check of the filled one, drafts. */
export default function ImportCards() {
  const t = useText();
  const groups = useGroups();
  const [{ group }, setAddress] = useAddress();
  const [file, setFile] = useState<File | null>(null);
  const fetching = useMutation({
    mutationFn: (format: string) => saveFile(pathWith('/api/v1/card-tables/template', { format, group }), `cards.${format}`),
  });
  const sending = useLongWork(
    async ({ table, keeps }: { table: File; keeps: boolean }, { signal }) => {
      const bytes = new Uint8Array(await table.arrayBuffer());
      const headers = { 'Content-Type': table.type || 'application/octet-stream', 'Idempotency-Key': newKey() };
      const report = await sendBytes<Report>(pathWith('/api/v1/card-tables/import', { group, dry_run: !keeps }), bytes, headers, signal);
      return { report, keeps };
    },
    ({ keeps }) => void (keeps && queryClient.invalidateQueries({ queryKey: ['card_drafts'] })),
  );
  const check = (table: File) => {
    setFile(table);
    sending.begin({ table, keeps: false });
  };
  const done = sending.result?.keeps;
  const report = sending.result?.report;
  return (
    <>
      <PageHeader title={t('goods.import')} about={t('goods.import_about')} />
      <Steps
        label={t('goods.import')}
        stages={['template', 'check', 'keep'].map((stage) => t(`goods.import_stage.${stage}`))}
        at={done ? 3 : report ? 2 : file ? 1 : 0}
        byItself
      />
      <Card title={t('goods.import_stage.template')}>
        <Select
          label={t('goods.group')}
          hint={t('goods.import_group')}
          choices={groups.data?.groups.map((one) => ({ id: one.group, name: one.name })) ?? []}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: String(key) })}
        />
        {fetching.error && <ErrorNotice error={fetching.error} />}
        <div className="row">
          {['xlsx', 'csv'].map((format) => (
            <Button key={format} isDisabled={fetching.isPending} onPress={() => fetching.mutate(format)}>
              {t('goods.template', { format: t(`goods.table.${format}`) })}
            </Button>
          ))}
        </div>
      </Card>
      <Card title={t('goods.import_stage.check')}>
        <FileDrop label={t('goods.import_drop')} accept=".csv,.xlsx" onFile={check} />
        {file && (
          <p>
            {file.name} · <Size bytes={file.size} />
          </p>
        )}
        <div aria-live="polite" className="stack">
          {sending.isPending && <ProgressBar label={t('goods.import_checking')} onCancel={sending.cancel} />}
          {sending.error && <ErrorNotice error={sending.error} />}
          {report && !done && (
            <Notice tone={report.flaws.length ? 'warn' : 'good'}>
              {t('goods.import_found', { rows: report.rows, flawless: report.flawless, flaws: report.flaws.length })}
            </Notice>
          )}
        </div>
        {report && report.flaws.length > 0 && <TableFlaws flaws={report.flaws} more={[{ id: 'gtin', name: t('goods.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin }]} />}
      </Card>
      {file && report && (
        <Card title={t('goods.import_stage.keep')}>
          {done ? (
            <>
              <Notice tone="good">{t('goods.import_kept', { count: report.drafts })}</Notice>
              <div>
                <ButtonLink href="/goods?show=drafts" look="main">
                  {t('goods.to_drafts')}
                </ButtonLink>
              </div>
            </>
          ) : (
            <>
              <p className="quiet">{t('goods.import_keep_about')}</p>
              <div>
                <Button look="main" isDisabled={sending.isPending} onPress={() => sending.begin({ table: file, keeps: true })}>
                  {t('goods.import_keep')}
                </Button>
              </div>
            </>
          )}
        </Card>
      )}
    </>
  );
}
