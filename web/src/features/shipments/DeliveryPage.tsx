// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSavedForm } from '@/api/saved_form';
import { tryDocument } from '@/signing/verdict';
import { usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { CodeField } from '@/ui/codes/CodeField';
import { readCodes, type ReadCode } from '@/ui/codes/read_codes';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Refusals } from '@/ui/Refusals';
import { SavedNote } from '@/ui/SavedNote';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, KeyFigure, Moment } from '@/ui/values';
import { AnswerDialog } from './AnswerDialog';
import { NamedCodes, ShippedGoods } from './ShippedGoods';
import { useFresh, useShipment, type Decision } from './traffic';
import './shipments.css';

/** A delivery at the gate: what arrived is scanned, compared with what was announced, and answered. */
export default function DeliveryPage() {
  const t = useText();
  const { formatNumber } = useIntl();
  const shipment = usePart('shipment');
  const saved = useSavedForm<string[]>(`delivery.${shipment}`, 'accept');
  const [changed, setChanged] = useState<ReadCode[] | null>(null);
  const before = useMemo(() => readCodes(saved.before?.join('\n') ?? '').codes, [saved.before]);
  const scanned = changed ?? before;
  const setScanned = (codes: ReadCode[]) => {
    setChanged(codes);
    saved.keep(codes.map((one) => one.text));
  };
  const [answering, setAnswering] = useState<Decision | null>(null);
  const { data, error, isPending, refetch } = useShipment(shipment);
  useFresh();
  const delivery = data?.shipment;
  const waits = delivery?.state === 'waiting' && delivery.direction === 'received';
  // Whether it may be accepted is for the system to say: contracts, rights, what happened to the goods meanwhile.
  const open = useQuery({
    queryKey: ['delivery', shipment, 'open'],
    queryFn: () => tryDocument({ kind: 'accept', shipment, decision: 'all' } as { kind: string }),
    enabled: waits,
  });
  const texts = scanned.map((one) => one.text);
  const compared = useQuery({
    queryKey: ['delivery', shipment, 'compared', texts],
    queryFn: () => tryDocument({ kind: 'accept', shipment, decision: 'listed', codes: texts } as { kind: string }),
    enabled: texts.length > 0 && open.data?.status === 'accepted',
    placeholderData: (before) => before,
  });
  const strange = texts.length ? (compared.data?.items ?? []) : [];
  const strangeCodes = new Set(strange.map((one) => one.code));
  const fitting = scanned.filter((one) => !strangeCodes.has(one.text));
  const missing = Math.max(0, (delivery?.codes ?? 0) - fitting.length);
  const number = (value: number) => formatNumber(value);
  if (isPending || saved.before === undefined) return <Skeleton lines={8} />;
  if (!delivery) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        title={t('shipments.delivery')}
        about={
          <>
            <span className="mono">{t('shipments.number_of', { number: shipment })}</span> <Moment at={delivery.shipped_at} />
          </>
        }
      />
      {open.error && <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />}
      <Card title={t('shipments.announced_goods')}>
        <Facts
          rows={[
            [t('shipments.state'), t(`shipments.state.${delivery.direction}.${delivery.state}`)],
            [t(`shipments.counterpart.${delivery.direction}`), t('shipments.party', { name: delivery.counterpart_name, tax_id: delivery.counterpart })],
            ...(delivery.document ? [[t('shipments.document'), delivery.document] as [string, string]] : []),
            ...(delivery.closed_at ? [[t(`shipments.closed.${delivery.state}`), <Moment key="at" at={delivery.closed_at} />] as [string, React.ReactNode]] : []),
            ...(delivery.closed_at ? [[t('shipments.answered'), t('shipments.answer_counts', { accepted: delivery.accepted, returned: delivery.returned })] as [string, string]] : []),
          ]}
        />
        <ShippedGoods goods={data.goods} />
        {delivery.closed_by && delivery.direction === 'received' && delivery.state !== 'cancelled' && (
          <ButtonLink href={`/documents/${delivery.closed_by}`}>{t('shipments.to_document')}</ButtonLink>
        )}
        <details>
          <summary>{t('shipments.named')}</summary>
          <NamedCodes shipment={shipment} />
        </details>
      </Card>
      {waits &&
        open.data?.objections.map((one, at) => (
          <Notice key={at} tone="bad">
            <strong role="alert">{one.title}</strong>
            <p>{one.remedy}</p>
            <span className="mono small">{one.error}</span>
          </Notice>
        ))}
      {waits && open.isPending && <Skeleton lines={4} />}
      {waits && open.data?.status === 'accepted' && (
        <>
          <Card title={t('shipments.compare')}>
            <p className="quiet">{t('shipments.compare_about')}</p>
            <div className="delivery-figures" aria-live="polite">
              <KeyFigure label={t('shipments.announced')} value={number(delivery.codes)} />
              <KeyFigure label={t('shipments.arrived')} value={number(fitting.length)} />
              <KeyFigure label={t('shipments.missing')} value={number(missing)} about={missing ? t('shipments.missing_about') : undefined} />
              <KeyFigure label={t('shipments.strange')} value={number(strange.length)} />
            </div>
            <CodeField name="codes" label={t('shipments.scan')} value={scanned} onChange={setScanned} hearsScanner />
            <SavedNote state={saved.state} />
            {compared.error && <ErrorNotice error={compared.error} />}
            {compared.data?.objections.map((one, at) => (
              <Notice key={at} tone="warn">
                <p>
                  {one.title}. {one.remedy}
                </p>
              </Notice>
            ))}
            <Refusals
              label={t('shipments.strange_codes')}
              lines={strange}
              total={compared.data?.refused ?? strange.length}
              fileName={`delivery_${shipment}.csv`}
              actions={<Button onPress={() => setScanned(fitting)}>{t('shipments.drop_strange')}</Button>}
            />
          </Card>
          <div className="row">
            <Button look={texts.length ? 'plain' : 'main'} onPress={() => setAnswering('all')}>
              {t('shipments.accept_all')}
            </Button>
            <Button look={texts.length ? 'main' : 'plain'} isDisabled={!fitting.length || strange.length > 0 || compared.isFetching} onPress={() => setAnswering('listed')}>
              {t('shipments.accept_listed', { count: fitting.length })}
            </Button>
            <Button look="danger" onPress={() => setAnswering('none')}>
              {t('shipments.refuse')}
            </Button>
          </div>
          {strange.length > 0 && <p className="quiet">{t('shipments.strange_first')}</p>}
        </>
      )}
      {answering && (
        <AnswerDialog shipment={shipment} decision={answering} codes={fitting.map((one) => one.text)} missing={missing} onDone={() => void saved.forget()} onClose={() => setAnswering(null)} />
      )}
    </>
  );
}
