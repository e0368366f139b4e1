// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { Schemas } from '@/api/queries';
import { RadioGroup, Select } from '@/ui/choices';
import { NumberField } from '@/ui/fields';
import { useText } from '@/ui/text';
import type { Stretch } from './given_out';

type Line = Schemas['OrderedLine'];
type Part = 'next' | 'all' | 'some';
/** What alone is given out; null: everything. */
export type Kept = readonly Stretch[] | null;

interface Choice {
  stretch: Stretch;
  part: Part;
  parts: readonly Part[];
  kept: Kept;
  /** Within which `some` lies. */
  bounds: Stretch;
  choose(part: Part): void;
  set(changes: Partial<Stretch>): void;
}

const holds = ({ from, count }: Stretch, code: number): boolean => code >= from && code < from + count;

/** Which codes of a line are wanted: those not fetched yet, all, or some. `size`: of a block. */
export function useStretch(line: Line, size: number, kept: Kept): Choice {
  const rest = line.quantity - line.delivered;
  const [chosen, setPart] = useState<Part>('next');
  const [own, setOwn] = useState<Stretch>(() => kept?.[0] ?? { from: line.delivered % line.quantity, count: Math.min(size, rest || line.quantity) });
  const parts: readonly Part[] = kept ? [] : rest > 0 ? ['next', 'all', 'some'] : ['all', 'some'];
  const part = kept ? 'some' : parts.includes(chosen) ? chosen : 'all';
  const bounds = kept?.find((one) => holds(one, own.from)) ?? kept?.[0] ?? { from: 0, count: line.quantity };
  const stretch =
    part === 'all' ? { from: 0, count: line.quantity } : part === 'next' ? { from: line.delivered, count: Math.min(own.count, rest) } : own;
  return { stretch, part, parts, kept, bounds, choose: setPart, set: (changes) => setOwn((before) => ({ ...before, ...changes })) };
}

export function StretchFields({ line, choice }: { line: Line; choice: Choice }) {
  const t = useText();
  const { stretch, part, parts, kept, bounds } = choice;
  const rest = line.quantity - line.delivered;
  const end = bounds.from + bounds.count;
  return (
    <>
      {parts.length > 0 && (
        <RadioGroup
          label={t('orders.which_codes')}
          value={part}
          onChange={(value) => choice.choose(value as Part)}
          choices={parts.map((id) => ({ id, name: t(`orders.part.${id}`, { rest, count: line.quantity }) }))}
        />
      )}
      {kept && kept.length > 1 && (
        <Select
          label={t('orders.which_codes')}
          choices={kept.map(({ from, count }) => ({ id: String(from), name: t('orders.numbers', { from: from + 1, to: from + count }) }))}
          selectedKey={String(bounds.from)}
          onSelectionChange={(key) => choice.set(kept.find((one) => String(one.from) === key) ?? bounds)}
        />
      )}
      {part !== 'all' && (
        <div className="grid">
          {part === 'some' && (
            <NumberField
              label={t('orders.from')}
              value={stretch.from + 1}
              minValue={bounds.from + 1}
              maxValue={end}
              onChange={(from) => choice.set({ from: from - 1, count: Math.min(stretch.count, end - from + 1) })}
            />
          )}
          <NumberField
            label={t('orders.how_many')}
            value={stretch.count}
            minValue={1}
            maxValue={part === 'next' ? rest : end - stretch.from}
            onChange={(count) => choice.set({ count })}
          />
        </div>
      )}
    </>
  );
}
