// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { ListTable } from '@/ui/ListTable';
import { Dialog, SidePanel } from '@/ui/overlays';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Facts, Moment, Status } from '@/ui/values';
import { DeclareRecall } from './DeclareRecall';

type Recall = Schemas['Recall'];
const kStates: readonly Recall['state'][] = ['in_force', 'lifted'];

/** Goods that nobody may sell: declared and lifted; a check of any code says it at once. */
export default function Recalls() {
  const t = useText();
  const [declaring, setDeclaring] = useState(false);
  const [{ recall: opened, state }, setAddress] = useAddress();
  const list = usePages(
    ['recalls', state],
    (before: string | undefined) => call(api.GET('/api/v1/operator/recalls', { params: { query: { state: kStates.find((one) => one === state), before, limit: 100 } } })),
    (page) => page.recalls,
  );
  const columns: TableColumn<Recall>[] = [
    { id: 'product', name: t('operator_codes.goods'), width: '2fr', cell: (row) => row.product || row.gtin },
    { id: 'gtin', name: 'GTIN', kind: 'code', width: 160, cell: (row) => row.gtin },
    { id: 'batch', name: t('operator_codes.batch'), width: '1fr', cell: (row) => row.batch ?? t('operator_codes.every_batch') },
    { id: 'state', name: t('operator_codes.state'), width: 140, cell: (row) => <StateOf recall={row} />, written: (row) => t(`operator_codes.recall_state.${row.state}`) },
    { id: 'at', name: t('operator_codes.at'), kind: 'moment', cell: (row) => <Moment at={row.declared_at} /> },
    { id: 'by', name: t('operator_codes.person'), width: '1fr', cell: (row) => row.declared_by },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_codes.recalls')}
        about={t('operator_codes.recalls_about')}
        actions={
          <>
            <ExportList name="recalls" columns={columns} list={list} />
            <Button look="main" onPress={() => setDeclaring(true)}>
              {t('operator_codes.declare')}
            </Button>
          </>
        }
      />
      <FilterBar
        filters={state ? [{ id: 'state', text: t(`operator_codes.recall_state.${state}`) }] : []}
        onRemove={() => setAddress({ state: undefined })}
        onClear={() => setAddress({ state: undefined })}
      >
        <Select
          label={t('operator_codes.state')}
          choices={kStates.map((id) => ({ id, name: t(`operator_codes.recall_state.${id}`) }))}
          selectedKey={state ?? null}
          onSelectionChange={(key) => setAddress({ state: String(key) })}
        />
      </FilterBar>
      <ListTable
        label={t('operator_codes.recalls')}
        list={list}
        idOf={(row) => row.recall}
        onOpen={(row) => setAddress({ recall: row.recall }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_codes.no_recalls')}>{t('operator_codes.no_recalls_about')}</EmptyState>}
      />
      <Dialog title={t('operator_codes.declare')} isOpen={declaring} onClose={() => setDeclaring(false)}>
        <DeclareRecall onDone={() => setDeclaring(false)} />
      </Dialog>
      {opened && <RecallPanel number={opened} onClose={() => setAddress({ recall: undefined })} />}
    </>
  );
}

function StateOf({ recall }: { recall: Recall }) {
  const t = useText();
  return <Status tone={recall.state === 'in_force' ? 'bad' : 'neutral'}>{t(`operator_codes.recall_state.${recall.state}`)}</Status>;
}

/** One recall, and how far it has come. */
function RecallPanel({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['recalls', 'one', number],
    queryFn: () => call(api.GET('/api/v1/operator/recalls/{recall}', { params: { path: { recall: number } } })),
  });
  const lift = useDocument({
    onDone: () => {
      toast(t('operator_codes.lifted'));
      onClose();
    },
  });
  const recall = data?.recall;
  return (
    <SidePanel title={recall ? recall.product || recall.gtin : number} isOpen onClose={onClose}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {recall && (
        <Facts
          rows={[
            [t('operator_codes.state'), <StateOf key="state" recall={recall} />],
            ['GTIN', <span key="gtin" className="mono">{recall.gtin}</span>],
            [t('operator_codes.batch'), recall.batch ?? t('operator_codes.every_batch')],
            [t('operator_codes.produced'), recall.produced_from || recall.produced_to ? `${recall.produced_from ?? '…'} – ${recall.produced_to ?? '…'}` : t('operator_codes.any_day')],
            [t('operator_codes.why'), recall.reason],
            [t('operator_codes.instruction'), recall.instruction],
            [t('operator_codes.at'), <Moment key="at" at={recall.declared_at} />],
            [t('operator_codes.person'), recall.declared_by],
            ...(recall.lifted_at ? [[t('operator_codes.was_lifted'), <Moment key="lifted" at={recall.lifted_at} />] as [string, React.ReactNode]] : []),
          ]}
        />
      )}
      {data && <Progress {...data} />}
      {lift.error && <AgentNotice error={lift.error} />}
      {recall?.state === 'in_force' && (
        <div>
          <ConfirmButton label={t('operator_codes.lift')} isDisabled={lift.isPending} onConfirm={() => lift.mutate({ kind: 'lift_recall', recall: number })}>
            <p>{t('operator_codes.lift_about')}</p>
          </ConfirmButton>
        </div>
      )}
    </SidePanel>
  );
}

function Progress({ progress, holders }: Schemas['WholeRecall']) {
  const t = useText();
  return (
    <section className="stack-tight">
      <h3>{t('operator_codes.progress')}</h3>
      <Facts
        rows={[
          [t('operator_codes.in_circulation'), <Count key="in" value={progress.in_circulation} />],
          [t('operator_codes.holders'), <Count key="holders" value={holders} />],
          [t('operator_codes.out_of_circulation'), <Count key="out" value={progress.out_of_circulation} />],
          [t('operator_codes.not_introduced'), <Count key="not" value={progress.not_introduced} />],
          [t('operator_codes.written_off'), <Count key="off" value={progress.written_off} />],
        ]}
      />
      {!progress.complete && <p className="quiet small">{t('operator_codes.at_least')}</p>}
    </section>
  );
}
