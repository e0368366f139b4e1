// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, call, fetchBytes } from '@/api/client';
import { useMe } from '@/api/queries';
import { registrarsQuery } from '@/api/registrars';
import { useSavedForm } from '@/api/saved_form';
import { useAddress, usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { KeptOrAsked } from '@/ui/KeptOrAsked';
import { ButtonLink } from '@/ui/Link';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { asksOfEquipment, fitted } from './equipment';
import { filledOf, isSame, narrowed, type Body, type Filled } from './job_document';
import { jobOf, type Job } from './jobs';
import { JobForm } from './JobForm';
import { isBegun, keptOf, listsOf, type Kept } from './kept_form';
import { begunWith, nothingAsked, wishOf } from './wish';

/** A document to be made: empty, as it was left, or out of one that was refused. */
export default function JobPage() {
  const t = useText();
  const job = jobOf(usePart('kind'));
  const me = useMe();
  if (!job)
    return (
      <>
        <PageHeader title={t('documents.new')} />
        <EmptyState title={t('documents.no_job')} action={<ButtonLink href="/documents/new">{t('documents.all_jobs')}</ButtonLink>} />
      </>
    );
  return (
    <>
      <PageHeader title={t(`documents.kind.${job.kind}`)} about={t(`documents.about.${job.kind}`)} />
      {me && !me.rights.includes(job.right) ? (
        <Notice tone="warn">{t('documents.no_right')}</Notice>
      ) : (
        <Fitted key={job.kind} job={job} user={me?.user ?? ''} />
      )}
    </>
  );
}

/** The job with the fields that it has in this country. */
function Fitted({ job, user }: { job: Job; user: string }) {
  const country = useQuery({ ...registrarsQuery, enabled: asksOfEquipment(job) });
  if (country.error) return <ErrorNotice error={country.error} onRetry={() => void country.refetch()} />;
  if (!asksOfEquipment(job)) return <Begun job={job} user={user} />;
  return country.data ? <Begun job={fitted(job, country.data)} user={user} /> : <Skeleton lines={8} />;
}

/** The form with what it begins with: what the address asks for, or what was kept; who has both is asked. */
function Begun({ job, user }: { job: Job; user: string }) {
  const t = useText();
  const [address, setAddress] = useAddress();
  const [wish] = useState(() => wishOf(job, address));
  const [answer, setAnswer] = useState<'kept' | 'asked' | 'anew' | null>(null);
  const saved = useSavedForm<Kept>(`document.${job.kind}.${user}`, job.kind);
  const earlier = useQuery({
    queryKey: ['document', wish?.from, 'again', wish?.take],
    queryFn: async (): Promise<{ sent: Filled | null; again: Filled | null }> => {
      const number = wish?.from ?? '';
      const verdict = await call(api.GET('/api/v1/documents/{document}', { params: { path: { document: number } } }));
      const body = JSON.parse(new TextDecoder().decode(await fetchBytes(`/api/v1/documents/${number}/body`))) as Body;
      const sent = filledOf(job, body);
      const refused = verdict.items.flatMap((one) => (one.code ? [one.code] : []));
      return { sent, again: sent && (wish?.take === 'refused' || wish?.take === 'good') ? narrowed(sent, refused, wish.take) : sent };
    },
    enabled: Boolean(wish?.from),
    staleTime: Infinity,
  });
  const asked = wish?.from ? earlier.data?.again : wish && begunWith(job, wish);
  const ready = saved.before !== undefined && asked !== undefined;
  const sent = earlier.data?.sent ?? null;
  // What was refused stands in the draft still: nobody has to choose between the same.
  const kept = saved.before && isBegun(saved.before) && !(sent && isSame(job, listsOf(saved.before), sent)) ? saved.before : null;
  const keptLists = useMemo(() => kept && listsOf(kept), [kept]);
  const asking = wish !== null && kept !== null && answer === null;
  const taken = ready && wish !== null && (answer === 'asked' || (answer === null && !kept));
  const { keep } = saved;
  const done = useRef(false);
  // It is asked for once: a reload goes on with what has become of it.
  useEffect(() => {
    if (!taken || done.current) return;
    done.current = true;
    if (asked) keep(keptOf(asked).kept);
    setAddress(nothingAsked);
  }, [taken, asked, keep, setAddress]);
  if (earlier.error) return <ErrorNotice error={earlier.error} onRetry={() => void earlier.refetch()} />;
  if (!ready) return <Skeleton lines={8} />;
  const goesOn = answer === 'kept' || (answer === null && wish === null);
  const begin = goesOn ? keptLists : answer === 'anew' ? null : asked;
  return (
    <KeptOrAsked
      asking={asking}
      question={t('documents.begun_before')}
      keep={t('documents.go_on_with_it')}
      onKeep={() => {
        setAnswer('kept');
        setAddress(nothingAsked);
      }}
      take={t('documents.take_asked')}
      onTake={() => setAnswer('asked')}
    >
      {goesOn && begin && (
        <Notice tone="main">
          <p>{t('documents.continued')}</p>
          <div>
            <Button
              onPress={() => {
                setAnswer('anew');
                void saved.forget();
              }}
            >
              {t('documents.anew')}
            </Button>
          </div>
        </Notice>
      )}
      <JobForm key={answer ?? 'first'} job={job} begin={begin} saved={saved} />
    </KeptOrAsked>
  );
}
