// SPDX-License-Identifier: Apache-2.0
import { Switch } from '@/ui/choices';
import { Dialog } from '@/ui/overlays';
import { usePreferences } from '@/ui/preferences';
import { useText } from '@/ui/text';

/** What each does: texts `app.keys.<name>`. */
const kKeys = [
  [['Ctrl', 'K'], 'search'],
  [['/'], 'search_short'],
  [['j', 'k'], 'rows'],
  [['↓', '↑', 'Page Down', 'Page Up', 'Home', 'End'], 'rows_long'],
  [['Enter'], 'open'],
  [['Esc'], 'close'],
  [['Alt', '↓'], 'calendar'],
  [['F8'], 'separator'],
  [['?'], 'list'],
] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { preferences, prefer } = usePreferences();
  return (
    <Dialog title={t('app.keys')} isOpen onClose={onClose}>
      <dl className="facts key-list">
        {kKeys.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`app.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch isSelected={preferences.keys === 'on'} onChange={(on) => prefer({ keys: on ? 'on' : 'off' })}>
        {t('app.keys_letters')}
      </Switch>
    </Dialog>
  );
}
