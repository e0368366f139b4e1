// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, fetchBytes } from '@/api/client';
import { useMe } from '@/api/queries';
import { registrarsQuery } from '@/api/registrars';
import { useSavedForm } from '@/api/saved_form';
import { useAddress, usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { readCodes } from '@/ui/codes/read_codes';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { asksOfEquipment, fitted } from './equipment';
import { filledOf, narrowed, type Body, type Filled } from './job_document';
import { jobOf, type Job } from './jobs';
import { JobForm, type Kept } from './JobForm';

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

const listsOf = (kept: Kept): Filled => ({
  values: kept.values,
  codes: Object.fromEntries(Object.entries(kept.codes).map(([name, texts]) => [name, readCodes(texts.join('\n')).codes])),
});

/** The job with the fields that it has in this country. */
function Fitted({ job, user }: { job: Job; user: string }) {
  const country = useQuery({ ...registrarsQuery, enabled: asksOfEquipment(job) });
  if (country.error) return <ErrorNotice error={country.error} onRetry={() => void country.refetch()} />;
  if (!asksOfEquipment(job)) return <Begun job={job} user={user} />;
  return country.data ? <Begun job={fitted(job, country.data)} user={user} /> : <Skeleton lines={8} />;
}

function Begun({ job, user }: { job: Job; user: string }) {
  const t = useText();
  const [anew, setAnew] = useState(false);
  const [{ from, take }] = useAddress();
  const saved = useSavedForm<Kept>(`document.${job.kind}.${user}`, job.kind);
  const earlier = useQuery({
    queryKey: ['document', from, 'again', take],
    queryFn: async (): Promise<Filled | null> => {
      const number = from ?? '';
      const verdict = await call(api.GET('/api/v1/documents/{document}', { params: { path: { document: number } } }));
      const body = JSON.parse(new TextDecoder().decode(await fetchBytes(`/api/v1/documents/${number}/body`))) as Body;
      const filled = filledOf(job, body);
      const refused = verdict.items.flatMap((one) => (one.code ? [one.code] : []));
      return filled && (take === 'refused' || take === 'good') ? narrowed(filled, refused, take) : filled;
    },
    enabled: Boolean(from),
    staleTime: Infinity,
  });
  if (earlier.error) return <ErrorNotice error={earlier.error} onRetry={() => void earlier.refetch()} />;
  if (saved.before === undefined || (from && earlier.isPending)) return <Skeleton lines={8} />;
  if (anew) return <JobForm key="anew" job={job} begin={null} saved={saved} />;
  const begin = from ? (earlier.data ?? null) : saved.before && listsOf(saved.before);
  return (
    <>
      {begin && !from && (
        <Notice tone="main">
          <p>{t('documents.continued')}</p>
          <div>
            <Button
              onPress={() => {
                setAnew(true);
                void saved.forget();
              }}
            >
              {t('documents.anew')}
            </Button>
          </div>
        </Notice>
      )}
      <JobForm job={job} begin={begin} saved={saved} />
    </>
  );
}
