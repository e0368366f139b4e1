// SPDX-License-Identifier: Apache-2.0
import { useMe } from '@/api/queries';
import { ButtonLink, Link } from '@/ui/Link';
import { Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useDrafts } from './drafts';
import { jobs, sections } from './jobs';
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
  const unfinished = useDrafts().drafts.filter((one) => one.own).length;
  const open = jobs.filter((one) => rights.includes(one.right));
  const closed = jobs.filter((one) => !rights.includes(one.right));
  return (
    <>
      <PageHeader
        title={t('documents.new')}
        about={t('documents.new_about')}
        actions={unfinished > 0 && <ButtonLink href="/documents/drafts">{t('documents.drafts_are', { count: unfinished })}</ButtonLink>}
      />
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
