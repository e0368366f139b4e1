// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { TextArea } from './fields';
import { useText } from './text';

/** The separator GS as people and programs write it, beside the character itself. */
const kWrittenSeparator = /\\x1d|\\u001d|<GS>|\{GS\}|\u241d/gi;

export interface PastedCodes {
  codes: string[];
  repeated: number;
}

/** One code a line; repeated ones once. What a code is, the system decides. */
export function readCodes(text: string): PastedCodes {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(kWrittenSeparator, '\u001d'))
    .filter(Boolean);
  const codes = [...new Set(lines)];
  return { codes, repeated: lines.length - codes.length };
}

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** As many as the country allows in one request. */
  max: number;
}

/** Codes are pasted here, thousands at once; how many there are is told at once. */
export function CodeArea({ label, value, onChange, max }: Props) {
  const t = useText();
  const { codes, repeated } = useMemo(() => readCodes(value), [value]);
  return (
    <TextArea
      label={label}
      value={value}
      onChange={onChange}
      rows={8}
      mono
      hint={<span aria-live="polite">{t('ui.codes_pasted', { count: codes.length, repeated })}</span>}
      error={codes.length > max ? t('ui.codes_too_many', { max }) : undefined}
    />
  );
}
