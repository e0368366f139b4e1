// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useSavedViews } from '@/api/preferences';
import { useGroupName } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { ButtonLink } from '@/ui/Link';
import { SavedViews } from '@/ui/SavedViews';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Status } from '@/ui/values';
import { writtenRows } from '@/ui/written_rows';
import { useRoles, userTones, usersQuery, type User } from './people';
import { UserPanel } from './UserPanel';

const kFilters = ['state'] as const;
const kStates = ['invited', 'active', 'blocked'] as const;

const lastDay = (user: User): string | undefined =>
  user.certificates.flatMap((one) => (one.ends ? [one.ends.slice(0, 10)] : [])).sort().at(-1);

/** People of the organisation, and what each may do. */
export default function Users() {
  const t = useText();
  const views = useSavedViews('users');
  const [{ user: opened, state }, setAddress] = useAddress();
  const { nameOf } = useRoles();
  const groupName = useGroupName();
  const list = useQuery(usersQuery);
  const rows = list.data?.users.filter((one) => !state || one.state === state) ?? [];
  const shown = list.data?.users.find((one) => one.user === opened);
  const limitsOf = (user: User) => [...user.groups.map(groupName), ...user.places].join(', ') || t('users.no_limits');
  const columns: TableColumn<User>[] = [
    { id: 'person', name: t('users.person'), width: '2fr', cell: (row) => row.person },
    { id: 'roles', name: t('users.roles'), width: '2fr', cell: (row) => row.roles.map(nameOf).join(', ') },
    { id: 'state', name: t('users.state'), cell: (row) => <Status tone={userTones[row.state]}>{t(`users.state.${row.state}`)}</Status> },
    { id: 'email', name: t('users.email'), width: '1fr', cell: (row) => row.email },
    { id: 'limits', name: t('users.limits'), cell: limitsOf },
    {
      id: 'ends',
      name: t('users.certificate_ends'),
      kind: 'day',
      cell: (row) => {
        const day = lastDay(row);
        return day ? <Day date={day} /> : '';
      },
    },
  ];
  return (
    <>
      <PageHeader
        title={t('users.title')}
        about={t('users.about')}
        actions={
          <>
            <ExportTable name="users" rows={() => writtenRows(columns, rows)} isDisabled={!rows.length} />
            <ButtonLink href="/users/new" look="main">
              {t('users.add')}
            </ButtonLink>
          </>
        }
      />
      <FilterBar
        filters={state ? [{ id: 'state', text: `${t('users.state')}: ${t(`users.state.${state}`)}` }] : []}
        onRemove={() => setAddress({ state: undefined })}
        onClear={() => setAddress({ state: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('users.state')}
          choices={kStates.map((id) => ({ id, name: t(`users.state.${id}`) }))}
          selectedKey={state ?? null}
          onSelectionChange={(key) => setAddress({ state: String(key) })}
        />
      </FilterBar>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <SortedTable
          label={t('users.title')}
          rows={rows}
          idOf={(row) => row.user}
          onOpen={(row) => setAddress({ user: row.user }, { step: true })}
          columns={columns}
          empty={<EmptyState title={t('users.none')}>{t('users.none_about')}</EmptyState>}
        />
      )}
      {shown && <UserPanel key={shown.user} user={shown} onClose={() => setAddress({ user: undefined })} />}
    </>
  );
}
