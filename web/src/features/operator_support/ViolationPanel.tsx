// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMe, type Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { visible } from '@/ui/codes/CodeTable';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { Due } from '@/ui/Due';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status } from '@/ui/values';
import { reportTones, type Report } from './desk';

/** A report with what only the operator knows, and the decision. */
export function ViolationPanel({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useText();
  const report = useQuery({
    queryKey: ['operator', 'violation', number],
    queryFn: () => call(api.GET('/api/v1/operator/violations/{violation}', { params: { path: { violation: number } } })),
  });
  return (
    <SidePanel title={report.data?.violation.kind_name ?? t('operator_support.report_of', { number })} isOpen onClose={onClose}>
      {report.error && <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Skeleton lines={6} />}
      {report.data && <Shown report={report.data} />}
    </SidePanel>
  );
}

function Shown({ report }: { report: Report }) {
  const t = useText();
  const { state, text, answer } = report.violation;
  return (
    <>
      <Status tone={reportTones[state]}>{t(`operator_support.report.${state}`)}</Status>
      <Facts rows={useFacts(report)} />
      {text && (
        <section className="stack-tight">
          <h3>{t('operator_support.in_his_words')}</h3>
          <p className="paper">{text}</p>
        </section>
      )}
      {answer && (
        <section className="stack-tight">
          <h3>{t('operator_support.decision')}</h3>
          <p className="paper">{answer}</p>
        </section>
      )}
      {(state === 'received' || state === 'in_work') && <Decide report={report} />}
    </>
  );
}

function useFacts({ violation, contact, language, holder, owner, taken_by, decided_by, due_at }: Report): [string, React.ReactNode][] {
  const t = useText();
  const participant = (tax_id: string) => (
    <Link href={`/operator/participants/${tax_id}`} className="link mono">
      {tax_id}
    </Link>
  );
  const rows: [string, React.ReactNode][] = [
    [t('operator_support.number'), <span key="number" className="mono">{violation.violation}</span>],
    [t('operator_support.reported'), <Moment key="at" at={violation.reported_at} />],
  ];
  if (due_at) rows.push([t('operator_support.decide_by'), <span key="due" className="row"><Moment at={due_at} /> <Due at={due_at} /></span>]);
  if (violation.product) rows.push([t('operator_support.goods'), violation.product]);
  if (violation.gtin) rows.push(['GTIN', <span key="gtin" className="mono">{violation.gtin}</span>]);
  if (violation.code) rows.push([t('operator_support.about.code'), <span key="code" className="mono">{visible(violation.code)}</span>]);
  if (owner) rows.push([t('operator_support.owner'), participant(owner)]);
  if (holder) rows.push([t('operator_support.holder'), participant(holder)]);
  if (violation.shop) rows.push([t('operator_support.shop'), violation.shop]);
  if (violation.address) rows.push([t('operator_support.address'), violation.address]);
  if (violation.latitude && violation.longitude)
    rows.push([t('operator_support.coordinates'), <span key="where" className="mono">{`${violation.latitude}, ${violation.longitude}`}</span>]);
  rows.push([t('operator_support.contact'), contact ?? t('operator_support.no_contact')]);
  rows.push([t('operator_support.language'), t(`operator_support.language.${language}`)]);
  rows.push([t('operator_support.taken_by'), taken_by ?? t('operator_support.nobody')]);
  if (decided_by) rows.push([t('operator_support.decided_by'), decided_by]);
  if (violation.decided_at) rows.push([t('operator_support.decided'), <Moment key="decided" at={violation.decided_at} />]);
  return rows;
}

function Decide({ report }: { report: Report }) {
  const t = useText();
  const me = useMe();
  const path = { violation: report.violation.violation };
  const take = useOnce(
    (over: boolean, header) => call(api.POST('/api/v1/operator/violations/{violation}/taking', { params: { path, header }, body: over ? { over } : {} })),
    { onDone: () => toast(t('operator_support.report_taken')) },
  );
  const decide = useOnce(
    (body: Schemas['DecideViolation'], header) => call(api.POST('/api/v1/operator/violations/{violation}/decision', { params: { path, header }, body })),
    { onDone: () => toast(t('operator_support.report_decided')) },
  );
  const error = take.error ?? decide.error;
  const busy = take.isPending || decide.isPending;
  const ofOther = Boolean(report.taken_by) && report.taken_by !== me?.person;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <div className="row">
        {!report.taken_by && (
          <Button isDisabled={busy} onPress={() => take.mutate(false)}>
            {t('operator_support.take')}
          </Button>
        )}
        {ofOther && (
          <ConfirmButton label={t('operator_support.take_over')} isDisabled={busy} onConfirm={() => take.mutate(true)}>
            <p>{t('operator_support.take_over_about', { person: report.taken_by })}</p>
          </ConfirmButton>
        )}
        {!ofOther && (
          <>
            <ReasonButton label={t('operator_support.confirm')} look="main" field={t('operator_support.answer_text')} most={2000} isDisabled={busy} onConfirm={(answer) => decide.mutate({ decision: 'confirmed', answer })}>
              <p>{t('operator_support.confirm_about')}</p>
              <p>{t(`operator_support.write_in.${report.language}`)}</p>
            </ReasonButton>
            <ReasonButton label={t('operator_support.dismiss')} field={t('operator_support.answer_text')} most={2000} isDisabled={busy} onConfirm={(answer) => decide.mutate({ decision: 'dismissed', answer })}>
              <p>{t('operator_support.dismiss_about')}</p>
              <p>{t(`operator_support.write_in.${report.language}`)}</p>
            </ReasonButton>
          </>
        )}
      </div>
    </>
  );
}
