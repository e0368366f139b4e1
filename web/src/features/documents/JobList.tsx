// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { Link } from '@/ui/Link';
import { Card, Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { jobOf, jobs, sections } from './jobs';
import { useKindName } from './names';
import './documents.css';

/** Pages of other areas that do a job of a section. */
const kElsewhere: Record<string, { href: string; text: string; about: string }[]> = {
  packages: [{ href: '/packing', text: 'documents.packing', about: 'documents.packing_about' }],
  movement: [
    { href: '/deliveries', text: 'documents.deliveries', about: 'documents.deliveries_about' },
    { href: '/shipments', text: 'documents.shipments', about: 'documents.shipments_about' },
  ],
};

/** Everything that is done by a document, called as the job is. */
export default function JobList() {
  const t = useText();
  const rights = useMe()?.rights ?? [];
  const open = jobs.filter((one) => rights.includes(one.right));
  const closed = jobs.filter((one) => !rights.includes(one.right));
  return (
    <>
      <PageHeader title={t('documents.new')} about={t('documents.new_about')} />
      <Unfinished />
      {sections.map((section) => {
        const own = open.filter((one) => one.section === section);
        if (!own.length) return null;
        return (
          <section key={section} className="stack">
            <h2>{t(`documents.section.${section}`)}</h2>
            <div className="grid">
              {(kElsewhere[section] ?? []).map((one) => (
                <Link key={one.href} href={one.href} className="card card-choice job">
                  <strong>{t(one.text)}</strong>
                  <span className="quiet small">{t(one.about)}</span>
                </Link>
              ))}
              {own.map((one) => (
                <Link key={one.kind} href={`/documents/new/${one.kind}`} className="card card-choice job">
                  <strong>{t(`documents.kind.${one.kind}`)}</strong>
                  <span className="quiet small">{t(`documents.about.${one.kind}`)}</span>
                </Link>
              ))}
            </div>
          </section>
        );
      })}
      {closed.length > 0 && (
        <Notice tone="main">
          <p>{t('documents.others_need_right')}</p>
          <ul>
            {closed.map((one) => (
              <li key={one.kind}>{t(`documents.kind.${one.kind}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Forms that were begun: a reload or another computer goes on with them. */
function Unfinished() {
  const t = useText();
  const nameOf = useKindName();
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: () => call(api.GET('/api/v1/drafts')), staleTime: 0 });
  const own = (drafts.data?.drafts ?? []).filter((one) => jobOf(one.kind) && one.name.startsWith('document.'));
  if (!own.length) return null;
  return (
    <Card title={t('documents.unfinished')}>
      <ul className="checklist">
        {own.map((one) => (
          <li key={one.name}>
            <Link href={`/documents/new/${one.kind}`}>{nameOf(one.kind)}</Link>
            <span className="quiet small">
              {one.person} · <Moment at={one.saved} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
