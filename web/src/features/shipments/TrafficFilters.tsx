// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useSavedViews } from '@/api/preferences';
import type { Address } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { TextField } from '@/ui/fields';
import { FilterBar } from '@/ui/FilterBar';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { useText } from '@/ui/text';
import { dateText } from '@/ui/uzbek_forms';
import { states, type Direction } from './traffic';

const kFilters = ['state', 'counterpart', 'from', 'until'] as const;

interface Props {
  direction: Direction;
  address: Address;
  onChange: (changes: Address) => void;
}

/** State, the other side, first and last day. */
export function TrafficFilters({ direction, address, onChange }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const [taxId, setTaxId] = useState('');
  const views = useSavedViews(direction === 'sent' ? 'shipments' : 'deliveries');
  const { state, counterpart, from, until } = address;
  const side = t(`shipments.counterpart.${direction}`);
  const day = (text: string) => dateText(new Date(`${text}T00:00:00Z`), locale, { zone: 'UTC', style: 'long' });
  const filters = [
    ...(state ? [{ id: 'state', text: t(`shipments.state.${direction}.${state}`) }] : []),
    ...(counterpart ? [{ id: 'counterpart', text: `${side}: ${counterpart}` }] : []),
    ...(from ? [{ id: 'from', text: t('shipments.since', { day: day(from) }) }] : []),
    ...(until ? [{ id: 'until', text: t('shipments.up_to', { day: day(until) }) }] : []),
  ];
  return (
    <FilterBar
      filters={filters}
      onRemove={(id) => onChange({ [id]: undefined })}
      onClear={() => onChange({ state: undefined, counterpart: undefined, from: undefined, until: undefined })}
      views={<SavedViews {...views} fields={kFilters} />}
    >
      <Select
        label={t('shipments.state')}
        choices={states.map((id) => ({ id, name: t(`shipments.state.${direction}.${id}`) }))}
        selectedKey={state ?? null}
        onSelectionChange={(key) => onChange({ state: String(key) })}
      />
      <PeriodFields from={from ?? ''} until={until ?? ''} onChange={onChange} />
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ counterpart: taxId.replace(/\s/g, '') });
          setTaxId('');
        }}
      >
        <TextField label={t(`shipments.tax_id.${direction}`)} value={taxId} onChange={setTaxId} mono />
        <Button type="submit">{t('shipments.find')}</Button>
      </form>
    </FilterBar>
  );
}
