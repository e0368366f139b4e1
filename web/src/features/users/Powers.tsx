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
import { ExportTable } from '@/ui/ExportTable';
import { Dialog, SidePanel } from '@/ui/overlays';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Status, type Tone } from '@/ui/values';
import { writtenRows } from '@/ui/written_rows';
import { useAddress } from '@/ui/address';
import { Allowed } from './Allowed';
import { GivePower } from './GivePower';

type Power = Schemas['PowerOfAttorney'];

function powerState(power: Power): { tone: Tone; text: string } {
  if (power.revoked) return { tone: 'bad', text: 'users.power.revoked' };
  return power.valid ? { tone: 'good', text: 'users.power.valid' } : { tone: 'neutral', text: 'users.power.not_valid' };
}

function PowerState({ power }: { power: Power }) {
  const t = useText();
  const { tone, text } = powerState(power);
  return <Status tone={tone}>{t(text)}</Status>;
}

/** Powers of attorney: who acts for the organisation with a personal certificate. */
export default function Powers() {
  const t = useText();
  const [{ power: opened }, setAddress] = useAddress();
  const [giving, setGiving] = useState(false);
  const list = useQuery({ queryKey: ['powers'], queryFn: () => call(api.GET('/api/v1/powers-of-attorney')) });
  const rows = list.data?.powers ?? [];
  const shown = rows.find((one) => one.number === opened);
  const columns: TableColumn<Power>[] = [
    { id: 'person', name: t('users.representative'), width: '2fr', cell: (row) => row.person },
    { id: 'number', name: t('users.number'), kind: 'code', cell: (row) => row.number },
    { id: 'person_id', name: t('users.person_id'), kind: 'code', cell: (row) => row.person_id },
    { id: 'from', name: t('users.first_day'), kind: 'day', cell: (row) => <Day date={row.from} /> },
    { id: 'until', name: t('users.last_day'), kind: 'day', cell: (row) => <Day date={row.until} /> },
    { id: 'state', name: t('users.state'), cell: (row) => <PowerState power={row} />, written: (row) => t(powerState(row).text) },
  ];
  return (
    <>
      <PageHeader
        title={t('users.powers')}
        about={t('users.powers_about')}
        actions={
          <>
            <ExportTable name="powers_of_attorney" rows={() => writtenRows(columns, rows)} isDisabled={!rows.length} />
            <Button look="main" onPress={() => setGiving(true)}>
              {t('users.give_power')}
            </Button>
          </>
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <SortedTable
          label={t('users.powers')}
          rows={rows}
          idOf={(row) => row.number}
          onOpen={(row) => setAddress({ power: row.number }, { step: true })}
          columns={columns}
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
