// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, call } from '@/api/client';
import { useMay, type Schemas } from '@/api/queries';
import { registrarName, type Registrar } from '@/api/registrars';
import { inAddress } from '@/api/whole_numbers';
import { useOnce } from '@/signing/intent';
import { ShareBar } from '@/ui/charts';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Notice, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Facts, Moment, Status } from '@/ui/values';
import { isOver, toneOf } from './registrar_state';

interface Props {
  registrar: Registrar;
  access: readonly Schemas['CountryWord'][];
  onClose: () => void;
}

/** One registrar: where it stands, what was reported of it, and its end. */
export function RegistrarPanel({ registrar, access, onClose }: Props) {
  const t = useText();
  const may = useMay();
  const path = { registrar: inAddress(registrar.number) };
  const withdraw = useOnce((_: void, header) => call(api.DELETE('/api/v1/registrars/{registrar}', { params: { path, header } })), {
    onDone: () => {
      toast(t('printing.withdrawn'));
      onClose();
    },
  });
  const said = (id: string, value: string): [string, ReactNode][] => (value ? [[t(id), <span key={id} className="mono">{value}</span>]] : []);
  return (
    <SidePanel title={registrarName(registrar, access)} isOpen onClose={onClose}>
      <Status tone={toneOf[registrar.state]}>{t(`printing.state.${registrar.state}`)}</Status>
      <p>{t(`printing.state_about.${registrar.state}`)}</p>
      {registrar.reason && (
        <Notice tone="warn">
          <strong>{t('printing.operator_says')}</strong>
          <p>{registrar.reason}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [t('printing.kind'), t(`printing.kind.${registrar.kind}`)],
          ...said('printing.serial', registrar.serial),
          ...said('printing.model', registrar.model),
          ...said('printing.software', registrar.software),
          [t('printing.place'), registrar.place],
          [t('printing.person'), registrar.person],
          [t('printing.applied'), <Moment key="applied" at={registrar.applied} />],
          [t('printing.changed'), <Moment key="changed" at={registrar.changed} />],
          [t('printing.number'), <span key="number" className="mono">{registrar.number}</span>],
        ]}
      />
      <Totals registrar={registrar} />
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
      <div className="row">
        <ButtonLink href={`/printing/reports?registrar=${registrar.number}`}>{t('printing.see_reports')}</ButtonLink>
        {!isOver(registrar.state) && may('profile') && (
          <ConfirmButton
            label={t('printing.withdraw')}
            look="danger"
            word={t('printing.withdraw_word')}
            isDisabled={withdraw.isPending}
            onConfirm={() => withdraw.mutate()}
          >
            <p>{t('printing.withdraw_about')}</p>
          </ConfirmButton>
        )}
      </div>
    </SidePanel>
  );
}

/** Codes that were printed, graded and lost at it. */
function Totals({ registrar }: { registrar: Registrar }) {
  const t = useText();
  const found = useQuery({
    queryKey: ['registrars', registrar.number],
    queryFn: () => call(api.GET('/api/v1/registrars/{registrar}', { params: { path: { registrar: inAddress(registrar.number) } } })),
  });
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const { totals } = found.data;
  if (!totals.length) return <p className="quiet">{t('printing.nothing_reported')}</p>;
  const nameOf = (one: Schemas['PrintTotal']) => (one.grade ? t('printing.grade_of', { grade: one.grade }) : t(`printing.what.${one.what}`));
  const graded = totals.filter((one) => one.grade).map((one) => ({ id: one.grade, name: nameOf(one), value: one.codes }));
  const bad = totals.filter((one) => one.too_bad).reduce((sum, one) => sum + one.codes, 0);
  return (
    <section className="stack-tight">
      <h3>{t('printing.totals')}</h3>
      {graded.length > 0 && <ShareBar label={t('printing.quality')} parts={graded} />}
      <Facts rows={totals.map((one) => [nameOf(one), <Count key="codes" value={one.codes} />])} />
      {bad > 0 && <Notice tone="warn">{t('printing.too_bad', { count: bad })}</Notice>}
    </section>
  );
}
