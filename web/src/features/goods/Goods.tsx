// SPDX-License-Identifier: Apache-2.0
import { pathWith, saveFile } from '@/api/files';
import { useLongWork } from '@/api/long_work';
import { useSavedViews } from '@/api/preferences';
import { useMe } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FilterBar } from '@/ui/FilterBar';
import { ButtonLink } from '@/ui/Link';
import { Menu } from '@/ui/overlays';
import { SavedViews } from '@/ui/SavedViews';
import { PageHeader, ProgressBar } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useText } from '@/ui/text';
import { cardStates, useGroups } from './card_queries';
import { CardList } from './CardList';
import { DraftList } from './DraftList';
import { SearchWords } from './SearchWords';
import './goods.css';

const kFilters = ['text', 'state', 'group'] as const;

/** Own goods: cards that were sent, and those that are being written. */
export default function Goods() {
  const t = useText();
  const me = useMe();
  const views = useSavedViews('goods');
  const groups = useGroups();
  const [{ state, group, text, show }, setAddress] = useAddress();
  const exporting = useLongWork((format: string, inHand) =>
    saveFile(pathWith('/api/v1/card-tables/export', { format, state, group, text }), `cards.${format}`, inHand),
  );
  const groupName = (code: string) => groups.data?.groups.find((one) => one.group === code)?.name ?? code;
  const mayEdit = me?.rights.includes('edit_goods');
  const filters = [
    ...(text ? [{ id: 'text', text: String(text) }] : []),
    ...(state ? [{ id: 'state', text: t(`goods.state.${state}`) }] : []),
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('goods.title')}
        about={t('goods.about')}
        actions={
          <>
            <Menu
              label={t('goods.export')}
              choices={['xlsx', 'csv'].map((id) => ({ id, name: t(`goods.table.${id}`), onAction: () => exporting.begin(id) }))}
            >
              <Button isDisabled={exporting.isPending}>
                {t('goods.export')} <span aria-hidden="true">▾</span>
              </Button>
            </Menu>
            {mayEdit && <ButtonLink href="/goods/import">{t('goods.import')}</ButtonLink>}
            {mayEdit && (
              <ButtonLink href="/goods/new" look="main">
                {t('goods.new')}
              </ButtonLink>
            )}
          </>
        }
      />
      {exporting.isPending && <ProgressBar label={t('ui.fetching')} value={exporting.percent} onCancel={exporting.cancel} />}
      {exporting.error && <ErrorNotice error={exporting.error} />}
      <Tabs
        label={t('goods.title')}
        selectedKey={show === 'drafts' ? 'drafts' : 'cards'}
        onSelectionChange={(key) => setAddress({ show: key === 'drafts' ? 'drafts' : undefined })}
        sheets={[
          {
            id: 'cards',
            name: t('goods.cards'),
            content: (
              <div className="stack">
                <FilterBar
                  filters={filters}
                  onRemove={(id) => setAddress({ [id]: undefined })}
                  onClear={() => setAddress({ text: undefined, state: undefined, group: undefined })}
                  views={<SavedViews {...views} fields={kFilters} />}
                >
                  <SearchWords name="text" label={t('goods.words')} />
                  <Select
                    label={t('goods.state')}
                    choices={cardStates.map((id) => ({ id, name: t(`goods.state.${id}`) }))}
                    selectedKey={state ?? null}
                    onSelectionChange={(key) => setAddress({ state: String(key) })}
                  />
                  <Select
                    label={t('goods.group')}
                    choices={groups.data?.groups.map((one) => ({ id: one.group, name: one.name })) ?? []}
                    selectedKey={group ?? null}
                    onSelectionChange={(key) => setAddress({ group: String(key) })}
                  />
                </FilterBar>
                <CardList state={state} group={group} text={text === undefined ? undefined : String(text)} groupName={groupName} />
              </div>
            ),
          },
          { id: 'drafts', name: t('goods.drafts'), content: <DraftList groupName={groupName} /> },
        ]}
      />
    </>
  );
}
