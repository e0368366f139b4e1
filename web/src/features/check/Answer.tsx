// SPDX-License-Identifier: Apache-2.0
import { useText } from '@/ui/text';
import { Day, Facts } from '@/ui/values';
import { Goods } from './Goods';
import { ReportDoor } from './ReportDoor';
import { Sign } from './Sign';
import { stageOf, verdictOf, weightOf, type Checked } from './verdict';

/** First what it means, then the goods, then what a clerk wants to know of the code. */
export function Answer({ answer, code, stale }: { answer: Checked; code: string; stale: boolean }) {
  const t = useText();
  const verdict = verdictOf(answer);
  const report = <ReportDoor key={code} about={{ goods: code, name: answer.product ?? undefined, verdict }} />;
  const alarming = weightOf(verdict) !== 'good';
  return (
    <div className={stale ? 'stack check-stale' : 'stack'}>
      <section className={`verdict verdict-${weightOf(verdict)}`} aria-label={t('check.answer')}>
        <Sign weight={weightOf(verdict)} />
        <div className="stack-tight">
          <h2>{t(`check.verdict.${verdict}`)}</h2>
          {verdict === 'recalled' && answer.recall && <p className="verdict-order">{answer.recall}</p>}
          {verdict === 'expired' && answer.expires_on && (
            <p>
              {t('check.good_until')} <Day date={answer.expires_on} />
            </p>
          )}
          {saysMore(answer) && (
            <p>
              {answer.text}. {answer.remedy}
            </p>
          )}
          <p>{t(`check.advice.${verdict}`)}</p>
        </div>
      </section>
      {alarming && report}
      <Way answer={answer} />
      {answer.gtin && <Goods gtin={answer.gtin} name={answer.product ?? undefined} until={answer.expires_on ?? undefined} />}
      <Details answer={answer} />
      {!alarming && report}
    </div>
  );
}

/** Where our words stand for several reasons, the system names the one: a wrong keyboard, customs, a shipment. */
const saysMore = (answer: Checked): boolean =>
  (verdictOf(answer) === 'no_code' && answer.reason !== 'CODE_STRUCTURE') || verdictOf(answer) === 'held';

/** How far the goods have come, as far as it is told to everybody. */
function Way({ answer }: { answer: Checked }) {
  const t = useText();
  const at = stageOf(answer);
  if (at === null) return null;
  const stages = ['made', 'applied', 'introduced', 'sold'] as const;
  return (
    <section className="card">
      <h2>{t('check.way')}</h2>
      <ol className="steps">
        {stages.map((stage, place) => (
          <li
            key={stage}
            className={place < at ? 'step step-done' : place === at ? 'step step-now' : 'step'}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {place < at ? '✓' : place + 1}
            </span>
            <span>
              {t(`check.way.${stage}`)}
              {place < at && <span className="seen-by-readers"> {t('ui.done')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Details({ answer }: { answer: Checked }) {
  const t = useText();
  const rows: [string, React.ReactNode][] = [];
  if (answer.cis) rows.push([t('check.identity'), <span key="cis" className="mono">{answer.cis}</span>]);
  if (answer.cis) rows.push([t('check.proof'), t(`check.proof.${answer.tail}`)]);
  if (answer.status) rows.push([t('check.status'), t(`check.status.${answer.status}`)]);
  if (answer.holds.length) rows.push([t('check.holds'), answer.holds.map((hold) => t(`check.hold.${hold}`)).join(', ')]);
  if (answer.owner) rows.push([t('check.owner'), t('check.owner_you', { number: answer.owner })]);
  if (answer.text) rows.push([t('check.system_says'), `${answer.text}. ${answer.remedy ?? ''}`]);
  if (answer.reason) rows.push([t('check.number'), <span key="reason" className="mono">{answer.reason}</span>]);
  return (
    <details className="card check-details" open={answer.owner !== undefined && answer.owner !== null}>
      <summary>{t('check.details')}</summary>
      <Facts rows={rows} />
      {answer.diagnoses.length > 0 && (
        <>
          <h3>{t('check.odd')}</h3>
          <ul>
            {answer.diagnoses.map((one) => (
              <li key={one}>{t(`check.diagnosis.${one}`)}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
