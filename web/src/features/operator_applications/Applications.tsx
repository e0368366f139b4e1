// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { ApplicationPanel } from './ApplicationPanel';

type Application = Schemas['ReviewedApplication'];
const kPage = 100;
const kFilters = ['state'] as const;
const kLateDays = 3;
const kStates = ['manual', 'waiting', 'checking', 'approved', 'rejected', 'expired', 'withdrawn', 'completed'] as const;

/** Applications by state; those that wait for a person come first. */
export default function Applications() {
  const t = useText();
  const views = useSavedViews('operator_applications');
  const [{ state = 'manual', application: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'applications', state],
    (after: number | undefined) => call(api.GET('/api/v1/operator/applications', { params: { query: { state, limit: kPage, after } } })),
    (page): Application[] => page.applications,
  );
  const shown = list.rows.find((one) => one.number === opened);
  const open = state === 'manual' || state === 'waiting';
  const columns: TableColumn<Application>[] = [
    { id: 'name', name: t('operator_applications.organization'), width: '2fr', cell: (row) => row.organization },
    { id: 'tax_id', name: t('operator_applications.tax_id'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'person', name: t('operator_applications.person'), width: '2fr', cell: (row) => row.person },
    { id: 'at', name: t('operator_applications.came'), kind: 'moment', cell: (row) => <Moment at={row.submitted_at} /> },
    ...(open
      ? [{ id: 'waits', name: t('operator_applications.waits'), cell: (row: Application) => <Since at={row.submitted_at} late={kLateDays} /> }]
      : []),
    { id: 'number', name: t('operator_applications.number'), kind: 'code', cell: (row) => row.number },
  ];
  return (
    <>
      <PageHeader title={t('operator_applications.title')} about={t('operator_applications.about')} actions={<ExportList name="applications" columns={columns} list={list} />} />
      <div className="row row-end" role="search">
        <Select
          label={t('operator_applications.state')}
          choices={kStates.map((id) => ({ id, name: t(`operator_applications.state.${id}`) }))}
          selectedKey={state}
          onSelectionChange={(key) => setAddress({ state: String(key), application: undefined })}
        />
        <SavedViews {...views} fields={kFilters} />
      </div>
      <ListTable
        label={t('operator_applications.title')}
        list={list}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ application: row.number }, { step: true })}
        columns={columns}
        empty={
          <EmptyState title={t('operator_applications.none')}>
            {t(state === 'manual' ? 'operator_applications.none_manual' : 'operator_applications.none_other')}
          </EmptyState>
        }
      />
      {shown && <ApplicationPanel key={shown.number} application={shown} onClose={() => setAddress({ application: undefined })} />}
    </>
  );
}
