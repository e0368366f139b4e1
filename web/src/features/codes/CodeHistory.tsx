// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Link } from '@/ui/Link';
import { Card, Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';

const kShown = 20;

/** What happened, the latest first: by which document, and by whom where that may be seen. */
export function CodeHistory({ history }: { history: readonly Schemas['HistoryLine'][] }) {
  const t = useText();
  const [whole, setWhole] = useState(false);
  const lines = [...history].reverse().slice(0, whole ? undefined : kShown);
  const documents = useQueries({
    queries: lines.map((line) => ({
      queryKey: ['document', line.document],
      queryFn: () => call(api.GET('/api/v1/documents/{document}', { params: { path: { document: line.document } } })),
      staleTime: Infinity,
      retry: false,
    })),
  });
  return (
    <Card title={t('codes.history')}>
      <Timeline
        events={lines.map((line, at) => {
          const document = documents[at]?.data;
          return {
            at: line.at,
            title: t(`codes.event.${line.event}`),
            about: document ? (
              <span className="small">
                {document.person || t('codes.by_the_system')} ·{' '}
                <Link href={`/documents/${line.document}`}>{t('codes.document', { number: line.document })}</Link>
              </span>
            ) : (
              <span className="quiet small">{t('codes.document_of_others', { number: line.document })}</span>
            ),
          };
        })}
      />
      {history.length > lines.length && (
        <div>
          <Button onPress={() => setWhole(true)}>{t('codes.whole_history', { count: history.length })}</Button>
        </div>
      )}
    </Card>
  );
}
