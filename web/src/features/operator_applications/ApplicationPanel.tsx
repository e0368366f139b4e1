// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigned } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { DownloadLink } from '@/ui/DownloadLink';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment } from '@/ui/values';

interface Props {
  application: Schemas['ReviewedApplication'];
  onClose: () => void;
}

/** What is known of an applicant, what the checks found, and the decision. */
export function ApplicationPanel({ application, onClose }: Props) {
  const t = useText();
  const { number } = application;
  const decide = useSigned({
    onDone: () => {
      toast(t('operator_applications.decided'));
      onClose();
    },
  });
  const decision = (body: Omit<Schemas['ApplicationDecision'], 'number'>) =>
    decide.mutate({ path: `/api/v1/operator/applications/${encodeURIComponent(number)}/decision`, body: { number, ...body } });
  const open = application.state === 'manual' || application.state === 'waiting';
  return (
    <SidePanel title={application.organization} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('operator_applications.number'), <span key="number" className="mono">{number}</span>],
          [t('operator_applications.tax_id'), <span key="tax" className="mono">{application.tax_id}</span>],
          [t('operator_applications.person'), application.person],
          [t('operator_applications.position'), application.position || '—'],
          [t('operator_applications.email'), application.email],
          [t('operator_applications.phone'), application.phone],
          [t('operator_applications.came'), <Moment key="came" at={application.submitted_at} />],
          [t('operator_applications.checks'), String(application.checks)],
        ]}
      />
      {application.findings.map((finding) => (
        <Notice key={finding.error} tone="warn">
          <strong>{finding.title}</strong>
          <p>{finding.remedy}</p>
          <span className="mono small">{finding.error}</span>
        </Notice>
      ))}
      {open && !application.findings.length && <Notice tone="main">{t('operator_applications.why_manual')}</Notice>}
      <div>
        <DownloadLink href={`/api/v1/applications/${encodeURIComponent(number)}/evidence`} name={`${number}.tar`}>
          {t('operator_applications.evidence')}
        </DownloadLink>
      </div>
      {decide.error && <AgentNotice error={decide.error} />}
      {open && (
        <div className="row">
          <ConfirmButton
            label={t('operator_applications.approve')}
            look="main"
            isDisabled={decide.isPending}
            onConfirm={() => decision({ decision: 'approve' })}
          >
            <p>{t('operator_applications.approve_about')}</p>
          </ConfirmButton>
          <ReasonButton
            label={t('operator_applications.reject')}
            look="danger"
            isDisabled={decide.isPending}
            onConfirm={(reason) => decision({ decision: 'reject', reason })}
          >
            <p>{t('operator_applications.reject_about')}</p>
          </ReasonButton>
        </div>
      )}
    </SidePanel>
  );
}
