// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState, type ReactNode } from 'react';
import { Button } from './Button';
import { Select } from './choices';
import { visible } from './codes/CodeTable';
import { Table } from './Table';
import { asCsv, keepText } from './table_file';
import { useText } from './text';

/** Why something of a document was refused: what and what to do. */
export interface RefusalLine {
  pointer: string;
  code?: string | null;
  error: string;
  title: string;
  remedy: string;
}

interface Props {
  label: string;
  lines: readonly RefusalLine[];
  /** There are more refused codes than lines. */
  total: number;
  fileName: string;
  actions?: ReactNode;
}

/** Codes that were refused, by reason; narrowed to one of them, and taken along as a file. */
export function Refusals({ label, lines, total, fileName, actions }: Props) {
  const t = useText();
  const [only, setOnly] = useState<string | null>(null);
  const reasons = useMemo(() => {
    const found = new Map<string, { title: string; remedy: string; count: number }>();
    for (const one of lines) {
      const reason = found.get(one.error) ?? { title: one.title, remedy: one.remedy, count: 0 };
      found.set(one.error, { ...reason, count: reason.count + 1 });
    }
    return [...found].sort((a, b) => b[1].count - a[1].count);
  }, [lines]);
  const shown = only ? lines.filter((one) => one.error === only) : lines;
  const save = () =>
    keepText(
      asCsv([
        [t('ui.codes.code'), t('ui.refusals.reason'), t('ui.refusals.remedy'), t('ui.refusals.name')],
        ...lines.map((one) => [one.code ?? one.pointer, one.title, one.remedy, one.error]),
      ]),
      fileName,
    );
  if (!lines.length) return null;
  return (
    <section className="stack" aria-label={label}>
      <h3>{label}</h3>
      <ul className="stack-tight">
        {reasons.map(([error, reason]) => (
          <li key={error}>
            <strong>{t('ui.refusals.times', { title: reason.title, count: reason.count })}</strong> {reason.remedy}
          </li>
        ))}
      </ul>
      {total > lines.length && <p className="quiet">{t('ui.refusals.first', { shown: lines.length, total })}</p>}
      <div className="row">
        {reasons.length > 1 && (
          <Select
            label={t('ui.refusals.only')}
            choices={[{ id: '', name: t('ui.refusals.all') }, ...reasons.map(([id, reason]) => ({ id, name: reason.title }))]}
            selectedKey={only ?? ''}
            onSelectionChange={(key) => setOnly(key ? String(key) : null)}
          />
        )}
        <Button onPress={save}>{t('ui.refusals.save')}</Button>
        {actions}
      </div>
      <Table
        label={label}
        rows={shown}
        idOf={(row) => row.pointer}
        columns={[
          { id: 'code', name: t('ui.codes.code'), kind: 'code', width: '1fr', cell: (row) => visible(row.code ?? row.pointer) },
          { id: 'reason', name: t('ui.refusals.reason'), width: '1fr', cell: (row) => row.title },
        ]}
        empty={null}
      />
    </section>
  );
}
