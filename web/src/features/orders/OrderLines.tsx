// SPDX-License-Identifier: Apache-2.0
import { useMe, useSystem } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ButtonLink } from '@/ui/Link';
import { Card, ProgressBar } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useText } from '@/ui/text';
import { Money } from '@/ui/values';
import { LabelForm } from './LabelForm';
import { LineBlocks } from './LineBlocks';
import type { Order } from './order_state';
import { PacketForm } from './PacketForm';
import { useProducts } from './products';
import { Takable } from './Takable';

/** The products of an order, how many of their codes were fetched, and the ways to fetch them. */
export function OrderLines({ order, mayFetch }: { order: Order; mayFetch: boolean }) {
  const t = useText();
  const me = useMe();
  const currency = useSystem()?.currency ?? '';
  const [{ line: asked, tab }, setAddress] = useAddress();
  const products = useProducts(order.lines.map((line) => line.gtin));
  const nameOf = (gtin: string) => products.get(gtin)?.product?.name ?? gtin;
  const chosen = order.lines.find((line) => String(line.line) === asked) ?? order.lines[0];
  return (
    <>
      <Card title={t('orders.lines')}>
        <ul className="checklist">
          {order.lines.map((line) => (
            <li key={line.line}>
              <div className="stack-tight">
                <strong>{nameOf(line.gtin)}</strong>
                <span className="quiet small">
                  <span className="mono">{line.gtin}</span> · {t('orders.count_of_codes', { count: line.quantity })}
                  {line.fee > 0 && (
                    <>
                      {' · '}
                      <Money minor={line.fee + line.fee_vat} currency={currency} /> · {t(`orders.charge_at.${line.charge_at}`)}
                    </>
                  )}
                </span>
              </div>
              <div className="wide">
                <ProgressBar label={t('orders.fetched_of', { fetched: line.delivered, count: line.quantity })} value={(100 * line.delivered) / line.quantity} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {mayFetch && chosen && (
        <Card
          title={t('orders.fetch')}
          actions={
            me?.rights.includes('report_application') && (
              <ButtonLink href={`/documents/new/apply?order=${order.order}&line=${chosen.line}`}>{t('orders.report_application')}</ButtonLink>
            )
          }
        >
          {order.lines.length > 1 && (
            <Select
              label={t('orders.line')}
              choices={order.lines.map((line) => ({ id: String(line.line), name: nameOf(line.gtin), about: line.gtin }))}
              selectedKey={String(chosen.line)}
              onSelectionChange={(key) => setAddress({ line: String(key) })}
            />
          )}
          <Tabs
            key={chosen.line}
            label={t('orders.ways')}
            selectedKey={tab ?? 'packet'}
            onSelectionChange={(key) => setAddress({ tab: String(key) })}
            sheets={[
              { id: 'packet', name: t('orders.way.packet'), content: <Takable order={order} line={chosen}>{(kept) => <PacketForm order={order.order} line={chosen} kept={kept} />}</Takable> },
              { id: 'labels', name: t('orders.way.labels'), content: <Takable order={order} line={chosen}>{(kept) => <LabelForm order={order.order} line={chosen} kept={kept} />}</Takable> },
              { id: 'blocks', name: t('orders.way.blocks'), content: <LineBlocks order={order.order} line={chosen.line} /> },
            ]}
          />
        </Card>
      )}
    </>
  );
}
