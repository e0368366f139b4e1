// SPDX-License-Identifier: Apache-2.0
import { ProblemError } from '@/api/problem';
import { PlainButton } from '@/ui/plain';
import { useText } from '@/ui/text';

/** Without the system nobody can say whether a code is genuine, and nothing else is claimed. */
export function Silence({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useText();
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className="notice notice-warn" role="alert">
      <strong>{problem?.title ?? t('check.offline')}</strong>
      <p>{problem?.remedy ?? t('check.offline_about')}</p>
      <div className="row">
        <PlainButton onClick={onRetry}>{t('ui.try_again')}</PlainButton>
        {problem && <span className="mono small">{problem.code}</span>}
      </div>
    </div>
  );
}
