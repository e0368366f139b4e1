// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { checksOf, type CheckState } from './check_states';

const kTones: Record<CheckState, Tone> = { runs: 'main', silent: 'warn', good: 'good' };

/** What is looked at, and how far it is. */
export function Checks({ application }: { application: Schemas['Application'] }) {
  const t = useText();
  const found = checksOf(application);
  if (!found.length) return null;
  return (
    <ul className="checklist" aria-label={t('registration.stage.decision')}>
      {found.map(({ check, state }) => (
        <li key={check}>
          <span>{t(`registration.check.${check}`)}</span>
          <Status tone={kTones[state]}>{t(`registration.check_state.${state}`)}</Status>
        </li>
      ))}
    </ul>
  );
}
