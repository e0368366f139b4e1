// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useSavedViews } from '@/api/preferences';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { DateField } from '@/ui/DateField';
import { TextField } from '@/ui/fields';
import { FilterBar } from '@/ui/FilterBar';
import { SavedViews } from '@/ui/SavedViews';
import { useText } from '@/ui/text';
import { statuses } from './code_state';
import { filterNames, nothing } from './filters';

type Name = (typeof filterNames)[number];

interface Texts {
  name: Name;
  label: string;
}

function Day({ name }: { name: Name }) {
  const t = useText();
  const [address, setAddress] = useAddress();
  return <DateField onlyDays label={t(`codes.by.${name}`)} value={address[name] ?? ''} onChange={(day) => setAddress({ [name]: day })} />;
}

/** A text of the address that is taken when it is finished: with Enter, or when the field is left. */
function Written(props: Texts) {
  const [address] = useAddress();
  const held = address[props.name] === undefined ? '' : String(address[props.name]);
  return <Writing key={held} {...props} held={held} />;
}

function Writing({ name, label, held }: Texts & { held: string }) {
  const [, setAddress] = useAddress();
  const [text, setText] = useState(held);
  const take = () => text !== held && setAddress({ [name]: text.trim() });
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      mono={name === 'gtin' || name === 'order'}
    />
  );
}

export function CodeFilters() {
  const t = useText();
  const [address, setAddress] = useAddress();
  const views = useSavedViews('codes');
  const said = filterNames.filter((name) => address[name]);
  const wordOf = (name: Name): string => {
    const value = String(address[name]);
    if (name === 'status') return t(`codes.status.${value}`);
    if (name === 'packed') return t(`codes.packed.${value}`);
    return t('codes.filter_of', { name: t(`codes.by.${name}`), value });
  };
  const further = filterNames.slice(2).some((name) => name !== 'status' && address[name]);
  return (
    <FilterBar
      filters={said.map((id) => ({ id, text: wordOf(id) }))}
      onRemove={(id) => setAddress({ [id]: undefined })}
      onClear={() => setAddress(nothing)}
      views={<SavedViews {...views} fields={filterNames} />}
    >
      <Written name="gtin" label={t('codes.by.gtin')} />
      <Written name="order" label={t('codes.by.order')} />
      <Select
        label={t('codes.status')}
        choices={statuses.map((id) => ({ id, name: t(`codes.status.${id}`) }))}
        selectedKey={address.status ?? null}
        onSelectionChange={(key) => setAddress({ status: String(key) })}
      />
      <details className="wide" open={further || undefined}>
        <summary>{t('codes.more_filters')}</summary>
        <div className="grid">
          <Day name="emitted_from" />
          <Day name="emitted_until" />
          <Day name="produced_from" />
          <Day name="produced_to" />
          <Day name="expires_from" />
          <Day name="expires_to" />
          <Written name="batch" label={t('codes.by.batch')} />
          <Written name="place" label={t('codes.by.place')} />
          <Select
            label={t('codes.by.packed')}
            choices={['true', 'false'].map((id) => ({ id, name: t(`codes.packed.${id}`) }))}
            selectedKey={address.packed === undefined ? null : String(address.packed)}
            onSelectionChange={(key) => setAddress({ packed: String(key) })}
          />
        </div>
      </details>
    </FilterBar>
  );
}
