// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/queries';
import { useIsPage } from '@/ui/address';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { Facts, Moment, Status } from '@/ui/values';
import { useActionName } from './action_name';
import { useChangeWords } from './change_words';

/** What the head of the panel does not say already. */
const kResults = ['partly_accepted', 'rejected'];

/** One operation with everything that is known of it: fields before and after, the request, the fingerprint of its body. */
export function EntryPanel({ entry, onClose }: { entry: Schemas['JournalEntry']; onClose: () => void }) {
  const t = useText();
  const actionName = useActionName();
  const isPage = useIsPage();
  const wordsOf = useChangeWords();
  const page = entry.action.startsWith('document.') ? `/documents/${entry.object}` : entry.action.startsWith('order.') ? `/orders/${entry.object}` : '';
  const mono = (text: string) => <span className="mono">{text}</span>;
  const given = (name: string, value: string | null | undefined): [string, ReactNode][] => (value ? [[name, mono(value)]] : []);
  return (
    <SidePanel title={actionName(entry.action)} isOpen onClose={onClose}>
      <Status tone={entry.error ? 'bad' : 'good'}>{entry.error ? t('journal.refused') : t('journal.done')}</Status>
      <Facts
        rows={[
          [t('journal.at'), <Moment key="at" at={entry.at} />],
          [t('journal.person'), entry.person || (entry.api_key ? t('journal.program') : t('journal.system'))],
          ...given(t('journal.what'), entry.action),
          ...(entry.object ? [[t('journal.object'), page && isPage(page) ? <Link href={page}>{entry.object}</Link> : mono(entry.object)] as [string, ReactNode]] : []),
          ...(kResults.includes(entry.result) ? [[t('journal.result'), t(`documents.status.${entry.result}`)] as [string, ReactNode]] : []),
          ...given(t('journal.error'), entry.error),
          ...given(t('journal.address'), entry.address),
          ...given(t('journal.api_key'), entry.api_key),
          ...given(t('journal.certificate'), entry.certificate),
          ...given(t('journal.body'), entry.body_sha256),
          ...given(t('journal.request'), entry.request_id),
          ...given(t('journal.place'), entry.place),
        ]}
      />
      {entry.changes && entry.changes.length > 0 && (
        <section className="stack-tight">
          <h3>{t('journal.changes')}</h3>
          <ul className="checklist">
            {(entry.changes as Schemas['FieldChange'][]).map((change) => (
              <li key={change.field}>
                <div className="stack-tight">
                  <strong>{wordsOf.field(change.field)}</strong>
                  <span>
                    <del>{wordsOf.value(change.field, change.before) || '—'}</del> → <ins>{wordsOf.value(change.field, change.after) || '—'}</ins>
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}
