// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { fetchFile, pathWith } from '@/api/files';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { RadioGroup, Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { TextField } from '@/ui/fields';
import { languages, usePreferences } from '@/ui/preferences';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { FetchCodes, orderChanged } from './fetch_codes';
import { withoutMargins } from './label_picture';
import { StretchFields, useStretch, type Kept } from './stretch';

const kBlock = 1_000;
/** As many as the system draws at once. */
const kAtOnce = 5_000;

/** Labels with Data Matrix, for sheets or label printers; a picture of the first one beforehand. */
export function LabelForm({ order, line, kept }: { order: string; line: Schemas['OrderedLine']; kept: Kept }) {
  const t = useText();
  const { preferences } = usePreferences();
  const layouts = useQuery({ queryKey: ['layouts', preferences.language], queryFn: () => call(api.GET('/api/v1/labels/layouts')), staleTime: Infinity });
  const [wanted, setWanted] = useState<string>();
  const [format, setFormat] = useState<'pdf' | 'zpl'>('pdf');
  const [language, setLanguage] = useState<Schemas['LabelLanguage']>(preferences.language);
  const [note, setNote] = useState('');
  const [picture, setPicture] = useState<string>();
  const choice = useStretch(line, kBlock, kept);
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture) : undefined), [picture]);
  const layout = layouts.data?.layouts.find((one) => one.layout === wanted) ?? layouts.data?.layouts[0];
  const { from, count } = choice.stretch;
  const look = { layout: layout?.layout, language, note: note.trim() };
  const drawn = layout?.medium === 'roll' ? format : 'pdf';
  const path = `/api/v1/orders/${order}/lines/${line.line}/labels`;
  const showing = useMutation({
    mutationFn: () => fetchFile(pathWith(path, { ...look, from, count: 1, format: 'png' })),
    onSuccess: async ({ file }) => {
      setPicture(URL.createObjectURL(await withoutMargins(file)));
      orderChanged(order);
    },
  });
  const prepare = () =>
    call(
      api.POST('/api/v1/orders/{order}/lines/{line}/labels/tasks', {
        params: { path: { order, line: line.line }, header: { 'Idempotency-Key': newKey() } },
        body: { from, count, format: drawn, layout: look.layout, language, ...(look.note ? { note: look.note } : {}) },
      }),
    );
  if (layouts.error) return <ErrorNotice error={layouts.error} onRetry={() => void layouts.refetch()} />;
  if (!layouts.data || !layout) return <Skeleton />;
  return (
    <div className="stack">
      <StretchFields line={line} choice={choice} />
      <div className="grid">
        <Select
          label={t('orders.layout')}
          choices={layouts.data.layouts.map((one) => ({ id: one.layout, name: one.name, about: t(`orders.medium.${one.medium}`, { labels: one.labels_of_page }) }))}
          selectedKey={layout.layout}
          onSelectionChange={(key) => setWanted(String(key))}
        />
        <Select
          label={t('orders.label_language')}
          choices={languages.map((id) => ({ id, name: t(`orders.language.${id}`) }))}
          selectedKey={language}
          onSelectionChange={(key) => setLanguage(key as Schemas['LabelLanguage'])}
        />
        <TextField label={t('orders.note')} hint={t('orders.note_hint')} value={note} onChange={setNote} maxLength={60} />
      </div>
      {layout.medium === 'roll' && (
        <RadioGroup
          label={t('orders.format')}
          value={format}
          onChange={(value) => setFormat(value as 'pdf' | 'zpl')}
          choices={(['pdf', 'zpl'] as const).map((id) => ({ id, name: id.toUpperCase(), about: t(`orders.format_about.${id}`) }))}
        />
      )}
      <FetchCodes
        order={order}
        count={count}
        mostAtOnce={kAtOnce}
        path={pathWith(path, { ...look, from, count, format: drawn })}
        name={`${order}-${line.line}.${drawn}`}
        prepare={prepare}
        label={t('orders.download_labels', { count })}
        error={showing.error}
      >
        <Button isDisabled={showing.isPending} onPress={() => showing.mutate()}>
          {t('orders.show_label')}
        </Button>
      </FetchCodes>
      <p className="field-hint">{t('orders.label_counts')}</p>
      {picture && <img className="label-picture" src={picture} alt={t('orders.label_picture', { number: from + 1 })} />}
    </div>
  );
}
