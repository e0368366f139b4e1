// SPDX-License-Identifier: Apache-2.0
import { useText } from '@/ui/text';
import { useBank } from './bank';
import type { Profile } from './profile_fields';

/** An account, and the bank by its name. */
export function Account({ bank }: { bank: Profile['bank'] }) {
  const name = useBank(bank?.bank ?? '').data?.name;
  if (!bank) return '—';
  return (
    <>
      <span className="mono">{`${bank.account} (${bank.bank})`}</span>
      {name && <div className="quiet">{name}</div>}
    </>
  );
}

/** A number for programs and payments, or that none was given. */
export const Kpp = ({ kpp }: { kpp: Profile['kpp'] }) => (kpp ? <span className="mono">{kpp}</span> : '—');

/** Production sites with where they are and their lines. */
export function Sites({ sites }: { sites: Profile['sites'] }) {
  const t = useText();
  if (!sites?.length) return '—';
  return (
    <ul className="stack-tight">
      {sites.map((site, at) => (
        <li key={at}>
          <strong>{site.name}</strong>
          <div>{site.address}</div>
          {site.kpp && <div className="quiet">{t('profile.kpp_is', { kpp: site.kpp })}</div>}
          {Boolean(site.lines?.length) && <div className="quiet">{t('profile.lines_are', { lines: site.lines?.join(', ') })}</div>}
        </li>
      ))}
    </ul>
  );
}
