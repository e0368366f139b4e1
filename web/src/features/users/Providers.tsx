// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { useGroupName, useMay, useMe, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { useAddress } from '@/ui/address';
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
import { Day, Facts, Status } from '@/ui/values';
import { writtenRows } from '@/ui/written_rows';
import { Allowed } from './Allowed';
import { AppointProvider } from './AppointProvider';

type Mandate = Schemas['Mandate'];

/** Others who order and report codes in one's name, and those for whom one does it. */
export default function Providers() {
  const t = useText();
  const may = useMay();
  const me = useMe()?.participant.tax_id;
  const [{ mandate: opened }, setAddress] = useAddress();
  const [appointing, setAppointing] = useState(false);
  const list = useQuery({ queryKey: ['mandates'], queryFn: () => call(api.GET('/api/v1/mandates', { params: { query: { limit: 500 } } })) });
  const rows = list.data?.mandates ?? [];
  const shown = rows.find((one) => one.mandate === opened);
  const columns: TableColumn<Mandate>[] = [
    { id: 'provider', name: t('users.provider'), width: '2fr', cell: (row) => row.provider_name },
    { id: 'principal', name: t('users.principal'), width: '2fr', cell: (row) => (row.principal === me ? t('users.we') : row.principal_name) },
    { id: 'from', name: t('users.first_day'), kind: 'day', cell: (row) => <Day date={row.from} /> },
    { id: 'until', name: t('users.last_day'), kind: 'day', cell: (row) => <Day date={row.until} /> },
    {
      id: 'state',
      name: t('users.state'),
      cell: (row) => <Status tone={row.in_force ? 'good' : 'neutral'}>{t(row.in_force ? 'users.mandate.in_force' : 'users.mandate.ended')}</Status>,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('users.providers')}
        about={t('users.providers_about')}
        actions={
          <>
            <ExportTable name="providers" rows={() => writtenRows(columns, rows)} isDisabled={!rows.length} />
            {may('powers_of_attorney') && (
              <Button look="main" onPress={() => setAppointing(true)}>
                {t('users.appoint')}
              </Button>
            )}
          </>
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <SortedTable
          label={t('users.providers')}
          rows={rows}
          idOf={(row) => row.mandate}
          onOpen={(row) => setAddress({ mandate: row.mandate }, { step: true })}
          columns={columns}
          empty={<EmptyState title={t('users.no_providers')}>{t('users.no_providers_about')}</EmptyState>}
        />
      )}
      <Dialog title={t('users.appoint')} isOpen={appointing} onClose={() => setAppointing(false)}>
        <AppointProvider onDone={() => setAppointing(false)} />
      </Dialog>
      {shown && <MandatePanel mandate={shown} mayEnd={may('powers_of_attorney')} onClose={() => setAddress({ mandate: undefined })} />}
    </>
  );
}

function MandatePanel({ mandate, mayEnd, onClose }: { mandate: Mandate; mayEnd: boolean; onClose: () => void }) {
  const t = useText();
  const groupName = useGroupName();
  const dismiss = useDocument({ onDone: () => toast(t('users.dismissed')) });
  return (
    <SidePanel title={mandate.provider_name} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('users.provider'), `${mandate.provider_name} (${mandate.provider})`],
          [t('users.principal'), `${mandate.principal_name} (${mandate.principal})`],
          [t('users.groups'), mandate.groups.map(groupName).join(', ') || t('users.all_groups')],
          [t('users.first_day'), <Day key="from" date={mandate.from} />],
          [t('users.last_day'), <Day key="until" date={mandate.until} />],
        ]}
      />
      <Allowed rights={mandate.rights} />
      {dismiss.error && <AgentNotice error={dismiss.error} />}
      {mandate.in_force && mayEnd && (
        <div>
          <ConfirmButton
            label={t('users.dismiss')}
            look="danger"
            isDisabled={dismiss.isPending}
            onConfirm={() => dismiss.mutate({ kind: 'dismiss_provider', mandate: mandate.mandate })}
          >
            <p>{t('users.dismiss_about')}</p>
          </ConfirmButton>
        </div>
      )}
    </SidePanel>
  );
}
