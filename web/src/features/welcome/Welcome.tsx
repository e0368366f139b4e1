// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { useMe, useSystem } from '@/api/queries';
import { useGo } from '@/ui/address';
import { ButtonLink, Link } from '@/ui/Link';
import { useText } from '@/ui/text';

/** The first page of whoever is not signed in. */
export default function Welcome() {
  const t = useText();
  const go = useGo();
  const me = useMe();
  const system = useSystem();
  useEffect(() => {
    document.title = 'Tamga';
    if (me) go(me.participant.authority ? '/operator' : '/home', { replace: true });
  }, [me, go]);
  const ways = ['register', 'sign_in', 'application'] as const;
  const places = { register: '/register', sign_in: '/sign-in', application: '/application' };
  return (
    <>
      <div className="hero">
        <h1>{t('welcome.title', { country: system?.country ?? '' })}</h1>
        <p className="quiet">{t('welcome.about')}</p>
        <div className="row">
          <ButtonLink href="/register" look="main">
            {t('welcome.register')}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t('welcome.sign_in')}</ButtonLink>
        </div>
      </div>
      <div className="grid">
        {ways.map((way) => (
          <Link key={way} href={places[way]} className="card card-choice">
            <h2>{t(`welcome.${way}`)}</h2>
            <span className="quiet">{t(`welcome.${way}_about`)}</span>
          </Link>
        ))}
      </div>
    </>
  );
}
