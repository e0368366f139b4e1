// SPDX-License-Identifier: Apache-2.0
import { useText } from '@/ui/text';

/** What somebody may do, in words. */
export function Allowed({ rights }: { rights: readonly string[] }) {
  const t = useText();
  if (!rights.length) return <p className="quiet">{t('users.allowed_nothing')}</p>;
  return (
    <section className="stack-tight" aria-label={t('users.allowed')} aria-live="polite">
      <h3>{t('users.allowed')}</h3>
      <ul className="allowed">
        {rights.map((right) => (
          <li key={right}>{t(`users.right.${right}`)}</li>
        ))}
      </ul>
    </section>
  );
}
