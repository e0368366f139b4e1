// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { groupsQuery } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { TextField } from '@/ui/fields';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FilterBar, type Filter } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Day, Status } from '@/ui/values';
import './site.css';

const kModes = ['mandatory', 'pilot'] as const;

/** Which goods are marked, and since when. */
export default function Groups() {
  const t = useText();
  const [{ text = '', mode = '' }, setAddress] = useAddress();
  const groups = useQuery(groupsQuery);
  const sought = text.trim().toLocaleLowerCase();
  const shown = groups.data?.groups.filter(
    (one) => (!mode || one.mode === mode) && (!sought || one.name.toLocaleLowerCase().includes(sought) || one.group.includes(sought)),
  );
  const filters: Filter[] = mode ? [{ id: 'mode', text: t(`public_site.mode.${mode}`) }] : [];
  return (
    <>
      <PageHeader title={t('app.groups')} about={t('public_site.groups_about')} />
      <FilterBar filters={filters} onRemove={() => setAddress({ mode: undefined })} onClear={() => setAddress({ mode: undefined, text: undefined })}>
        <TextField label={t('public_site.group_name')} value={text} onChange={(value) => setAddress({ text: value })} />
        <Select
          label={t('public_site.mode')}
          value={mode || null}
          onChange={(value) => setAddress({ mode: value === null ? undefined : String(value) })}
          choices={kModes.map((id) => ({ id, name: t(`public_site.mode.${id}`) }))}
        />
      </FilterBar>
      {groups.error && <ErrorNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <Skeleton />}
      {shown?.length === 0 && <EmptyState title={t('public_site.no_group')}>{t('public_site.no_group_about')}</EmptyState>}
      <div className="grid">
        {shown?.map((one) => (
          <Link key={one.group} href={`/groups/${one.group}`} className="card card-choice">
            <h2>{one.name}</h2>
            <Status tone={one.mode === 'mandatory' ? 'good' : 'main'}>{t(`public_site.mode.${one.mode}`)}</Status>
            {one.mandatory_from && (
              <span className="quiet">
                {t('public_site.mandatory_from')} <Day date={one.mandatory_from} />
              </span>
            )}
            {!one.ordering_open && <span className="quiet">{t('public_site.ordering_closed')}</span>}
          </Link>
        ))}
      </div>
    </>
  );
}
