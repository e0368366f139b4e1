// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { useLater } from '@/api/later';
import { queryClient, type Schemas } from '@/api/queries';
import type { CardBody } from './card_queries';

/** The draft of a card: kept while it is written, judged by the system each time. */
export function useKeptDraft(gtin: string, first: readonly Schemas['CardFinding'][]) {
  const [state, setState] = useState<'untouched' | 'saving' | 'saved' | 'failed'>('untouched');
  const [findings, setFindings] = useState(first);
  const [judged, setJudged] = useState<CardBody | null>(null);
  const [error, setError] = useState<unknown>(null);

  const write = useCallback(
    async (body: CardBody): Promise<Schemas['CardDraft'] | null> => {
      setState('saving');
      try {
        const params = { path: { gtin }, header: { 'Idempotency-Key': newKey() } };
        const draft = await call(api.PUT('/api/v1/cards/{gtin}/draft', { params, body }));
        setFindings(draft.findings);
        setJudged(body);
        setError(null);
        setState('saved');
        return draft;
      } catch (cause) {
        setError(cause);
        setState('failed');
        return null;
      }
    },
    [gtin],
  );
  const { later: keep, stop } = useLater((body: CardBody) => void write(body));
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: ['card_drafts'] }), []);
  return { state, findings, judged, error, keep, write, stop };
}
