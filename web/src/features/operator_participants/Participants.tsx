// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { useSystem, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { TextField } from '@/ui/fields';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { effectTones } from './standing';

type Found = Schemas['FoundParticipant'];
const kPage = 100;
const kFilters = ['query', 'standing'] as const;
const kLeast = 2;
const kEffects = ['blocked', 'restricted', 'good'] as const;

/** Participants by the beginning of their tax number or a part of their name. */
export default function Participants() {
  const t = useText();
  const go = useGo();
  const system = useSystem();
  const views = useSavedViews('operator_participants');
  const [{ query = '', ...address }, setAddress] = useAddress();
  const standing = kEffects.find((one) => one === address.standing);
  const [typed, setTyped] = useState(query);
  const [before, setBefore] = useState(query);
  if (before !== query) {
    setBefore(query);
    setTyped(query);
  }
  const partName = (code: string) => system?.participant_types.find((one) => one.code === code)?.name ?? code;
  const named = query.length >= kLeast;
  const list = usePages(
    ['operator', 'participants', query, standing],
    (after: number | undefined) =>
      call(api.GET('/api/v1/operator/participants', { params: { query: { query: named ? query : undefined, standing, limit: kPage, after } } })),
    (page): Found[] => page.participants,
    named || standing !== undefined,
  );
  const columns: TableColumn<Found>[] = [
    { id: 'name', name: t('operator_participants.name'), width: '3fr', cell: (row) => row.name },
    { id: 'tax', name: t('operator_participants.tax_id'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'types', name: t('operator_participants.types'), width: '2fr', cell: (row) => row.types.map(partName).join(', ') },
    {
      id: 'standing',
      name: t('operator_participants.standing'),
      cell: (row) => <Status tone={effectTones[row.standing]}>{t(`operator_participants.effect.${row.standing}`)}</Status>,
    },
  ];
  return (
    <>
      <PageHeader title={t('operator_participants.title')} about={t('operator_participants.about')} actions={<ExportList name="participants" columns={columns} list={list} />} />
      <div className="row row-end" role="search">
        <form
          className="row row-end"
          onSubmit={(event) => {
            event.preventDefault();
            setAddress({ query: typed.trim() });
          }}
        >
          <TextField label={t('operator_participants.query')} value={typed} onChange={setTyped} autoFocus />
          <Button look="main" type="submit" isDisabled={typed.trim().length < kLeast && !(standing && !typed.trim())}>
            {t('operator_participants.find')}
          </Button>
          <Select
            label={t('operator_participants.standing')}
            choices={[{ id: '', name: t('operator_participants.any') }, ...kEffects.map((id) => ({ id, name: t(`operator_participants.effect.${id}`) }))]}
            selectedKey={standing ?? ''}
            onSelectionChange={(key) => setAddress({ standing: String(key ?? '') })}
          />
        </form>
        <SavedViews {...views} fields={kFilters} />
      </div>
      {!named && !standing ? (
        <EmptyState title={t('operator_participants.begin')}>{t('operator_participants.begin_about')}</EmptyState>
      ) : (
        <ListTable
          label={t('operator_participants.title')}
          list={list}
          idOf={(row) => row.tax_id}
          onOpen={(row) => go(`/operator/participants/${row.tax_id}`)}
          columns={columns}
          empty={<EmptyState title={t('operator_participants.none')}>{t(emptyText(named, standing !== undefined))}</EmptyState>}
        />
      )}
    </>
  );
}

/** Why a list is empty: nobody of that name, nobody in that standing, or not both at once. */
function emptyText(named: boolean, inStanding: boolean): string {
  if (named && inStanding) return 'operator_participants.none_fit';
  return inStanding ? 'operator_participants.none_so_about' : 'operator_participants.none_about';
}
