// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { EmptyState, Notice, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useGivenOut } from './given_out';
import type { Order } from './order_state';
import type { Kept } from './stretch';

interface Props {
  order: Order;
  line: Schemas['OrderedLine'];
  children: (kept: Kept) => ReactNode;
}

/** A way to fetch codes, with those that the order still gives out. */
export function Takable({ order, line, children }: Props) {
  const t = useText();
  const { parts, error, retry } = useGivenOut(order, line);
  if (parts === null) return children(null);
  if (error) return <ErrorNotice error={error} onRetry={retry} />;
  if (!parts) return <Skeleton />;
  if (!parts.length) return <EmptyState title={t('orders.closed_nothing')}>{t('orders.closed_nothing_about')}</EmptyState>;
  return (
    <div className="stack">
      <Notice tone="main">{t('orders.closed_about')}</Notice>
      {children(parts)}
    </div>
  );
}
