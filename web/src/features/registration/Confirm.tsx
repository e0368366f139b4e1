// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { RegistrationSteps } from './Register';

/** The link of the letter. A press, not the visit, opens the account: programs that look through mail follow links. */
export default function Confirm() {
  const t = useText();
  const token = usePart('token');
  const [key] = useState(newKey);
  const confirming = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/applications/confirmation', {
          body: { token },
          params: { header: { 'Idempotency-Key': key } },
        }),
      ),
  });
  return (
    <div className="narrow">
      <PageHeader title={t('registration.confirm')} about={t(confirming.data ? 'registration.confirmed_about' : 'registration.confirm_about')} />
      <RegistrationSteps at={confirming.data ? 4 : 3} />
      <Card>
        {confirming.error && <ErrorNotice error={confirming.error} />}
        {confirming.data ? (
          <>
            <Notice tone="good">{t('registration.opened')}</Notice>
            <div>
              <ButtonLink href="/sign-in" look="main">
                {t('registration.to_sign_in')}
              </ButtonLink>
            </div>
          </>
        ) : (
          <div>
            <Button look="main" isDisabled={confirming.isPending} onPress={() => confirming.mutate()}>
              {t('registration.open_account')}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}
