// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Menu } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { askAboutPage } from './ask_support';
import { openKeys } from './keys_door';
import { useSignOut } from './sign_out';

/** Who is signed in, for whom, and the way out. */
export function AccountMenu({ me }: { me: Schemas['Me'] }) {
  const t = useText();
  const go = useGo();
  const signOut = useSignOut();
  const choices = [
    ...(me.participant.authority
      ? [{ id: 'operator', name: t('app.operator_side'), href: '/operator' }, { id: 'home', name: t('app.to_participant_side'), href: '/home' }]
      : [{ id: 'ask', name: t('ui.ask_support'), onAction: () => go(askAboutPage()) }]),
    { id: 'profile', name: t('nav.profile'), href: '/profile' },
    { id: 'help', name: t('app.help'), href: '/help' },
    { id: 'keys', name: t('app.keys'), onAction: openKeys },
    { id: 'out', name: t('app.sign_out'), onAction: () => void signOut() },
  ];
  return (
    <Menu label={t('app.account')} choices={choices}>
      <Button look="quiet">
        <span className="account">
          <span className="seen-by-readers">{t('app.account')}</span>
          <span className="account-letter" aria-hidden="true">
            {me.person.slice(0, 1)}
          </span>
          <span className="account-names">
            <span>{me.person}</span>
            <span className="quiet small">{me.participant.name}</span>
          </span>
        </span>
      </Button>
    </Menu>
  );
}
