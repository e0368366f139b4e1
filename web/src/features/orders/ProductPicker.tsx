// SPDX-License-Identifier: Apache-2.0
import { useDeferredValue, useState } from 'react';
import { queryClient } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { TextField } from '@/ui/fields';
import { ButtonLink } from '@/ui/Link';
import { EmptyState, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { checkDigitHolds, gtinOf } from './pasted_lines';
import { productQuery, useCards } from './products';

interface Props {
  group: string;
  /** In whose name codes are ordered; empty: in the own one. */
  principal: string;
  onChoose: (gtin: string) => void;
}

/** Published goods by words, or by a GTIN that is typed or scanned; Enter takes the first. */
export function ProductPicker({ group, principal, onChoose }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<unknown>(null);
  const gtin = gtinOf(text.trim());
  const words = useDeferredValue(/^\d+$/.test(text.trim()) ? '' : text.trim());
  const found = useCards(group, words, principal);
  const cards = found.data?.filter((card) => !gtin || card.gtin === gtin) ?? [];
  const choose = (chosen: string) => {
    onChoose(chosen);
    setText('');
    setUnknown(null);
  };
  const enter = async () => {
    if (!gtin || !checkDigitHolds(gtin)) {
      const first = cards[0];
      if (first && text.trim()) choose(first.gtin);
      return;
    }
    try {
      choose((await queryClient.fetchQuery(productQuery(gtin, principal))).gtin);
    } catch (error) {
      setUnknown(error);
    }
  };
  return (
    <div className="stack">
      <TextField
        label={t('orders.find_product')}
        hint={t('orders.find_product_hint')}
        value={text}
        onChange={(value) => {
          setText(value);
          setUnknown(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void enter();
        }}
      />
      {unknown !== null && <ErrorNotice error={unknown} />}
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.data && !cards.length && !gtin && (
        <EmptyState
          title={t(words ? 'orders.no_such_goods' : 'orders.no_goods')}
          action={<ButtonLink href="/goods">{t('orders.to_goods')}</ButtonLink>}
        >
          {t(words ? 'orders.no_such_goods_about' : 'orders.no_goods_about')}
        </EmptyState>
      )}
      <ul className="picker" aria-label={t('orders.found_goods')}>
        {cards.map((card) => (
          <li key={card.gtin} className="spread">
            <span className="stack-tight">
              <span>{card.name}</span>
              <span className="mono small quiet">{card.gtin}</span>
            </span>
            <Button onPress={() => choose(card.gtin)} aria-label={t('orders.add_product', { name: card.name })}>
              {t('orders.add')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
