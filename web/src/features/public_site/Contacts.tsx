// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { supportQuery } from '@/api/public_queries';
import { groupsQuery, type Schemas, useSystem } from '@/api/queries';
import { Link } from '@/ui/Link';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import './site.css';

/** Who runs the system and how to reach the right person at once. */
export default function Contacts() {
  const t = useText();
  const system = useSystem();
  const contacts = useQuery(supportQuery).data?.contacts;
  const groups = useQuery(groupsQuery).data?.groups.filter((one) => one.manager);
  return (
    <>
      <PageHeader title={t('app.contacts')} about={t('public_site.contacts_about')} />
      {system ? <Operator operator={system.operated_by} /> : <Skeleton />}
      {contacts && <Support contacts={contacts} />}
      {groups && groups.length > 0 && (
        <Card title={t('public_site.managers')}>
          <ul className="checklist">
            {groups.map((one) => (
              <li key={one.group}>
                <Link href={`/groups/${one.group}`}>{one.name}</Link>
                <span className="row">
                  {one.manager}
                  {one.manager_email && <a href={`mailto:${one.manager_email}`}>{one.manager_email}</a>}
                  {one.manager_phone && <a href={`tel:${one.manager_phone}`}>{one.manager_phone}</a>}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('public_site.before_you_ask')}>
        <p>
          {t('public_site.before_you_ask_about')} <Link href="/help">{t('app.help')}</Link>
        </p>
      </Card>
    </>
  );
}

/** Where one asks: the hotline first, for who stands at a counter. */
function Support({ contacts }: { contacts: Schemas['SupportContacts'] }) {
  const t = useText();
  const rows: [string, React.ReactNode][] = [
    [t('public_site.hotline'), <a key="hotline" href={`tel:${contacts.hotline.replace(/[^+\d]/g, '')}`}>{contacts.hotline}</a>],
    [t('public_site.hours'), contacts.hours],
    [t('public_site.email'), <a key="email" href={`mailto:${contacts.email}`}>{contacts.email}</a>],
  ];
  if (contacts.telegram) rows.push([t('public_site.telegram'), <a key="telegram" href={contacts.telegram} rel="noreferrer" target="_blank">{contacts.telegram.replace(/^https:\/\//, '')}</a>]);
  rows.push([t('public_site.address'), contacts.address]);
  return (
    <Card title={t('public_site.support')}>
      <Facts rows={rows} />
    </Card>
  );
}

function Operator({ operator }: { operator: Schemas['OperatorContacts'] }) {
  const t = useText();
  const rows: [string, React.ReactNode][] = [
    [t('public_site.tax_id'), <span key="tax" className="mono">{operator.tax_id}</span>],
    [t('public_site.address'), operator.address],
    [t('public_site.email'), <a key="email" href={`mailto:${operator.email}`}>{operator.email}</a>],
  ];
  if (operator.phone) rows.push([t('public_site.phone'), <a key="phone" href={`tel:${operator.phone}`}>{operator.phone}</a>]);
  return (
    <Card title={operator.name}>
      <Facts rows={rows} />
    </Card>
  );
}
