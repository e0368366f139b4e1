// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { Schemas } from '@/api/queries';
import { RadioGroup } from '@/ui/choices';
import { NumberField } from '@/ui/fields';
import { useText } from '@/ui/text';

type Line = Schemas['OrderedLine'];
type Part = 'next' | 'all' | 'some';

export interface Stretch {
  /** Counted from 0. */
  from: number;
  count: number;
}

interface Choice {
  stretch: Stretch;
  part: Part;
  choose(part: Part): void;
  set(changes: Partial<Stretch>): void;
}

/** Which codes of a line are wanted: those not fetched yet, all, or some. `size`: of a block. */
export function useStretch(line: Line, size: number): Choice {
  const rest = line.quantity - line.delivered;
  const [part, setPart] = useState<Part>(rest > 0 ? 'next' : 'all');
  const [own, setOwn] = useState<Stretch>({ from: line.delivered % line.quantity, count: Math.min(size, rest || line.quantity) });
  const stretch =
    part === 'all' ? { from: 0, count: line.quantity } : part === 'next' ? { from: line.delivered, count: Math.min(own.count, rest) } : own;
  return {
    stretch,
    part: part === 'next' && rest <= 0 ? 'all' : part,
    choose: setPart,
    set: (changes) => setOwn((before) => ({ ...before, ...changes })),
  };
}

export function StretchFields({ line, choice }: { line: Line; choice: Choice }) {
  const t = useText();
  const { stretch, part } = choice;
  const rest = line.quantity - line.delivered;
  const parts: Part[] = rest > 0 ? ['next', 'all', 'some'] : ['all', 'some'];
  return (
    <>
      <RadioGroup
        label={t('orders.which_codes')}
        value={part}
        onChange={(value) => choice.choose(value as Part)}
        choices={parts.map((id) => ({ id, name: t(`orders.part.${id}`, { rest, count: line.quantity }) }))}
      />
      {part !== 'all' && (
        <div className="grid">
          {part === 'some' && (
            <NumberField
              label={t('orders.from')}
              value={stretch.from + 1}
              minValue={1}
              maxValue={line.quantity}
              onChange={(from) => choice.set({ from: from - 1, count: Math.min(stretch.count, line.quantity - from + 1) })}
            />
          )}
          <NumberField
            label={t('orders.how_many')}
            value={stretch.count}
            minValue={1}
            maxValue={part === 'next' ? rest : line.quantity - stretch.from}
            onChange={(count) => choice.set({ count })}
          />
        </div>
      )}
    </>
  );
}
