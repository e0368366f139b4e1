// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, call } from '@/api/client';
import { TextField } from '@/ui/fields';
import { usePreferences } from '@/ui/preferences';
import { useText } from '@/ui/text';

interface Props {
  label: string;
  hint?: string;
  error?: string;
  name: string;
  classifier: string;
  value: string;
  onChange: (code: string) => void;
}

const kShortest = 2;
const kShown = 12;

/** A code of a classifier; entries that begin so are offered where a list is loaded. */
export function ClassField({ classifier, value, onChange, ...rest }: Props) {
  const t = useText();
  const { language } = usePreferences().preferences;
  const begins = useDeferredValue(value.replace(/\D/g, ''));
  const entries = useQuery({
    queryKey: ['classifier', classifier, begins, language],
    queryFn: () =>
      call(
        api.GET('/api/v1/classifiers/{classifier}/entries', {
          params: { path: { classifier }, query: { begins, limit: kShown } },
        }),
      ),
    enabled: begins.length >= kShortest,
    staleTime: 60_000,
    retry: false,
  });
  const found = entries.data?.entries ?? [];
  const exact = found.find((entry) => entry.code === begins);
  return (
    <div className="stack-tight">
      <TextField {...rest} value={value} onChange={onChange} inputMode="numeric" mono />
      {exact ? (
        <span className="small">{exact.name}</span>
      ) : (
        found.length > 0 && (
          <ul className="class-entries" aria-label={t('goods.class_entries')}>
            {found.map((entry) => (
              <li key={entry.code}>
                <button type="button" className="link link-button" onClick={() => onChange(entry.code)}>
                  <span className="mono">{entry.code}</span> {entry.name}
                </button>
              </li>
            ))}
          </ul>
        )
      )}
    </div>
  );
}
