// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { groupsQuery, type Schemas, useSystem } from '@/api/queries';
import { usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Badge, Day, Facts, Money, Status } from '@/ui/values';
import { AskContract } from './AskContract';
import { dayIn } from './days';
import './site.css';

/** What is asked of whoever deals in goods of this group, what codes cost, whom to ask. */
export default function GroupPage() {
  const t = useText();
  const group = usePart('group');
  const system = useSystem();
  const groups = useQuery(groupsQuery);
  const terms = useQuery({
    queryKey: ['group_terms', group],
    queryFn: () => call(api.GET('/api/v1/groups/{group}/terms', { params: { path: { group } } })),
  });
  if (terms.error) return <ErrorNotice error={terms.error} onRetry={() => void terms.refetch()} />;
  const one = groups.data?.groups.find((each) => each.group === group);
  if (!terms.data || !one || !system) return <Skeleton />;
  const today = dayIn(system.time_zone);
  return (
    <>
      <PageHeader
        title={one.name}
        about={<Link href="/groups">{t('public_site.all_groups')}</Link>}
        actions={<Status tone={one.mode === 'mandatory' ? 'good' : 'main'}>{t(`public_site.mode.${one.mode}`)}</Status>}
      />
      <div className="front-pair">
        <Modes rows={terms.data.modes} today={today} ordering={one.ordering_open} />
        <Manager group={one} />
      </div>
      <Tariffs terms={terms.data} today={today} />
      {terms.data.decisions.length > 0 && <Decisions rows={terms.data.decisions} />}
      <AskContract group={group} />
      <div className="row">
        <ButtonLink href="/register" look="main">
          {t('public_site.register')}
        </ButtonLink>
        <ButtonLink href="/help/goods">{t('public_site.how_to_describe')}</ButtonLink>
      </div>
    </>
  );
}

/** The row in force is the last that has begun. */
const inForce = (rows: readonly { from: string }[], today: string): number => rows.findLastIndex((row) => row.from <= today);

function When({ at, now, from, today }: { at: number; now: number; from: string; today: string }) {
  const t = useText();
  return (
    <span className="row">
      <Day date={from} />
      {at === now && <Badge tone="good">{t('public_site.now')}</Badge>}
      {from > today && <Badge tone="warn">{t('public_site.planned')}</Badge>}
    </span>
  );
}

function Modes({ rows, today, ordering }: { rows: Schemas['GroupModeRow'][]; today: string; ordering: boolean }) {
  const t = useText();
  const now = inForce(rows, today);
  return (
    <Card title={t('public_site.modes')}>
      <ul className="checklist">
        {rows.map((row, at) => (
          <li key={row.from}>
            <span>{t(`public_site.mode.${row.mode}`)}</span>
            <When at={at} now={now} from={row.from} today={today} />
          </li>
        ))}
      </ul>
      <p className="quiet">{t(ordering ? 'public_site.ordering_open' : 'public_site.ordering_closed')}</p>
    </Card>
  );
}

/** Words of the countries for package levels. */
const kLevels: Record<string, string> = {
  UNIT: 'unit',
  GROUP: 'group',
  SET: 'set',
  BUNDLE: 'bundle',
  LEVEL1: 'first',
  LEVEL2: 'second',
  BOX_LV_1: 'first',
  BOX_LV_2: 'second',
};

function Tariffs({ terms, today }: { terms: Schemas['GroupTerms']; today: string }) {
  const t = useText();
  const now = inForce(terms.tariffs, today);
  const level = (code: string) => (kLevels[code] ? t(`public_site.level.${kLevels[code]}`) : code);
  return (
    <Card title={t('public_site.tariffs')}>
      <p className="quiet">{t('public_site.pilot_free')}</p>
      <ul className="checklist">
        {terms.tariffs.map(({ from, tariff }, at) => (
          <li key={from}>
            <span className="stack-tight">
              <strong>
                {tariff.price_minor > 0 ? <Money minor={tariff.price_minor} currency={terms.currency} /> : t('public_site.free')}
              </strong>
              {tariff.price_minor > 0 && (
                <span className="quiet small">
                  {t(tariff.vat_included ? 'public_site.vat_included' : 'public_site.vat_added')} · {t(`public_site.charge.${tariff.charge_at}`)}
                </span>
              )}
              {tariff.free_package_types && tariff.free_package_types.length > 0 && (
                <span className="quiet small">
                  {t('public_site.free_levels', { levels: tariff.free_package_types.map(level).join(', ') })}
                </span>
              )}
            </span>
            <When at={at} now={now} from={from} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Manager({ group }: { group: Schemas['ProductGroup'] }) {
  const t = useText();
  if (!group.manager)
    return (
      <Card title={t('public_site.manager')}>
        <p className="quiet">
          {t('public_site.no_manager')} <Link href="/contacts">{t('app.contacts')}</Link>
        </p>
      </Card>
    );
  const rows: [string, React.ReactNode][] = [[t('public_site.person'), group.manager]];
  if (group.manager_email) rows.push([t('public_site.email'), <a key="email" href={`mailto:${group.manager_email}`}>{group.manager_email}</a>]);
  if (group.manager_phone) rows.push([t('public_site.phone'), <a key="phone" href={`tel:${group.manager_phone}`}>{group.manager_phone}</a>]);
  return (
    <Card title={t('public_site.manager')}>
      <Facts rows={rows} />
    </Card>
  );
}

function Decisions({ rows }: { rows: Schemas['GroupDecisionView'][] }) {
  const t = useText();
  return (
    <Card title={t('public_site.decisions')}>
      <ul className="checklist">
        {rows.map((row) => (
          <li key={row.decision}>
            <span>{row.reason}</span>
            <Day date={row.from} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
