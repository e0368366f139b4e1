// SPDX-License-Identifier: Apache-2.0
import { DateField } from './DateField';
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
      <DateField onlyDays label={t('ui.from')} value={from} onChange={(day) => onChange({ from: day })} />
      <DateField
        onlyDays
        label={t('ui.until')}
        value={until}
        onChange={(day) => onChange({ until: day })}
        error={from && until && until < from ? t('ui.period_backwards') : undefined}
      />
    </>
  );
}
