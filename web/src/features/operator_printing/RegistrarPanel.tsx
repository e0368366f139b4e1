// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useMay, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useIsPage } from '@/ui/address';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status, type Tone } from '@/ui/values';

type Registrar = Schemas['Registrar'];
type Move = Schemas['RegistrarMove'];

/** What may happen to a registrar in each of its states: docs/registrars.md. */
const kMoves: Record<Schemas['RegistrarState'], readonly Move[]> = {
  applied: ['confirm', 'refuse', 'withdraw'],
  active: ['suspend', 'withdraw'],
  suspended: ['resume', 'withdraw'],
  withdrawn: [],
  refused: [],
};

interface Props {
  registrar: Registrar;
  title: string;
  tone: Tone;
  onClose: () => void;
}

/** A registrar as it was asked for, and the operator's word on it. */
export function RegistrarPanel({ registrar, title, tone, onClose }: Props) {
  const t = useText();
  const may = useMay();
  const isPage = useIsPage();
  const decide = useConfirmed<Registrar>({
    onDone: () => {
      toast(t('operator_printing.decided'));
      onClose();
    },
  });
  const move = (what: Move, reason?: string) => {
    const body: Schemas['DecideRegistrar'] = { kind: 'decide_registrar', number: registrar.number, move: what, ...(reason ? { reason } : {}) };
    decide.mutate({ path: `/api/v1/operator/registrars/${registrar.number}`, body });
  };
  const said = (name: string, value: string): [string, ReactNode][] => (value ? [[name, <span key={name} className="mono">{value}</span>]] : []);
  const participant = `/operator/participants/${registrar.tax_id}`;
  return (
    <SidePanel title={title} isOpen onClose={onClose}>
      <Status tone={tone}>{t(`printing.state.${registrar.state}`)}</Status>
      <Facts
        rows={[
          [t('operator_printing.participant'), isPage(participant) ? <Link href={participant}>{registrar.tax_id}</Link> : registrar.tax_id],
          [t('printing.kind'), t(`printing.kind.${registrar.kind}`)],
          ...said(t('printing.model'), registrar.model),
          ...said(t('printing.serial'), registrar.serial),
          ...said(t('printing.software'), registrar.software),
          ...said(t('printing.access'), registrar.access),
          [t('printing.place'), registrar.place],
          [t('printing.person'), registrar.person],
          [t('printing.applied'), <Moment key="applied" at={registrar.applied} />],
          [t('printing.changed'), <Moment key="changed" at={registrar.changed} />],
          ...(registrar.reason ? [[t('operator_printing.reason'), registrar.reason] as [string, ReactNode]] : []),
          ...said(t('printing.number'), registrar.number),
        ]}
      />
      {decide.error && <AgentNotice error={decide.error} />}
      <div className="row">
        {may('support') && kMoves[registrar.state].map((one) => <MoveButton key={one} move={one} busy={decide.isPending} onMove={move} />)}
      </div>
    </SidePanel>
  );
}

function MoveButton({ move, busy, onMove }: { move: Move; busy: boolean; onMove: (move: Move, reason?: string) => void }) {
  const t = useText();
  const label = t(`operator_printing.move.${move}`);
  const about = <p>{t(`operator_printing.move_about.${move}`)}</p>;
  if (move === 'refuse' || move === 'suspend')
    return (
      <ReasonButton label={label} look="danger" isDisabled={busy} onConfirm={(reason) => onMove(move, reason)}>
        {about}
      </ReasonButton>
    );
  return (
    <ConfirmButton
      label={label}
      look={move === 'withdraw' ? 'danger' : 'main'}
      word={move === 'withdraw' ? t('printing.withdraw_word') : undefined}
      isDisabled={busy}
      onConfirm={() => onMove(move)}
    >
      {about}
    </ConfirmButton>
  );
}
