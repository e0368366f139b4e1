// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { inAddress } from '@/api/whole_numbers';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar, type Filter } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { isKind, kinds, states, tones, type Letter } from './kinds';
import { LetterPanel } from './LetterPanel';

const kPage = 100;
const kFilters = ['state', 'to', 'text'] as const;
const kLongestAddress = 254;

/** What became of the letters of the system: to whom, of what, sent or not and why. */
export default function Letters() {
  const t = useText();
  const views = useSavedViews('operator_letters');
  const [{ state, to, text, letter: opened }, setAddress] = useAddress();
  const wanted = states.find((one) => one === state);
  const list = usePages(
    ['operator', 'letters', wanted, to, text],
    (next: string | undefined) =>
      call(api.GET('/api/v1/operator/letters', { params: { query: { state: wanted, to, text, before: next === undefined ? undefined : inAddress(next), limit: kPage } } })),
    (page): Letter[] => page.letters,
  );
  const nameOf = (kind: string): string => (isKind(kind) ? t(`operator_letters.kind.${kind}`) : kind);
  const filters: Filter[] = [
    ...(wanted ? [{ id: 'state', text: t(`operator_letters.state.${wanted}`) }] : []),
    ...(text ? [{ id: 'text', text: nameOf(text) }] : []),
    ...(to ? [{ id: 'to', text: t('operator_letters.to_address', { to }) }] : []),
  ];
  const any = { id: '', name: t('operator_letters.any') };
  const columns: TableColumn<Letter>[] = [
    { id: 'kind', name: t('operator_letters.kind'), width: '2fr', cell: (letter) => nameOf(letter.text) },
    { id: 'to', name: t('operator_letters.to'), width: '2fr', cell: (letter) => letter.to },
    { id: 'company', name: t('operator_letters.company'), width: '1fr', cell: (letter) => letter.company ?? '' },
    { id: 'state', name: t('operator_letters.state'), width: 160, cell: ({ state: stands }) => <Status tone={tones[stands]}>{t(`operator_letters.state.${stands}`)}</Status> },
    { id: 'created', name: t('operator_letters.created'), kind: 'moment', cell: (letter) => <Moment at={letter.created_at} /> },
  ];
  return (
    <>
      <PageHeader title={t('operator_letters.title')} about={t('operator_letters.about')} actions={<ExportList name="letters" columns={columns} list={list} />} />
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ state: undefined, to: undefined, text: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('operator_letters.state')}
          choices={[any, ...states.map((id) => ({ id, name: t(`operator_letters.state.${id}`) }))]}
          selectedKey={wanted ?? ''}
          onSelectionChange={(key) => setAddress({ state: String(key ?? '') })}
        />
        <Select
          label={t('operator_letters.kind')}
          choices={[any, ...kinds.map((id) => ({ id, name: nameOf(id) }))]}
          selectedKey={text ?? ''}
          onSelectionChange={(key) => setAddress({ text: String(key ?? '') })}
        />
        <FindField
          label={t('operator_letters.address')}
          action={t('operator_letters.find')}
          maxLength={kLongestAddress}
          onFind={(typed) => setAddress({ to: typed })}
        />
      </FilterBar>
      <ListTable
        label={t('operator_letters.title')}
        list={list}
        idOf={(letter) => letter.letter}
        onOpen={(letter) => setAddress({ letter: letter.letter }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_letters.none')}>{t('operator_letters.none_about')}</EmptyState>}
      />
      {opened && <LetterPanel letter={opened} nameOf={nameOf} onClose={() => setAddress({ letter: undefined })} />}
    </>
  );
}
