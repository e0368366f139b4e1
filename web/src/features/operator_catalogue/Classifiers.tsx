// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { DateField } from '@/ui/DateField';
import { TextField } from '@/ui/fields';
import { SortedTable } from '@/ui/SortedTable';
import { Card, EmptyState, PageHeader, ProgressBar, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Day, Moment } from '@/ui/values';
import { isDay } from '@/ui/written_day';

const kShownLines = 6;

/** Lists of customs and national codes of goods: a whole list, for a day on. */
export default function Classifiers() {
  const t = useText();
  const loads = useQuery({ queryKey: ['operator', 'classifiers'], queryFn: () => call(api.GET('/api/v1/operator/classifiers')) });
  return (
    <>
      <PageHeader title={t('operator_catalogue.classifiers')} about={t('operator_catalogue.classifiers_about')} />
      <Load known={[...new Set(loads.data?.loads.map((one) => one.classifier))]} />
      {loads.error && <ErrorNotice error={loads.error} onRetry={() => void loads.refetch()} />}
      {loads.isPending && <Skeleton />}
      {loads.data && (
        <SortedTable
          label={t('operator_catalogue.classifiers')}
          rows={loads.data.loads}
          idOf={(row) => row.number}
          columns={[
            { id: 'classifier', name: t('operator_catalogue.classifier'), kind: 'code', cell: (row) => row.classifier },
            { id: 'from', name: t('operator_catalogue.effective'), kind: 'day', cell: (row) => <Day date={row.effective_from} /> },
            { id: 'entries', name: t('operator_catalogue.entries'), kind: 'number', cell: (row) => <Count value={row.entries} /> },
            { id: 'at', name: t('operator_catalogue.loaded'), kind: 'moment', cell: (row) => <Moment at={row.loaded_at} /> },
            { id: 'person', name: t('operator_catalogue.person'), width: '2fr', cell: (row) => row.person },
            { id: 'sha', name: 'SHA-256', kind: 'code', cell: (row) => row.sha256 },
          ]}
          empty={<EmptyState title={t('operator_catalogue.no_classifiers')}>{t('operator_catalogue.no_classifiers_about')}</EmptyState>}
        />
      )}
    </>
  );
}

function Load({ known }: { known: readonly string[] }) {
  const t = useText();
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [classifier, setClassifier] = useState('');
  const [from, setFrom] = useState(() => dayFromToday(1));
  const load = useConfirmed<Schemas['ClassifierLoad']>({
    onDone: (loaded) => {
      toast(t('operator_catalogue.loaded_toast', { count: loaded.entries }));
      setFile(null);
    },
  });
  const send = (content: string) => {
    const body = { kind: 'load_classifier', classifier: classifier.trim(), effective_from: from, content } satisfies Schemas['LoadClassifier'];
    load.mutate({ path: '/api/v1/operator/classifiers', body });
  };
  const take = async (chosen: File) => {
    setFile({ name: chosen.name, content: (await chosen.text()).replace(/\r\n?/g, '\n') });
    if (!classifier) setClassifier(chosen.name.replace(/\.csv$/i, ''));
  };
  return (
    <Card title={t('operator_catalogue.load')}>
      <FileDrop label={t('operator_catalogue.file')} accept=".csv" onFile={(chosen) => void take(chosen)} />
      {file && (
        <>
          <strong>{file.name}</strong>
          <pre className="paper code-lines" tabIndex={0} aria-label={file.name}>
            {file.content.slice(0, 2_000).split(/\r?\n/).slice(0, kShownLines).join('\n')}
          </pre>
        </>
      )}
      <div className="row row-end">
        <TextField label={t('operator_catalogue.classifier')} hint={known.join(', ')} value={classifier} onChange={setClassifier} mono />
        <DateField label={t('operator_catalogue.effective')} value={from} onChange={setFrom} />
      </div>
      {load.isPending && <ProgressBar label={t('operator_catalogue.loading')} />}
      {load.error && <AgentNotice error={load.error} />}
      <div>
        <Button look="main" isDisabled={!file || !classifier.trim() || !isDay(from) || load.isPending} onPress={() => file && send(file.content)}>
          {t('operator_catalogue.load')}
        </Button>
      </div>
    </Card>
  );
}
