// SPDX-License-Identifier: Apache-2.0
import { useMay, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { DownloadLink } from '@/ui/DownloadLink';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Moment, Status } from '@/ui/values';

type Body = Schemas['DecideContractBody'];

export function ContractPanel({ contract, onClose }: { contract: Schemas['Contract']; onClose: () => void }) {
  const t = useText();
  const may = useMay();
  const decide = useConfirmed<Schemas['Contract']>({
    onDone: (decided) => {
      toast(decided.state_name);
      onClose();
    },
  });
  const decision = (what: Pick<Body, 'decision' | 'reason'>) => {
    const body: Body = { kind: 'decide_contract', contract: contract.contract, ...what };
    decide.mutate({ path: '/api/v1/operator/contracts/decision', body });
  };
  return (
    <SidePanel title={[contract.title, contract.group_name].filter(Boolean).join(': ')} isOpen onClose={onClose}>
      <Status tone="main">{contract.state_name}</Status>
      <Facts
        rows={[
          [t('operator_contracts.company'), contract.company],
          [t('operator_contracts.tax_id'), <span key="tax" className="mono">{contract.tax_id}</span>],
          [t('operator_contracts.number'), <span key="number" className="mono">{contract.number}</span>],
          [t('operator_contracts.date'), <Day key="date" date={contract.date} />],
          [t('operator_contracts.version'), String(contract.version)],
          [t('operator_contracts.signed_by'), contract.signed_by ?? '—'],
          [t('operator_contracts.signed_at'), contract.signed_at ? <Moment key="at" at={contract.signed_at} /> : '—'],
          ...(contract.reason ? [[t('operator_contracts.reason'), contract.reason] as [string, string]] : []),
        ]}
      />
      {may('contracts') && (
        <div>
          <DownloadLink href={`/api/v1/contracts/${contract.contract}/pdf`}>PDF</DownloadLink>
        </div>
      )}
      {decide.error && <AgentNotice error={decide.error} />}
      <div className="row">
        <ConfirmButton label={t('operator_contracts.accept')} look="main" isDisabled={decide.isPending} onConfirm={() => decision({ decision: 'accept' })}>
          <p>{t('operator_contracts.accept_about')}</p>
        </ConfirmButton>
        <ReasonButton label={t('operator_contracts.give_back')} isDisabled={decide.isPending} onConfirm={(reason) => decision({ decision: 'give_back', reason })}>
          <p>{t('operator_contracts.give_back_about')}</p>
        </ReasonButton>
        <ReasonButton label={t('operator_contracts.end')} look="danger" isDisabled={decide.isPending} onConfirm={(reason) => decision({ decision: 'end', reason })}>
          <p>{t('operator_contracts.end_about')}</p>
        </ReasonButton>
      </div>
    </SidePanel>
  );
}
