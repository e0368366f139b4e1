// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { dropTask, lookAtTasks, useTasks } from '@/api/tasks';
import { Button } from '@/ui/Button';
import { RadioGroup } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { usePreferences } from '@/ui/preferences';
import { Card } from '@/ui/surfaces';
import { TaskList } from '@/ui/TaskList';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import type { CodeFilter } from './filters';

type Format = Schemas['CodesFormat'];
const kFormats: readonly Format[] = ['xlsx', 'csv', 'jsonl'];

/** Exactly what is filtered, as a file that is prepared aside. */
export function ExportCodes({ filter }: { filter: CodeFilter }) {
  const t = useText();
  const { language } = usePreferences().preferences;
  const [format, setFormat] = useState<Format>('xlsx');
  const tasks = useTasks((task) => task.kind === 'codes');
  const asking = useMutation({
    mutationFn: () =>
      call(api.POST('/api/v1/codes/export', { params: { header: { 'Idempotency-Key': newKey() } }, body: { ...filter, format, language } })),
    onSuccess: () => {
      toast(t('codes.export_begun'));
      void lookAtTasks();
    },
  });
  const dropping = useMutation({ mutationFn: dropTask });
  const error = asking.error ?? dropping.error;
  return (
    <Card title={t('codes.export')}>
      <p className="quiet">{t('codes.export_about')}</p>
      <RadioGroup
        label={t('codes.format')}
        value={format}
        onChange={(value) => setFormat(value as Format)}
        choices={kFormats.map((id) => ({ id, name: t(`codes.format.${id}`) }))}
      />
      {error && <ErrorNotice error={error} />}
      <div>
        <Button isDisabled={asking.isPending} onPress={() => asking.mutate()}>
          {t('codes.export_begin')}
        </Button>
      </div>
      {tasks.length > 0 && <TaskList label={t('codes.export')} tasks={tasks} onDrop={dropping.mutate} />}
    </Card>
  );
}
