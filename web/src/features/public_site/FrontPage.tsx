// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { announcementsQuery } from '@/api/public_queries';
import { groupsQuery, useMe, useSystem } from '@/api/queries';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { TextField } from '@/ui/fields';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { JourneyPicture, PartPicture } from './pictures';
import './site.css';

/** The first page of whoever is not signed in. */
export default function FrontPage() {
  const t = useText();
  const go = useGo();
  const me = useMe();
  const system = useSystem();
  useEffect(() => {
    document.title = `${t('public_site.short')} · Tamga`;
  }, [t]);
  useEffect(() => {
    if (me) go(me.participant.authority ? '/operator' : '/home', { replace: true });
  }, [me, go]);
  return (
    <>
      <section className="hero">
        <div className="stack">
          <h1>{t('public_site.title', { country: system?.country ?? '' })}</h1>
          <p className="quiet">{t('public_site.about')}</p>
          <div className="row">
            <ButtonLink href="/check" look="main">
              {t('public_site.check')}
            </ButtonLink>
            <ButtonLink href="/register">{t('public_site.register')}</ButtonLink>
          </div>
        </div>
        <JourneyPicture />
      </section>
      <Parts />
      <Journey />
      <div className="front-pair">
        <Application />
        <News />
      </div>
      <Groups />
    </>
  );
}

const kParts = [
  { id: 'producers', href: '/help/first-steps' },
  { id: 'shops', href: '/help/withdrawal' },
  { id: 'consumers', href: '/help/check' },
] as const;

/** Everybody finds his own part. */
function Parts() {
  const t = useText();
  return (
    <div className="grid">
      {kParts.map(({ id, href }) => (
        <Link key={id} href={href} className="card card-choice">
          <PartPicture part={id} />
          <h2>{t(`public_site.part.${id}`)}</h2>
          <span className="quiet">{t(`public_site.part_about.${id}`)}</span>
        </Link>
      ))}
    </div>
  );
}

const kSteps = ['order', 'apply', 'introduce', 'ship', 'sell', 'check'] as const;

function Journey() {
  const t = useText();
  return (
    <Card title={t('public_site.journey')}>
      <ol className="journey">
        {kSteps.map((step) => (
          <li key={step}>
            <strong>{t(`public_site.step.${step}`)}</strong>
            <span className="quiet">{t(`public_site.step_about.${step}`)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Application() {
  const t = useText();
  const go = useGo();
  const [number, setNumber] = useState('');
  return (
    <Card title={t('public_site.application')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim()) go(`/application/${encodeURIComponent(number.trim())}`);
        }}
      >
        <TextField
          label={t('public_site.application_number')}
          hint={t('public_site.application_hint')}
          value={number}
          onChange={setNumber}
          mono
          autoComplete="off"
        />
        <div>
          <Button type="submit" isDisabled={!number.trim()}>
            {t('public_site.application_show')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

const kLatest = 3;

function News() {
  const t = useText();
  const { data, error, refetch } = useQuery(announcementsQuery);
  const news = data?.announcements;
  return (
    <Card title={t('app.news')} actions={<Link href="/news">{t('public_site.all_news')}</Link>}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!news && !error && <Skeleton />}
      {news && news.length > 0 && (
        <ul className="headlines">
          {news.slice(0, kLatest).map((one) => (
            <li key={one.number}>
              <span className="quiet small">
                <Moment at={one.from} />
              </span>
              <Link href="/news">{one.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {news?.length === 0 && <p className="quiet">{t('public_site.no_news')}</p>}
    </Card>
  );
}

function Groups() {
  const t = useText();
  const groups = useQuery(groupsQuery).data?.groups;
  if (!groups?.length) return null;
  return (
    <Card title={t('app.groups')} actions={<Link href="/groups">{t('public_site.all_groups')}</Link>}>
      <p className="quiet">{t('public_site.groups_count', { count: groups.length })}</p>
      <ul className="group-names">
        {groups.map((one) => (
          <li key={one.group}>
            <Link href={`/groups/${one.group}`}>{one.name}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
