// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useGroupName, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ExportList } from '@/ui/ExportList';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status, type Tone } from '@/ui/values';

type Announcement = Schemas['Announcement'];
const kPage = 100;

function stateOf(one: Announcement): 'withdrawn' | 'ended' | 'later' | 'shown' {
  const now = Date.now();
  if (one.withdrawn) return 'withdrawn';
  if (one.until && Date.parse(one.until) < now) return 'ended';
  return Date.parse(one.from) > now ? 'later' : 'shown';
}
const kTones: Record<ReturnType<typeof stateOf>, Tone> = { withdrawn: 'bad', ended: 'neutral', later: 'main', shown: 'good' };

/** What the operator told everybody, and for how long. */
export default function Announcements() {
  const t = useText();
  const groupName = useGroupName();
  const [{ announcement: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'announcements'],
    (before: number | undefined) => call(api.GET('/api/v1/operator/announcements', { params: { query: { limit: kPage, before } } })),
    (page): Announcement[] => page.announcements,
  );
  const withdraw = useConfirmed({ onDone: () => toast(t('operator_announcements.withdrawn')) });
  const send = (announcement: string) => {
    const body = { kind: 'withdraw_announcement', announcement } satisfies Schemas['WithdrawAnnouncement'];
    withdraw.mutate({ path: `/api/v1/operator/announcements/${announcement}/withdrawal`, body });
  };
  const shown = list.rows.find((one) => one.number === opened);
  const columns: TableColumn<Announcement>[] = [
    { id: 'title', name: t('operator_announcements.headline'), width: '3fr', cell: (row) => row.title },
    { id: 'audience', name: t('operator_announcements.audience'), cell: (row) => t(`operator_announcements.audience.${row.audience}`) },
    { id: 'group', name: t('operator_announcements.group'), cell: (row) => (row.group ? groupName(row.group) : t('operator_announcements.all_groups')) },
    { id: 'from', name: t('operator_announcements.from'), kind: 'moment', cell: (row) => <Moment at={row.from} /> },
    { id: 'until', name: t('operator_announcements.until'), kind: 'moment', cell: (row) => (row.until ? <Moment at={row.until} /> : '—') },
    { id: 'state', name: t('operator_announcements.state'), cell: (row) => <Status tone={kTones[stateOf(row)]}>{t(`operator_announcements.state.${stateOf(row)}`)}</Status> },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_announcements.title')}
        about={t('operator_announcements.about')}
        actions={
          <>
            <ExportList name="announcements" columns={columns} list={list} />
            <ButtonLink href="/operator/announcements/new" look="main">
              {t('operator_announcements.publish')}
            </ButtonLink>
          </>
        }
      />
      <ListTable
        label={t('operator_announcements.title')}
        list={list}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ announcement: row.number }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_announcements.none')}>{t('operator_announcements.none_about')}</EmptyState>}
      />
      {shown && (
        <SidePanel title={shown.title} isOpen onClose={() => setAddress({ announcement: undefined })}>
          <Status tone={kTones[stateOf(shown)]}>{t(`operator_announcements.state.${stateOf(shown)}`)}</Status>
          <p className="paper">{shown.text}</p>
          <Facts
            rows={[
              [t('operator_announcements.audience'), t(`operator_announcements.audience.${shown.audience}`)],
              [t('operator_announcements.from'), <Moment key="from" at={shown.from} />],
              [t('operator_announcements.until'), shown.until ? <Moment key="until" at={shown.until} /> : '—'],
            ]}
          />
          {withdraw.error && <AgentNotice error={withdraw.error} />}
          {!shown.withdrawn && (
            <div>
              <ConfirmButton label={t('operator_announcements.withdraw')} look="danger" isDisabled={withdraw.isPending} onConfirm={() => send(shown.number)}>
                <p>{t('operator_announcements.withdraw_about')}</p>
              </ConfirmButton>
            </div>
          )}
        </SidePanel>
      )}
    </>
  );
}
