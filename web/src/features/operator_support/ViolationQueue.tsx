// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select, Switch } from '@/ui/choices';
import { Due } from '@/ui/Due';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Badge, Moment, Status } from '@/ui/values';
import { deskQuery, reportStates, reportTones, type Report } from './desk';
import { ViolationPanel } from './ViolationPanel';

const kPage = 100;
const kFilters = ['state', 'kind', 'overdue'] as const;
const kAll = 'all';
const waiting = (state: string) => state === 'received' || state === 'in_work';

/** What consumers saw in shops, the oldest first. */
export default function ViolationQueue() {
  const t = useText();
  const kinds = useQuery(deskQuery).data?.violations ?? [];
  const views = useSavedViews('operator_violations');
  const [{ state = 'received', kind, overdue, violation: opened }, setAddress] = useAddress();
  const late = overdue !== undefined || undefined;
  const list = usePages(
    ['operator', 'violations', state, kind, late],
    (after: string | undefined) =>
      call(
        api.GET('/api/v1/operator/violations', {
          params: { query: { state: state === kAll ? undefined : (state as Schemas['ViolationState']), kind, overdue: late, limit: kPage, after } },
        }),
      ),
    (page): Report[] => page.violations,
  );
  const waits = waiting(state);
  const columns: TableColumn<Report>[] = [
    { id: 'kind', name: t('operator_support.kind'), width: '2fr', cell: (row) => row.violation.kind_name },
    { id: 'goods', name: t('operator_support.goods'), width: '2fr', cell: (row) => row.violation.product ?? row.violation.gtin ?? row.violation.code ?? '—' },
    { id: 'shop', name: t('operator_support.shop'), width: '2fr', cell: (row) => row.violation.shop ?? row.violation.address ?? '—' },
    ...(waits
      ? [{ id: 'due', name: t('operator_support.decide_by'), width: 180, cell: (row: Report) => row.due_at && <Due at={row.due_at} /> }]
      : [
          {
            id: 'state',
            name: t('operator_support.state'),
            width: 180,
            cell: (row: Report) => <Status tone={reportTones[row.violation.state]}>{t(`operator_support.report.${row.violation.state}`)}</Status>,
          },
          { id: 'at', name: t('operator_support.reported'), kind: 'moment' as const, cell: (row: Report) => <Moment at={row.violation.reported_at} /> },
        ]),
    { id: 'taken', name: t('operator_support.taken_by'), cell: (row) => (row.taken_by ? <Badge tone="main">{row.taken_by}</Badge> : t('operator_support.nobody')) },
  ];
  return (
    <>
      <PageHeader title={t('operator_support.violations')} about={t('operator_support.violations_about')} actions={<ExportList name="violations" columns={columns} list={list} />} />
      <div className="row row-end" role="search">
        <Select
          label={t('operator_support.state')}
          choices={[...reportStates.map((id) => ({ id, name: t(`operator_support.report.${id}`) })), { id: kAll, name: t('operator_support.any') }]}
          selectedKey={state}
          onSelectionChange={(key) => setAddress({ state: String(key), ...(waiting(String(key)) ? {} : { overdue: undefined }) })}
        />
        <Select
          label={t('operator_support.kind')}
          choices={[{ id: '', name: t('operator_support.any') }, ...kinds.map((one) => ({ id: one.kind, name: one.name }))]}
          selectedKey={kind ?? ''}
          onSelectionChange={(key) => setAddress({ kind: String(key ?? '') })}
        />
        {waits && (
          <Switch isSelected={late === true} onChange={(on) => setAddress({ overdue: on ? 'only' : undefined })}>
            {t('operator_support.only_overdue')}
          </Switch>
        )}
        <SavedViews {...views} fields={kFilters} />
      </div>
      <ListTable
        label={t('operator_support.violations')}
        list={list}
        idOf={(row) => row.violation.violation}
        onOpen={(row) => setAddress({ violation: row.violation.violation }, { step: true })}
        columns={columns}
        empty={
          <EmptyState title={t('operator_support.no_violations')}>
            {t(late ? 'operator_support.no_late_violations' : state === 'received' && !kind ? 'operator_support.no_violations_about' : 'operator_support.no_violations_so')}
          </EmptyState>
        }
      />
      {opened && <ViolationPanel key={opened} number={opened} onClose={() => setAddress({ violation: undefined })} />}
    </>
  );
}
