// SPDX-License-Identifier: Apache-2.0
import { useMe, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Money, Status } from '@/ui/values';
import { paymentTones, type Payment } from './Payments';
import { Propose } from './Propose';

interface Props {
  payment: Payment;
  currency: string;
  onClose: () => void;
}

/** One person says whose it is, another agrees: never the same. */
export function PaymentPanel({ payment, currency, onClose }: Props) {
  const t = useText();
  const me = useMe();
  const decide = useConfirmed<Payment>({
    onDone: (decided) => {
      toast(t(`operator_payments.state.${decided.state}`));
      onClose();
    },
  });
  const decision = (agreed: boolean) => {
    const body: Schemas['DecidePayment'] = { kind: 'decide_payment', payment: payment.payment, agreed };
    decide.mutate({ path: `/api/v1/operator/payments/${payment.payment}/decision`, body });
  };
  const mine = payment.proposed_by !== '' && payment.proposed_by === me?.person;
  return (
    <SidePanel title={payment.payer_name} isOpen onClose={onClose}>
      <Status tone={paymentTones[payment.state]}>{t(`operator_payments.state.${payment.state}`)}</Status>
      <Facts
        rows={[
          [t('operator_payments.amount'), <Money key="amount" minor={payment.amount} currency={currency} />],
          [t('operator_payments.paid_on'), <Day key="day" date={payment.paid_on} />],
          [t('operator_payments.number'), payment.number],
          [t('operator_payments.tax_id'), <span key="tax" className="mono">{payment.payer_tax_id}</span>],
          [t('operator_payments.account'), <span key="account" className="mono">{payment.payer_account}</span>],
          [t('operator_payments.purpose'), payment.purpose],
          [t('operator_payments.known_payer'), payment.known_payer ?? t('operator_payments.unknown_payer')],
          [t('operator_payments.whose'), payment.participant ? `${payment.participant_name ?? ''} (${payment.participant})` : '—'],
          [t('operator_payments.proposed_by'), payment.proposed_by || '—'],
          [t('operator_payments.decided_by'), payment.decided_by || '—'],
        ]}
      />
      {payment.state === 'unmatched' && <Propose payment={payment} />}
      {payment.state === 'proposed' && (
        <>
          <Notice tone="main">
            {payment.participant
              ? t('operator_payments.proposal', { name: payment.participant_name ?? payment.participant })
              : t('operator_payments.proposal_back')}
          </Notice>
          {mine && <Notice tone="warn">{t('operator_payments.second_person')}</Notice>}
          {decide.error && <AgentNotice error={decide.error} />}
          <div className="row">
            <ConfirmButton label={t('operator_payments.agree')} look="main" isDisabled={decide.isPending || mine} onConfirm={() => decision(true)}>
              <p>{t('operator_payments.agree_about')}</p>
            </ConfirmButton>
            <ConfirmButton label={t('operator_payments.refuse')} isDisabled={decide.isPending || mine} onConfirm={() => decision(false)}>
              <p>{t('operator_payments.refuse_about')}</p>
            </ConfirmButton>
          </div>
        </>
      )}
    </SidePanel>
  );
}
