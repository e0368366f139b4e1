// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { everyRow, usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { inAddress } from '@/api/whole_numbers';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { ListTable } from '@/ui/ListTable';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment, Status, type Tone } from '@/ui/values';
import { RegistrarPanel } from './RegistrarPanel';

type Registrar = Schemas['Registrar'];
const kPage = 100;
const kLateDays = 3;
const kStates = ['applied', 'active', 'suspended', 'withdrawn', 'refused'] as const;
const kTones: Record<Schemas['RegistrarState'], Tone> = { applied: 'main', active: 'good', suspended: 'warn', withdrawn: 'neutral', refused: 'bad' };

/** Registrars of all participants, those that wait first. */
export default function Registrars() {
  const t = useText();
  const [{ state: asked, registrar: opened }, setAddress] = useAddress();
  const state = kStates.find((one) => one === asked) ?? 'applied';
  const ask = (after: string | undefined) =>
    call(api.GET('/api/v1/operator/registrars', { params: { query: { state, limit: kPage, after: after ? inAddress(after) : undefined } } }));
  const list = usePages(['operator', 'registrars', state], ask, (page): Registrar[] => page.registrars);
  const shown = list.rows.find((one) => one.number === opened);
  const nameOf = (row: Registrar) => (row.kind === 'device' ? `${row.model} ${row.serial}` : t('printing.kind.remote'));
  const written = async (inHand: RowsInHand) => {
    const rows = await everyRow(ask, (page): Registrar[] => page.registrars, inHand);
    const names = ['operator_printing.participant', 'printing.kind', 'printing.model', 'printing.serial', 'printing.software', 'printing.access', 'printing.place', 'printing.state', 'printing.applied', 'printing.changed'];
    return [
      names.map((name) => t(name)),
      ...rows.map((row) => [row.tax_id ?? '', t(`printing.kind.${row.kind}`), row.model, row.serial, row.software, row.access, row.place, t(`printing.state.${row.state}`), row.applied, row.changed]),
    ];
  };
  return (
    <>
      <PageHeader
        title={t('operator_printing.registrars')}
        about={t('operator_printing.registrars_about')}
        actions={<ExportTable name={`registrars_${state}`} rows={written} isDisabled={!list.rows.length} />}
      />
      <div className="row" role="search">
        <Select
          label={t('printing.state')}
          choices={kStates.map((id) => ({ id, name: t(`printing.state.${id}`) }))}
          selectedKey={state}
          onSelectionChange={(key) => setAddress({ state: String(key) })}
        />
      </div>
      <ListTable
        label={t('operator_printing.registrars')}
        list={list}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ registrar: row.number }, { step: true })}
        columns={[
          { id: 'name', name: t('printing.registrar'), width: '2fr', cell: nameOf },
          { id: 'tax', name: t('operator_printing.participant'), kind: 'code', cell: (row) => row.tax_id ?? '' },
          { id: 'place', name: t('printing.place'), width: '1fr', cell: (row) => row.place },
          { id: 'state', name: t('printing.state'), width: 180, cell: (row) => <Status tone={kTones[row.state]}>{t(`printing.state.${row.state}`)}</Status> },
          state === 'applied'
            ? { id: 'waits', name: t('operator_printing.waits'), cell: (row) => <Since at={row.applied} late={kLateDays} /> }
            : { id: 'changed', name: t('printing.changed'), kind: 'moment', cell: (row) => <Moment at={row.changed} /> },
        ]}
        empty={
          <EmptyState title={t(state === 'applied' ? 'operator_printing.none_waits' : 'operator_printing.none_so')}>
            {t('operator_printing.none_about')}
          </EmptyState>
        }
      />
      {shown && <RegistrarPanel registrar={shown} title={nameOf(shown)} tone={kTones[shown.state]} onClose={() => setAddress({ registrar: undefined })} />}
    </>
  );
}
