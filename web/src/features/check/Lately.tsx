// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '@/ui/text';
import { Sign } from './Sign';
import { verdictOf, weightOf, type Checked } from './verdict';

const kMost = 12;

/** What was checked on this page before, for whoever goes along a shelf. Forgotten when the page is closed. */
export function Lately({ now, onText }: { now: string; onText: (text: string) => void }) {
  const t = useText();
  const asked = useQueryClient()
    .getQueryCache()
    .findAll({ queryKey: ['check'] })
    .map((query) => ({ code: String(query.queryKey[1]), answer: query.state.data as Checked | null | undefined, at: query.state.dataUpdatedAt }))
    .filter((one) => one.answer && one.code !== now)
    .sort((one, other) => other.at - one.at)
    .slice(0, kMost);
  if (!asked.length) return null;
  return (
    <section className="card">
      <h2>{t('check.lately')}</h2>
      <ul className="lately">
        {asked.map(({ code, answer }) => (
          <li key={code}>
            {answer && <Sign weight={weightOf(verdictOf(answer))} size={24} />}
            <button type="button" className="link link-button" onClick={() => onText(code)}>
              {answer?.product ?? answer?.cis ?? code}
            </button>
            <span className="quiet small">{answer && t(`check.verdict.${verdictOf(answer)}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
