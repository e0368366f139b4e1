// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Dialog, SidePanel } from '@/ui/overlays';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Status } from '@/ui/values';
import { useAddress } from '@/ui/address';
import { Allowed } from './Allowed';
import { GivePower } from './GivePower';

type Power = Schemas['PowerOfAttorney'];

function PowerState({ power }: { power: Power }) {
  const t = useText();
  if (power.revoked) return <Status tone="bad">{t('users.power.revoked')}</Status>;
  return <Status tone={power.valid ? 'good' : 'neutral'}>{t(power.valid ? 'users.power.valid' : 'users.power.not_valid')}</Status>;
}

/** Powers of attorney: who acts for the organisation with a personal certificate. */
export default function Powers() {
  const t = useText();
  const [{ power: opened }, setAddress] = useAddress();
  const [giving, setGiving] = useState(false);
  const list = useQuery({ queryKey: ['powers'], queryFn: () => call(api.GET('/api/v1/powers-of-attorney')) });
  const shown = list.data?.powers.find((one) => one.number === opened);
  return (
    <>
      <PageHeader
        title={t('users.powers')}
        about={t('users.powers_about')}
        actions={
          <Button look="main" onPress={() => setGiving(true)}>
            {t('users.give_power')}
          </Button>
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <Table
          label={t('users.powers')}
          rows={list.data.powers}
          idOf={(row) => row.number}
          onOpen={(row) => setAddress({ power: row.number }, { step: true })}
          columns={[
            { id: 'person', name: t('users.representative'), width: '2fr', cell: (row) => row.person },
            { id: 'number', name: t('users.number'), kind: 'code', cell: (row) => row.number },
            { id: 'person_id', name: t('users.person_id'), kind: 'code', cell: (row) => row.person_id },
            { id: 'from', name: t('users.first_day'), kind: 'day', cell: (row) => <Day date={row.from} /> },
            { id: 'until', name: t('users.last_day'), kind: 'day', cell: (row) => <Day date={row.until} /> },
            { id: 'state', name: t('users.state'), cell: (row) => <PowerState power={row} /> },
          ]}
          empty={<EmptyState title={t('users.no_powers')}>{t('users.no_powers_about')}</EmptyState>}
        />
      )}
      <Dialog title={t('users.give_power')} isOpen={giving} onClose={() => setGiving(false)}>
        <GivePower onDone={() => setGiving(false)} />
      </Dialog>
      {shown && <PowerPanel power={shown} onClose={() => setAddress({ power: undefined })} />}
    </>
  );
}

function PowerPanel({ power, onClose }: { power: Power; onClose: () => void }) {
  const t = useText();
  const revoke = useDocument({ onDone: () => toast(t('users.power_revoked')) });
  return (
    <SidePanel title={power.person} isOpen onClose={onClose}>
      <PowerState power={power} />
      <Facts
        rows={[
          [t('users.number'), power.number],
          [t('users.person_id'), power.person_id],
          [t('users.first_day'), <Day key="from" date={power.from} />],
          [t('users.last_day'), <Day key="until" date={power.until} />],
        ]}
      />
      <Allowed rights={power.rights} />
      {revoke.error && <AgentNotice error={revoke.error} />}
      {!power.revoked && (
        <div>
          <ConfirmButton
            label={t('users.revoke_power')}
            look="danger"
            isDisabled={revoke.isPending}
            onConfirm={() => revoke.mutate({ kind: 'power_of_attorney', number: power.number, decision: 'revoke' })}
          >
            <p>{t('users.revoke_power_about', { person: power.person })}</p>
          </ConfirmButton>
        </div>
      )}
    </SidePanel>
  );
}
