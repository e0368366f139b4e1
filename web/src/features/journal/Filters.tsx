// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { useMay, useMe } from '@/api/queries';
import type { Address } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select, Switch } from '@/ui/choices';
import { TextField } from '@/ui/fields';
import { FilterBar } from '@/ui/FilterBar';
import { PeriodFields } from '@/ui/PeriodFields';
import { useText } from '@/ui/text';
import { useActionName } from './action_name';
import { areasFor, fields } from './journal_filters';

export function Filters({ address, onChange }: { address: Address; onChange: (changes: Address) => void }) {
  const t = useText();
  const may = useMay();
  const me = useMe();
  const actionName = useActionName();
  const [object, setObject] = useState('');
  const users = useQuery({ queryKey: ['users'], queryFn: () => call(api.GET('/api/v1/users')), enabled: may('users') }).data?.users ?? [];
  const areaName = (kind: string) => t(`journal_words.area.${kind.replace('.', '')}`);
  const shown = (field: string, value: string): string => {
    if (field === 'user') return users.find((one) => one.user === value)?.person ?? value;
    if (field === 'refused') return t(value === 'true' ? 'journal.refused' : 'journal.done');
    if (field === 'action') return value.endsWith('.') ? areaName(value) : actionName(value);
    return value;
  };
  const clear = () => onChange(Object.fromEntries(fields.map((field) => [field, undefined])));
  return (
    <FilterBar
      filters={fields.flatMap((field) => {
        const value = address[field];
        return value === undefined ? [] : [{ id: field, text: `${t(`journal.filter.${field}`)}: ${shown(field, value)}` }];
      })}
      onRemove={(field) => onChange({ [field]: undefined })}
      onClear={clear}
    >
      <Select
        label={t('journal.filter.action')}
        choices={areasFor(me?.rights ?? []).map((area) => ({ id: `${area}.`, name: areaName(area) }))}
        selectedKey={address.action ?? null}
        onSelectionChange={(key) => onChange({ action: String(key) })}
      />
      {users.length > 0 && (
        <Select
          label={t('journal.filter.user')}
          choices={users.map((one) => ({ id: one.user, name: one.person }))}
          selectedKey={address.user ?? null}
          onSelectionChange={(key) => onChange({ user: String(key) })}
        />
      )}
      <PeriodFields from={address.from ?? ''} until={address.until ?? ''} onChange={onChange} />
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          const text = object.trim();
          // A number is of a document or an order; anything longer with letters is a code.
          onChange(/^\d{15,20}$/.test(text) || text.length < 18 ? { object: text, code: undefined } : { code: text, object: undefined });
          setObject('');
        }}
      >
        <TextField label={t('journal.filter.object')} value={object} onChange={setObject} mono />
        <Button type="submit">{t('journal.find')}</Button>
      </form>
      <Switch isSelected={address.refused === 'true'} onChange={(on) => onChange({ refused: on ? 'true' : undefined })}>
        {t('journal.only_refused')}
      </Switch>
    </FilterBar>
  );
}
