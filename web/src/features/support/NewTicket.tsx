// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMe } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { prefilledOf } from './asked_about';
import { TicketForm } from './TicketForm';
import { deskQuery } from './ticket_state';

/** A question to the operator; what it is about may stand in the address already. */
export default function NewTicket() {
  const t = useText();
  const [address] = useAddress();
  const desk = useQuery(deskQuery);
  const me = useMe();
  return (
    <div className="narrow">
      <PageHeader
        title={t('support.ask')}
        about={
          <>
            {t('support.ask_about')} <Link href="/help">{t('support.to_help')}</Link>
          </>
        }
      />
      {desk.error && <ErrorNotice error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data && me ? <TicketForm desk={desk.data} user={me.user} prefilled={prefilledOf(address)} /> : !desk.error && <Skeleton lines={8} />}
    </div>
  );
}
