// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { readAside } from '@/ui/codes/read_aside';
import type { ReadCode } from '@/ui/codes/read_codes';
import { FileDrop } from '@/ui/FileDrop';
import { Dialog } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { byGrade } from './graded_lines';
import type { Field } from './jobs';

interface Props {
  lists: readonly Field[];
  codes: Record<string, ReadCode[]>;
  onChange: (changed: Record<string, ReadCode[]>) => void;
}

/** Codes with their grades, as a verifier at the line writes them down. */
export function FromVerifier({ lists, codes, onChange }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [unread, setUnread] = useState<number[]>([]);
  const grades = lists.flatMap((one) => (one.grade ? [one.grade] : []));
  const take = async (file: File) => {
    const read = byGrade(await file.text(), grades);
    const changed: Record<string, ReadCode[]> = {};
    const known = Object.values(codes).flatMap((list) => list.map((one) => one.identity));
    let added = 0;
    for (const { name, grade } of lists) {
      const found = grade ? read.lists[grade] : undefined;
      if (!found) continue;
      const reading = await readAside(found.join('\n'), known);
      known.push(...reading.codes.map((one) => one.identity));
      added += reading.codes.length;
      changed[name] = [...(codes[name] ?? []), ...reading.codes];
    }
    onChange(changed);
    setUnread(read.unread);
    toast(t('documents.verifier_added', { count: added }));
    if (!read.unread.length) setOpen(false);
  };
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{t('documents.from_verifier')}</Button>
      <Dialog title={t('documents.from_verifier')} isOpen={open} onClose={() => setOpen(false)}>
        <p className="quiet">{t('documents.from_verifier_about', { grades: grades.join(', ') })}</p>
        <FileDrop label={t('documents.verifier_file')} accept=".txt,.csv,.tsv" onFile={(file) => void take(file)} />
        {unread.length > 0 && <Notice tone="warn">{t('documents.verifier_unread', { count: unread.length, first: unread[0] ?? 0 })}</Notice>}
      </Dialog>
    </div>
  );
}
