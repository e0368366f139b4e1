// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { accessQuery, type Schemas } from '@/api/queries';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/surfaces';
import type { Page } from '@/ui/page';
import { useText } from '@/ui/text';

/** Steps that stand before work with codes; a group's or channel's step closes parts of it, and is told there. */
const kBefore: Record<NonNullable<Page['opensWith']>, string[]> = {
  profile: ['registration', 'profile', 'standing'],
  contracts: ['registration', 'profile', 'standing', 'connection'],
};

/** A page is of no use to whoever lacks its right. */
export const lacks = (page: Page, me: Schemas['Me']): boolean =>
  page.right !== undefined && !(me.rights as string[]).includes(page.right);

/** Says over a page that is closed which step opens it, or which right is missing and who gives it. */
export function Closed({ page, me }: { page: Page; me: Schemas['Me'] }) {
  const t = useText();
  const access = useQuery({ ...accessQuery, enabled: page.opensWith !== undefined });
  const missingRight = lacks(page, me) ? page.right : undefined;
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => call(api.GET('/api/v1/roles')), enabled: missingRight !== undefined });
  if (missingRight) {
    const giving = roles.data?.roles.filter((role) => (role.rights as string[]).includes(missingRight)).map((role) => role.name) ?? [];
    return <Notice tone="warn">{t('app.right_missing', { right: t(`users.right.${missingRight}`), roles: giving.join(', ') || 'none' })}</Notice>;
  }
  const before = page.opensWith ? kBefore[page.opensWith] : [];
  const missing = access.data?.steps.filter((step) => before.includes(step.step) && step.state !== 'done') ?? [];
  if (!missing.length) return null;
  return (
    <Notice tone="warn">
      <strong>{t('app.closed')}</strong>
      <ul>
        {missing.map((step) => (
          <li key={step.step + (step.group ?? '')}>
            {step.title} <Link href={step.where}>{t('app.go_there')}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
