// SPDX-License-Identifier: Apache-2.0
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigned } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { useText } from '@/ui/text';

/** Takes an application back, with the key that signed it. */
export function Withdraw({ number }: { number: string }) {
  const t = useText();
  const withdraw = useSigned();
  return (
    <div className="stack-tight">
      {withdraw.error && <AgentNotice error={withdraw.error} />}
      <div>
        <ConfirmButton
          label={t('registration.withdraw')}
          look="quiet"
          isDisabled={withdraw.isPending}
          onConfirm={() =>
            withdraw.mutate({ path: `/api/v1/applications/${encodeURIComponent(number)}/withdrawal`, body: { kind: 'withdraw_application', number } })
          }
        >
          <p>{t('registration.withdraw_about')}</p>
        </ConfirmButton>
      </div>
    </div>
  );
}
