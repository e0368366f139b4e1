// SPDX-License-Identifier: Apache-2.0
import { TextField } from './fields';
import { useText } from './text';

interface Props {
  from: string;
  until: string;
  onChange: (changes: { from?: string; until?: string }) => void;
}

/** First and last day. */
export function PeriodFields({ from, until, onChange }: Props) {
  const t = useText();
  return (
    <>
      <TextField type="date" label={t('ui.from')} value={from} onChange={(day) => onChange({ from: day })} />
      <TextField
        type="date"
        label={t('ui.until')}
        value={until}
        onChange={(day) => onChange({ until: day })}
        error={from && until && until < from ? t('ui.period_backwards') : undefined}
      />
    </>
  );
}
