// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { fetchBytes } from '@/api/client';
import { visible } from '@/ui/codes/CodeTable';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import { JsonText } from './JsonText';
import { sha256 } from './sha256';

interface Content {
  text: string;
  hash: string;
  facts: [name: string, value: string][];
  codes: string[];
}

/** Plain values of a document in its order, and every code that it names. */
function contentOf(text: string, hash: string): Content {
  const content: Content = { text, hash, facts: [], codes: [] };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') content.codes.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
    if (name === 'kind' || value === null) continue;
    if (typeof value === 'object') walk(value);
    else content.facts.push([name, String(value)]);
  }
  return content;
}

const kListed = new Set(['print', 'drop_out', 'apply', 'introduce', 'introduce_foreign', 'aggregate', 'disaggregate', 'reaggregate', 'ship', 'accept', 'withdraw', 'cancel_withdrawal', 'return', 'write_off', 'remark', 'correct']);

/** What was signed: read by people, by programs, and kept with its proof. */
export function DocumentContent({ number, kind, signed }: { number: string; kind: string; signed: boolean }) {
  const t = useText();
  const { messages } = useIntl();
  const body = useQuery({
    queryKey: ['document', number, 'body'],
    queryFn: async () => {
      const bytes = await fetchBytes(`/api/v1/documents/${number}/body`);
      return contentOf(new TextDecoder().decode(bytes), await sha256(bytes));
    },
    staleTime: Infinity,
  });
  if (body.error) return <ErrorNotice error={body.error} onRetry={() => void body.refetch()} />;
  if (!body.data) return <Skeleton />;
  const { facts, codes, text, hash } = body.data;
  const nameOf = (name: string) => (`documents.field.${name}` in messages ? t(`documents.field.${name}`) : name);
  const rows = codes.map((code, at) => ({ code, at }));
  return (
    <Card title={t('documents.content')}>
      {facts.length > 0 && <Facts rows={facts.map(([name, value]) => [nameOf(name), value])} />}
      {kListed.has(kind) && rows.length > 0 && (
        <Table
          label={t('documents.codes')}
          rows={rows}
          idOf={(row) => String(row.at)}
          columns={[
            { id: 'code', name: t('ui.codes.code'), kind: 'code', width: '1fr', cell: (row) => visible(row.code) },
            { id: 'at', name: t('documents.place'), kind: 'number', width: 140, cell: (row) => row.at + 1 },
          ]}
          empty={null}
        />
      )}
      <JsonText text={text} />
      <p className="small quiet">
        SHA-256 <span className="mono">{hash}</span>
      </p>
      <div className="row">
        <a className="button button-plain" href={`/api/v1/documents/${number}/body`} download={`document_${number}.json`}>
          {t('documents.save_json')}
        </a>
        {signed && (
          <a className="button button-plain" href={`/api/v1/documents/${number}/evidence`} download={`document_${number}.tar`}>
            {t('documents.save_evidence')}
          </a>
        )}
      </div>
    </Card>
  );
}
