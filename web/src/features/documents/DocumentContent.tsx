// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { fetchBytes } from '@/api/client';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import { contentOf, type Body, type Content } from './content';
import { NamedCodes, OrderedLines, Pairs } from './content_tables';
import { JsonText } from './JsonText';
import { sha256 } from './sha256';
import { useValueWords } from './value_words';

/** What was signed: read by people, by programs, and kept with its proof. */
export function DocumentContent({ number, signed }: { number: string; signed: boolean }) {
  const t = useText();
  const body = useQuery({
    queryKey: ['document', number, 'body'],
    queryFn: async () => {
      const bytes = await fetchBytes(`/api/v1/documents/${number}/body`);
      const text = new TextDecoder().decode(bytes);
      return { text, hash: await sha256(bytes), content: contentOf(JSON.parse(text) as Body) };
    },
    staleTime: Infinity,
  });
  if (body.error) return <ErrorNotice error={body.error} onRetry={() => void body.refetch()} />;
  if (!body.data) return <Skeleton />;
  const { content, text, hash } = body.data;
  return (
    <Card title={t('documents.content')}>
      <Said content={content} />
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

/** All that the document says, in the reader's words. */
function Said({ content: { kind, facts, codes, pairs, lines, sites } }: { content: Content }) {
  const t = useText();
  const { messages } = useIntl();
  const wordOf = useValueWords(kind, ['gtin', 'level', ...facts.map((one) => one.name)]);
  const nameOf = (name: string) => (`documents.field.${name}` in messages ? t(`documents.field.${name}`) : name);
  return (
    <>
      {facts.length > 0 && (
        <Facts
          rows={facts.map(({ name, values }) => [
            nameOf(name),
            values.length === 1 ? (
              wordOf(name, values[0] ?? '')
            ) : (
              <ul key={name} className="said">
                {values.map((value) => (
                  <li key={value}>{wordOf(name, value)}</li>
                ))}
              </ul>
            ),
          ])}
        />
      )}
      {sites.length > 0 && (
        <>
          <h3>{t('documents.field.sites')}</h3>
          <Facts rows={sites.map((one) => [one.name, one.kpp ? `${one.address}, ${t('documents.field.kpp')} ${one.kpp}` : one.address])} />
        </>
      )}
      {lines.length > 0 && <OrderedLines lines={lines} wordOf={wordOf} />}
      {pairs.length > 0 && <Pairs pairs={pairs} />}
      {codes.length > 0 && <NamedCodes codes={codes} nameOf={nameOf} />}
    </>
  );
}
