// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Facts, Moment, Status, useCopy } from '@/ui/values';
import type { PackingDesk } from './desk';
import type { ClosedBox } from './store';

const kTones = { waiting: 'main', sent: 'good', refused: 'bad' } as const;

/** The boxes of the shift, the last one first. */
export function BoxList({ desk, boxes, mayReopen }: { desk: PackingDesk; boxes: readonly ClosedBox[]; mayReopen: boolean }) {
  const t = useText();
  const copy = useCopy();
  const [open, setOpen] = useState<string | null>(null);
  const opened = boxes.find((one) => one.id === open);
  const sent = boxes.filter((one) => one.state === 'sent').length;
  return (
    <section className="stack" aria-label={t('aggregation.boxes')}>
      <div className="spread">
        <h2>{t('aggregation.boxes_of', { count: boxes.length, units: boxes.reduce((sum, one) => sum + one.units.length, 0) })}</h2>
        {sent > 0 && (
          <Button look="quiet" onPress={() => desk.forgetSent()}>
            {t('aggregation.new_shift')}
          </Button>
        )}
      </div>
      <Table
        label={t('aggregation.boxes')}
        rows={boxes.toReversed()}
        idOf={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        columns={[
          { id: 'label', name: t('aggregation.box_label'), kind: 'code', width: '2fr', cell: (row) => row.label },
          { id: 'units', name: t('aggregation.units'), kind: 'number', width: 100, cell: (row) => <Count value={row.units.length} /> },
          { id: 'state', name: t('aggregation.state'), width: '1fr', cell: (row) => <Status tone={kTones[row.state]}>{t(`aggregation.state.${row.state}`)}</Status> },
        ]}
        empty={<p className="quiet">{t('aggregation.no_boxes')}</p>}
      />
      {opened && (
        <SidePanel title={opened.label} isOpen onClose={() => setOpen(null)}>
          <Facts
            rows={[
              [t('aggregation.state'), t(`aggregation.state.${opened.state}`)],
              [t('aggregation.units'), <Count key="units" value={opened.units.length} />],
              [t('aggregation.closed_at'), <Moment key="at" at={opened.at} />],
            ]}
          />
          {opened.why?.map((one, at) => <ErrorNotice key={at} error={{ problem: one }} />)}
          <div className="row">
            {opened.document && <ButtonLink href={`/documents/${opened.document}`}>{t('aggregation.to_document')}</ButtonLink>}
            <Button onPress={() => copy(opened.label)}>{t('aggregation.copy_label')}</Button>
            {opened.state === 'refused' && (
              <Button
                isDisabled={!mayReopen}
                onPress={() => {
                  desk.reopen(opened.id);
                  setOpen(null);
                }}
              >
                {t('aggregation.reopen')}
              </Button>
            )}
          </div>
          <ul className="packing-units mono small">
            {opened.identities.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </SidePanel>
      )}
    </section>
  );
}
