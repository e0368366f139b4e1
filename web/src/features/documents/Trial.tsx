// SPDX-License-Identifier: Apache-2.0
import type { Judged } from '@/signing/documents';
import { Button } from '@/ui/Button';
import { Refusals } from '@/ui/Refusals';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';

const kTones = { accepted: 'good', waiting: 'main', partly_accepted: 'warn', rejected: 'bad' } as const;

/** What would become of the document, before anybody signs it. */
export function Trial({ verdict, kind, onDrop }: { verdict: Judged; kind: string; onDrop: (refused: string[]) => void }) {
  const t = useText();
  const refused = verdict.items.flatMap((one) => (one.code ? [one.code] : []));
  return (
    <div className="stack" aria-live="polite">
      <Notice tone={kTones[verdict.status]}>
        <strong>{t(`documents.trial.${verdict.status}`, { accepted: verdict.accepted, refused: verdict.refused })}</strong>
        {verdict.objections.map((one, at) => (
          <p key={at}>
            {one.title}. {one.remedy} <span className="mono small">{one.error}</span>
          </p>
        ))}
      </Notice>
      <Refusals
        label={t('documents.would_be_refused')}
        lines={verdict.items}
        total={verdict.refused}
        fileName={`refused_${kind}.csv`}
        actions={refused.length > 0 && <Button onPress={() => onDrop(refused)}>{t('documents.drop_refused')}</Button>}
      />
    </div>
  );
}
