// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ListTable } from '@/ui/ListTable';
import { Dialog, SidePanel } from '@/ui/overlays';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment } from '@/ui/values';
import { DeclareRecall, type Recall } from './DeclareRecall';
import { useBody, useOwnDocuments, type Judged } from './own_documents';

/** Goods that nobody may sell: declared and lifted; a check of any code says it at once. */
export default function Recalls() {
  const t = useText();
  const [declaring, setDeclaring] = useState(false);
  const [{ recall: opened }, setAddress] = useAddress();
  const list = useOwnDocuments('recall');
  const lifted = useOwnDocuments('lift_recall');
  const shown = list.rows.find((one) => one.document === opened);
  return (
    <>
      <PageHeader
        title={t('operator_codes.recalls')}
        about={t('operator_codes.recalls_about')}
        actions={
          <Button look="main" onPress={() => setDeclaring(true)}>
            {t('operator_codes.declare')}
          </Button>
        }
      />
      <ListTable
        label={t('operator_codes.recalls')}
        list={list}
        idOf={(row) => row.document ?? row.received_at}
        onOpen={(row) => setAddress({ recall: row.document ?? undefined }, { step: true })}
        columns={[
          { id: 'document', name: t('operator_codes.document'), kind: 'code', width: '2fr', cell: (row) => row.document },
          { id: 'at', name: t('operator_codes.at'), kind: 'moment', cell: (row) => <Moment at={row.received_at} /> },
          { id: 'person', name: t('operator_codes.person'), width: '2fr', cell: (row) => row.person },
        ]}
        empty={<EmptyState title={t('operator_codes.no_recalls')}>{t('operator_codes.no_recalls_about')}</EmptyState>}
      />
      <Dialog title={t('operator_codes.declare')} isOpen={declaring} onClose={() => setDeclaring(false)}>
        <DeclareRecall onDone={() => setDeclaring(false)} />
      </Dialog>
      {shown && <RecallPanel judged={shown} liftings={lifted.rows} onClose={() => setAddress({ recall: undefined })} />}
    </>
  );
}

function RecallPanel({ judged, liftings, onClose }: { judged: Judged; liftings: Judged[]; onClose: () => void }) {
  const t = useText();
  const body = useBody<Recall>(judged.document ?? '');
  const lift = useDocument({
    onDone: () => {
      toast(t('operator_codes.lifted'));
      onClose();
    },
  });
  return (
    <SidePanel title={body ? body.gtin : (judged.document ?? '')} isOpen onClose={onClose}>
      {!body && <Skeleton />}
      {body && (
        <Facts
          rows={[
            ['GTIN', <span key="gtin" className="mono">{body.gtin}</span>],
            [t('operator_codes.batch'), body.batch || t('operator_codes.every_batch')],
            [t('operator_codes.produced'), body.produced_from || body.produced_to ? `${body.produced_from ?? '…'} – ${body.produced_to ?? '…'}` : t('operator_codes.any_day')],
            [t('operator_codes.why'), body.reason],
            [t('operator_codes.instruction'), body.instruction],
            [t('operator_codes.at'), <Moment key="at" at={judged.received_at} />],
            [t('operator_codes.person'), judged.person],
          ]}
        />
      )}
      {lift.error && <AgentNotice error={lift.error} />}
      <div>
        <ConfirmButton
          label={t('operator_codes.lift')}
          isDisabled={lift.isPending || !judged.document}
          onConfirm={() => lift.mutate({ kind: 'lift_recall', recall: judged.document })}
        >
          <p>{t('operator_codes.lift_about')}</p>
        </ConfirmButton>
      </div>
      <Liftings of={judged.document ?? ''} liftings={liftings} />
    </SidePanel>
  );
}

/** Whether it was lifted stands in the documents that lift. */
function Liftings({ of, liftings }: { of: string; liftings: Judged[] }) {
  return (
    <>
      {liftings.map((one) => (
        <Lifting key={one.document} of={of} judged={one} />
      ))}
    </>
  );
}

function Lifting({ of, judged }: { of: string; judged: Judged }) {
  const t = useText();
  const body = useBody<{ recall: string }>(judged.document ?? '');
  if (body?.recall !== of) return null;
  return (
    <p>
      {t('operator_codes.was_lifted')} <Moment at={judged.received_at} />
    </p>
  );
}
