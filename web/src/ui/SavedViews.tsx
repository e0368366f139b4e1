// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useAddress, type Address } from './address';
import { Button } from './Button';
import { ErrorNotice } from './ErrorNotice';
import { TextField } from './fields';
import { useKeptFocus } from './kept_focus';
import { Popover } from './overlays';
import { useText } from './text';

interface Props {
  views: readonly { name: string; address: string }[];
  /** Views that cannot be read or kept. */
  error: unknown;
  save: (view: { name: string; address: string }, onKept: () => void) => void;
  forget: (name: string) => void;
  /** Parts of the address that are filters, and not an opened row. */
  fields: readonly string[];
}

/** Filters under a name of one's own: one press brings them back. */
export function SavedViews({ views, error, save, forget, fields }: Props) {
  const t = useText();
  const [address, setAddress] = useAddress();
  const [name, setName] = useState('');
  const kept = useKeptFocus<HTMLDivElement>();
  const set = fields.filter((field) => address[field] !== undefined);
  const show = (kept: string) => {
    const wanted = Object.fromEntries(new URLSearchParams(kept));
    setAddress({ ...(Object.fromEntries(fields.map((field) => [field, undefined])) as Address), ...wanted }, { step: true });
  };
  return (
    <Popover label={t('ui.views')} opener={<Button>{t('ui.views')}</Button>}>
      {Boolean(error) && <ErrorNotice error={error} />}
      {!views.length && !error && <p className="quiet small">{t('ui.views_about')}</p>}
      <div className="stack-tight" {...kept}>
        {views.map((view) => (
        <div key={view.name} className="spread">
          <Button look="quiet" onPress={() => show(view.address)}>
            {view.name}
          </Button>
          <Button look="quiet" aria-label={t('ui.forget_view', { name: view.name })} onPress={() => forget(view.name)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
        ))}
      </div>
      {set.length > 0 && (
        <form
          className="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim()) return;
            save({ name: name.trim(), address: String(new URLSearchParams(set.map((field) => [field, address[field] ?? '']))) }, () => setName(''));
          }}
        >
          <TextField label={t('ui.view_name')} value={name} onChange={setName} />
          <div>
            <Button type="submit">{t('ui.keep_view')}</Button>
          </div>
        </form>
      )}
    </Popover>
  );
}
