// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { useSteps } from '@/features/home/steps';
import { ButtonLink } from '@/ui/Link';
import { useText } from '@/ui/text';

/** Pages on the way to the first order. Elsewhere people are at work, and are not told what to do. */
const kOnTheWay = /^\/(profile|contracts|channels|goods|orders)(\/|$)/;

/** Whoever has done a step on its page sees the next one there, until the last is done. */
export function NextStep() {
  const t = useText();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // What is being prepared this moment comes first: nobody is sent on to what follows it.
  const next = useSteps().find((step) => step.state === 'preparing' || (step.state === 'yours' && step.where));
  if (!next || !kOnTheWay.test(path) || path === next.where || path.startsWith(`${next.where}/`)) return null;
  if (path.startsWith('/goods') && next.where.startsWith('/goods')) return null;
  return (
    <aside className="next-step">
      <span>
        {t('app.next_step')}: <strong>{next.name}</strong>
      </span>
      {next.state === 'preparing' ? (
        <span className="quiet">{t('home.state.preparing')}…</span>
      ) : (
        <ButtonLink href={next.where} look="main" aria-label={`${t('home.do_it')}: ${next.name}`}>
          {t('home.do_it')}
        </ButtonLink>
      )}
    </aside>
  );
}
