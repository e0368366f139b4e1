// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { everyRow, usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { registrarName, useRegistrars } from '@/api/registrars';
import { inAddress } from '@/api/whole_numbers';
import type { Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { momentCell } from '@/ui/table_file';
import { useText } from '@/ui/text';
import { Count, Moment } from '@/ui/values';

type Told = Schemas['PrintRecord'];
const kPage = 200;
const kFilters = ['registrar', 'order'] as const;

/** What was reported as printed, graded and lost; the codes are in the documents. */
export default function PrintReports() {
  const t = useText();
  const go = useGo();
  const [{ registrar, order }, setAddress] = useAddress();
  const views = useSavedViews('printing');
  const { registrars = [], access = [] } = useRegistrars() ?? {};
  const query = { registrar: registrar ? inAddress(registrar) : undefined, production_order: order };
  const ask = (before: string | undefined) => call(api.GET('/api/v1/printing', { params: { query: { ...query, before, limit: kPage } } }));
  const list = usePages(['printing', query], ask, (page): Told[] => page.records);
  const nameOf = (number: string | null | undefined): string => {
    const one = registrars.find((known) => known.number === number);
    return one ? registrarName(one, access) : (number ?? '');
  };
  const whatOf = (row: Told) => (row.grade ? t('printing.graded_as', { grade: row.grade }) : t(`printing.what.${row.what}`));
  const written = async (inHand: RowsInHand) => {
    const rows = await everyRow(ask, (page): Told[] => page.records, inHand);
    const names = ['printing.what', 'printing.registrar', 'printing.production_order', 'printing.line', 'printing.codes', 'printing.at', 'printing.document'];
    return [
      names.map((name) => t(name)),
      ...rows.map((row) => [whatOf(row), nameOf(row.registrar), row.production_order, row.line, row.codes, momentCell(row.at), row.document]),
    ];
  };
  const filters = [
    ...(registrar ? [{ id: 'registrar', text: nameOf(registrar) }] : []),
    ...(order ? [{ id: 'order', text: t('printing.of_order', { order }) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('printing.reports')}
        about={t('printing.reports_about')}
        actions={<ExportTable name="printing" rows={written} isDisabled={!list.rows.length} />}
      />
      <FilterBar views={<SavedViews {...views} fields={kFilters} />} filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ registrar: undefined, order: undefined })}>
        {registrars.length > 0 && (
          <Select
            label={t('printing.registrar')}
            choices={registrars.map((one) => ({ id: one.number, name: registrarName(one, access), about: one.place }))}
            selectedKey={registrar ?? null}
            onSelectionChange={(key) => setAddress({ registrar: key === null ? undefined : String(key) })}
          />
        )}
        <FindField label={t('printing.production_order')} action={t('printing.find')} maxLength={100} onFind={(text) => setAddress({ order: text })} />
      </FilterBar>
      <ListTable
        label={t('printing.reports')}
        list={list}
        idOf={(row) => `${row.document} ${row.what} ${row.grade}`}
        onOpen={(row) => go(`/documents/${row.document}`)}
        columns={[
          { id: 'what', name: t('printing.what'), width: '1fr', cell: whatOf },
          { id: 'codes', name: t('printing.codes'), kind: 'number', width: 110, cell: (row) => <Count value={row.codes} /> },
          { id: 'at', name: t('printing.at'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
          ...(registrars.length ? [{ id: 'registrar', name: t('printing.registrar'), cell: (row: Told) => nameOf(row.registrar) }] : []),
          { id: 'order', name: t('printing.production_order'), cell: (row) => row.production_order },
          { id: 'line', name: t('printing.line'), cell: (row) => row.line },
        ]}
        empty={
          filters.length ? (
            <EmptyState title={t('printing.none_so')}>{t('printing.none_so_about')}</EmptyState>
          ) : (
            <EmptyState title={t('printing.no_reports')} action={<ButtonLink href="/printing">{t('printing.title')}</ButtonLink>}>
              {t('printing.no_reports_about')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
