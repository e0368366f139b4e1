// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { effectTones } from './standing';

type Standing = Schemas['Standing'];
const kPage = 100;
const kEffects = ['blocked', 'restricted'] as const;

/** Participants who may not do everything, and why. */
export default function Standings() {
  const t = useText();
  const go = useGo();
  const [address, setAddress] = useAddress();
  const effect = kEffects.find((one) => one === address.effect) ?? 'blocked';
  const list = usePages(
    ['operator', 'standings', effect],
    (after: number | undefined) => call(api.GET('/api/v1/operator/standings', { params: { query: { effect, limit: kPage, after } } })),
    (page): Standing[] => page.standings,
  );
  const columns: TableColumn<Standing>[] = [
    { id: 'name', name: t('operator_participants.name'), width: '2fr', cell: (row) => row.name },
    { id: 'tax', name: t('operator_participants.tax_id'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'standing', name: t('operator_participants.standing'), cell: (row) => <Status tone={effectTones[row.effect]}>{t(`operator_participants.effect.${row.effect}`)}</Status> },
    { id: 'why', name: t('operator_participants.why'), width: '3fr', cell: (row) => row.reasons.map((reason) => reason.title).join(' · ') },
    { id: 'since', name: t('operator_participants.since'), kind: 'moment', cell: (row) => (row.reasons[0] ? <Moment at={row.reasons[0].since} /> : '') },
  ];
  return (
    <>
      <PageHeader title={t('operator_participants.standings')} about={t('operator_participants.standings_about')} actions={<ExportList name="standings" columns={columns} list={list} />} />
      <div className="row" role="search">
        <Select
          label={t('operator_participants.standing')}
          choices={kEffects.map((id) => ({ id, name: t(`operator_participants.effect.${id}`) }))}
          selectedKey={effect}
          onSelectionChange={(key) => setAddress({ effect: String(key) })}
        />
      </div>
      <ListTable
        label={t('operator_participants.standings')}
        list={list}
        idOf={(row) => row.tax_id}
        onOpen={(row) => go(`/operator/participants/${row.tax_id}`)}
        columns={columns}
        empty={<EmptyState title={t('operator_participants.none_so')}>{t('operator_participants.none_so_about')}</EmptyState>}
      />
    </>
  );
}
