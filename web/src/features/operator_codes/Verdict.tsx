// SPDX-License-Identifier: Apache-2.0
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { Judged } from './own_documents';

const kShown = 100;

/** How many codes were taken, and why the others were not. */
export function Verdict({ judged }: { judged: Judged }) {
  const t = useText();
  const refused = judged.items;
  return (
    <Notice tone={judged.status === 'accepted' ? 'good' : judged.status === 'rejected' ? 'bad' : 'warn'}>
      <strong role="status">{t('operator_codes.verdict', { accepted: judged.accepted, refused: judged.refused })}</strong>
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, kShown).map((one, at) => (
            <li key={at}>
              <span className="mono">{one.code}</span> {one.title}. {one.remedy}
            </li>
          ))}
        </ul>
      )}
      {refused.length > kShown && <p>{t('operator_codes.and_more', { count: refused.length - kShown })}</p>}
    </Notice>
  );
}
