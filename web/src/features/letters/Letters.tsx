// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { piecesOf } from './pieces';

const kLookAgainMs = 2_000;

/** A sandbox sends no letters: whoever waits for a link reads it here. */
export default function Letters() {
  const t = useText();
  const system = useSystem();
  const [{ to }] = useAddress();
  const letters = useQuery({
    queryKey: ['sandbox', 'letters', to],
    queryFn: () => call(api.GET('/api/v1/sandbox/letters', { params: { query: { to } } })),
    enabled: system?.sandbox ?? false,
    refetchInterval: kLookAgainMs,
  });
  return (
    <div className="narrow">
      <PageHeader title={t('letters.title')} about={t('letters.about')} />
      {system && !system.sandbox && <EmptyState title={t('letters.no_sandbox')}>{t('letters.no_sandbox_about')}</EmptyState>}
      {to && (
        <p>
          {t('letters.only_to', { to })} <Link href="/letters">{t('letters.all')}</Link>
        </p>
      )}
      {letters.error && <ErrorNotice error={letters.error} onRetry={() => void letters.refetch()} />}
      {system?.sandbox && letters.isPending && <Skeleton />}
      {letters.data?.letters.length === 0 && <EmptyState title={t('letters.none')}>{t('letters.none_about')}</EmptyState>}
      {letters.data?.letters.map((one) => (
        <Card key={one.at + one.to + one.subject} title={one.subject}>
          <p className="quiet small">
            <span className="mono">{one.to}</span> · <Moment at={one.at} />
          </p>
          {piecesOf(one.text, location.origin).map(({ text, link }, at) =>
            link ? (
              <div key={at}>
                <ButtonLink href={link} look="main">
                  {text}
                </ButtonLink>
              </div>
            ) : (
              <p key={at}>{text}</p>
            ),
          )}
        </Card>
      ))}
    </div>
  );
}
