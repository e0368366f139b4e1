// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { everyRow } from '@/api/pages';
import { dropTask } from '@/api/tasks';
import { useOnce } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { Select } from '@/ui/choices';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { RunPanel } from './RunPanel';
import { StandingCard } from './StandingCard';
import { subjects, type Run, type Subject } from './subjects';

const kPage = 100;
const kLookAgainMs = 1_000;

/** Whether what is kept is still what was written: how each subject stands, a new look, and those that were made. */
export default function Audits() {
  const t = useText();
  const [{ subject, audit: opened }, setAddress] = useAddress();
  const wanted = subjects.find((one) => one === subject);
  const ask = (before: string | undefined) => call(api.GET('/api/v1/operator/audits', { params: { query: { subject: wanted, before, limit: kPage } } }));
  const list = useInfiniteQuery({
    queryKey: ['operator', 'audits', wanted],
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.subjects.some(({ task }) => task && task.state !== 'failed') ? kLookAgainMs : false),
  });
  const start = useOnce((of: Subject, header) => call(api.POST('/api/v1/operator/audits', { params: { header }, body: { subject: of } })));
  const rows: Run[] = list.data?.pages.flatMap((page) => page.audits) ?? [];
  const shown = rows.find((one) => one.audit === opened);
  const columns: TableColumn<Run>[] = [
    { id: 'subject', name: t('operator_audits.subject'), width: '1fr', cell: (run) => t(`operator_audits.subject.${run.subject}`) },
    {
      id: 'outcome',
      name: t('operator_audits.outcome'),
      width: 220,
      cell: (run) => <Status tone={run.finding ? 'bad' : 'good'}>{t(run.finding ? 'operator_audits.damaged' : 'operator_audits.whole')}</Status>,
    },
    { id: 'ended', name: t('operator_audits.ended'), kind: 'moment', cell: (run) => <Moment at={run.ended_at} /> },
    { id: 'by', name: t('operator_audits.asked_by'), width: '1fr', cell: (run) => run.asked_by ?? t('operator_audits.by_itself') },
  ];
  return (
    <>
      <PageHeader title={t('operator_audits.title')} about={t('operator_audits.about')} />
      {start.error && <ErrorNotice error={start.error} />}
      {list.isPending && <Skeleton lines={6} />}
      <div className="grid">
        {list.data?.pages[0]?.subjects.map((standing) => (
          <StandingCard
            key={standing.subject}
            standing={standing}
            busy={start.isPending}
            onStart={() => start.mutate(standing.subject)}
            onCancel={(task) => void dropTask(task).then(() => list.refetch())}
            onOpen={(run) => setAddress({ audit: run }, { step: true })}
          />
        ))}
      </div>
      <section className="stack">
        <div className="spread">
          <h2>{t('operator_audits.made')}</h2>
          <ExportList name="audits" columns={columns} list={{ rows, every: (inHand) => everyRow(ask, (page) => page.audits, inHand) }} />
        </div>
        <FilterBar
          filters={wanted ? [{ id: 'subject', text: t(`operator_audits.subject.${wanted}`) }] : []}
          onRemove={() => setAddress({ subject: undefined })}
          onClear={() => setAddress({ subject: undefined })}
        >
          <Select
            label={t('operator_audits.subject')}
            choices={[{ id: '', name: t('operator_audits.all') }, ...subjects.map((id) => ({ id, name: t(`operator_audits.subject.${id}`) }))]}
            selectedKey={wanted ?? ''}
            onSelectionChange={(key) => setAddress({ subject: String(key ?? '') })}
          />
        </FilterBar>
        <ListTable
          label={t('operator_audits.made')}
          list={{
            rows,
            isPending: list.isPending,
            loading: list.isFetchingNextPage,
            error: list.error,
            retry: () => void list.refetch(),
            onMore: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
          }}
          idOf={(run) => run.audit}
          onOpen={(run) => setAddress({ audit: run.audit }, { step: true })}
          columns={columns}
          empty={<EmptyState title={t('operator_audits.none')}>{t('operator_audits.none_about')}</EmptyState>}
        />
      </section>
      {shown && <RunPanel run={shown} onClose={() => setAddress({ audit: undefined })} />}
    </>
  );
}
