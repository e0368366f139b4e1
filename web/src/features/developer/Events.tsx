// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useEvents, type LiveEvent } from '@/api/events';
import { useMay } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/choices';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';

const kKept = 500;

/** The stream of events as a program hears it, while the page is open. */
export default function Events() {
  const t = useText();
  const may = useMay();
  const [events, setEvents] = useState<LiveEvent[]>([]);
  const [paused, setPaused] = useState(false);
  useEvents((event) => {
    if (!paused) setEvents((before) => [event, ...before].slice(0, kKept));
  }, may('see_codes'));
  return (
    <>
      <PageHeader title={t('developer.events')} about={t('developer_words.events_about')} />
      <div className="row">
        <Status tone={paused ? 'warn' : 'good'}>{t(paused ? 'developer_words.paused' : 'developer_words.listening')}</Status>
        <Switch isSelected={paused} onChange={setPaused}>
          {t('developer_words.pause')}
        </Switch>
        <Button isDisabled={!events.length} onPress={() => setEvents([])}>
          {t('developer_words.clear')}
        </Button>
      </div>
      <Table
        label={t('developer.events')}
        rows={events}
        idOf={(row) => `${row.id} ${row.name}`}
        columns={[
          { id: 'name', name: t('developer_words.event'), kind: 'code', cell: (row) => row.name },
          { id: 'at', name: t('developer_words.heard'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
          { id: 'id', name: 'Last-Event-ID', kind: 'code', cell: (row) => row.id },
          { id: 'data', name: t('developer_words.data'), kind: 'code', width: '3fr', cell: (row) => row.data },
        ]}
        empty={<EmptyState title={t('developer_words.no_events')}>{t('developer_words.no_events_about')}</EmptyState>}
      />
    </>
  );
}
