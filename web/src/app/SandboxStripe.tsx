// SPDX-License-Identifier: Apache-2.0
import { useSystem } from '@/api/queries';
import { useText } from '@/ui/text';

/** Nobody takes a sandbox for the real thing. */
export function SandboxStripe() {
  const t = useText();
  const system = useSystem();
  if (!system?.sandbox) return null;
  return (
    <aside className="sandbox" aria-label={t('app.sandbox')}>
      <strong>{t('app.sandbox')}</strong>
      <span>{t('app.sandbox_about', { country: system.country_name })}</span>
    </aside>
  );
}
