// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ExportList } from '@/ui/ExportList';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText } from '@/ui/form_fields';
import { ListTable } from '@/ui/ListTable';
import { Dialog, SidePanel } from '@/ui/overlays';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment } from '@/ui/values';

type Prefix = Schemas['CompanyPrefix'];
const kPage = 100;

/** Whose numbers of goods begin with which digits. */
export default function Prefixes() {
  const t = useText();
  const [assigning, setAssigning] = useState(false);
  const [{ prefix: opened }, setAddress] = useAddress();
  const list = usePages(
    ['prefixes'],
    (after: string | undefined) => call(api.GET('/api/v1/prefixes', { params: { query: { limit: kPage, after } } })),
    (page): Prefix[] => page.prefixes,
  );
  const shown = list.rows.find((one) => one.prefix === opened);
  const columns: TableColumn<Prefix>[] = [
    { id: 'prefix', name: t('operator_catalogue.prefix'), kind: 'code', cell: (row) => row.prefix },
    { id: 'company', name: t('operator_catalogue.company'), width: '2fr', cell: (row) => row.company },
    { id: 'tax', name: t('operator_catalogue.tax_id'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'source', name: t('operator_catalogue.source'), width: '2fr', cell: (row) => row.source },
    { id: 'at', name: t('operator_catalogue.assigned'), kind: 'moment', cell: (row) => <Moment at={row.assigned_at} /> },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_catalogue.prefixes')}
        about={t('operator_catalogue.prefixes_about')}
        actions={
          <>
            <ExportList name="prefixes" columns={columns} list={list} />
            <Button look="main" onPress={() => setAssigning(true)}>
              {t('operator_catalogue.assign')}
            </Button>
          </>
        }
      />
      <ListTable
        label={t('operator_catalogue.prefixes')}
        list={list}
        idOf={(row) => row.prefix}
        onOpen={(row) => setAddress({ prefix: row.prefix }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_catalogue.no_prefixes')}>{t('operator_catalogue.no_prefixes_about')}</EmptyState>}
      />
      <Dialog title={t('operator_catalogue.assign')} isOpen={assigning} onClose={() => setAssigning(false)}>
        <Assign onDone={() => setAssigning(false)} />
      </Dialog>
      {shown && <PrefixPanel prefix={shown} onClose={() => setAddress({ prefix: undefined })} />}
    </>
  );
}

function PrefixPanel({ prefix, onClose }: { prefix: Prefix; onClose: () => void }) {
  const t = useText();
  const withdraw = useConfirmed({
    onDone: () => {
      toast(t('operator_catalogue.withdrawn'));
      onClose();
    },
  });
  const send = () => {
    const body = { kind: 'withdraw_prefix', prefix: prefix.prefix } satisfies Schemas['WithdrawPrefix'];
    withdraw.mutate({ path: `/api/v1/operator/prefixes/${prefix.prefix}/withdrawal`, body });
  };
  return (
    <SidePanel title={prefix.prefix} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('operator_catalogue.company'), prefix.company],
          [t('operator_catalogue.tax_id'), <span key="tax" className="mono">{prefix.tax_id}</span>],
          [t('operator_catalogue.source'), prefix.source],
          [t('operator_catalogue.assigned'), <Moment key="at" at={prefix.assigned_at} />],
        ]}
      />
      {withdraw.error && <AgentNotice error={withdraw.error} />}
      <div>
        <ConfirmButton
          label={t('operator_catalogue.withdraw')}
          look="danger"
          word={prefix.prefix}
          isDisabled={withdraw.isPending}
          onConfirm={send}
        >
          <p>{t('operator_catalogue.withdraw_about', { company: prefix.company })}</p>
        </ConfirmButton>
      </div>
    </SidePanel>
  );
}

function Assign({ onDone }: { onDone: () => void }) {
  const t = useText();
  const form = useForm({ defaultValues: { prefix: '', tax_id: '', source: '' } });
  const assign = useConfirmed<Prefix>({
    onDone: (assigned) => {
      toast(t('operator_catalogue.assigned_to', { company: assigned.company }));
      onDone();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const needed = { required: t('operator_catalogue.needed') };
  const send = form.handleSubmit((fields) => {
    const body: Schemas['AssignPrefix'] = { kind: 'assign_prefix', prefix: fields.prefix.trim(), tax_id: fields.tax_id.trim(), source: fields.source.trim() };
    assign.mutate({ path: '/api/v1/operator/prefixes', body });
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <FormText control={form.control} name="prefix" rules={needed} label={t('operator_catalogue.prefix')} hint={t('operator_catalogue.prefix_hint')} mono inputMode="numeric" />
      <FormText control={form.control} name="tax_id" rules={needed} label={t('operator_catalogue.tax_id')} mono inputMode="numeric" />
      <FormText control={form.control} name="source" rules={needed} label={t('operator_catalogue.source')} hint={t('operator_catalogue.source_hint')} />
      {assign.error && !mistakesOf(form.formState.errors).length && <AgentNotice error={assign.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={assign.isPending}>
          {t('operator_catalogue.sign')}
        </Button>
      </div>
    </form>
  );
}
