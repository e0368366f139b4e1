// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { mayOutlive, useLatestSaved } from '@/api/latest_saved';
import { queryClient, type Schemas } from '@/api/queries';
import { savedDraft, type CardBody } from './card_queries';

/** The draft of a card: kept while it is written, judged by the system each time. */
export function useKeptDraft(gtin: string, first: readonly Schemas['CardFinding'][]) {
  const [findings, setFindings] = useState(first);
  const [judged, setJudged] = useState<CardBody | null>(null);
  const [error, setError] = useState<unknown>(null);

  const write = useCallback(
    async (body: CardBody, leaving: boolean): Promise<Schemas['CardDraft']> => {
      try {
        const params = { path: { gtin }, header: { 'Idempotency-Key': newKey() } };
        const draft = await call(api.PUT('/api/v1/cards/{gtin}/draft', { params, body, keepalive: leaving && mayOutlive(body) }));
        setFindings(draft.findings);
        setJudged(body);
        setError(null);
        return draft;
      } catch (cause) {
        setError(cause);
        throw cause;
      }
    },
    [gtin],
  );
  const { saver, state } = useLatestSaved(savedDraft(gtin), write);
  useEffect(() => () => void saver.leave().then(() => queryClient.invalidateQueries({ queryKey: ['card_drafts'] })), [saver]);
  return { state, findings, judged, error, keep: saver.later, write: saver.now };
}
