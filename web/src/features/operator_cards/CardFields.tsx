// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { FieldRow } from './FieldRow';
import type { Remarks } from './remarks';
import { dayOf, valueOf } from './card_values';

type Body = Schemas['CardBody'];

interface Props {
  form: UseFormReturn<Remarks>;
  shown: Body;
  before: Body | null;
  /** Whether remarks can be written. */
  writes: boolean;
}

/** Every part of the card, named as its form names it. */
export function CardFields({ form, shown, before, writes }: Props) {
  const t = useText();
  const fields = useQuery({
    queryKey: ['card-form', shown.group],
    queryFn: () => call(api.GET('/api/v1/card-forms/{group}', { params: { path: { group: shown.group } } })),
    staleTime: 60_000,
  }).data?.attributes;
  const knownOf = (id: string) => fields?.find((one) => one.id === id);
  const row = { form, writes };
  const conformity = (shown.conformity ?? []) as Schemas['ConformityDocument'][];
  const nested = (shown.nested ?? []) as Schemas['NestedGoods'][];
  const photos = (shown.photos ?? []) as string[];
  return (
    <>
      <Card title={t('operator_cards.attributes')}>
        <ul className="checklist">
          {shown.attributes.map((one, at) => {
            const known = knownOf(one.id);
            const old = before?.attributes.find((other) => other.id === one.id);
            const value = valueOf(one, known);
            return (
              <FieldRow
                key={one.id}
                {...row}
                pointer={`/attributes/${at}`}
                name={known?.name ?? one.id}
                value={value}
                before={before && (!old || valueOf(old, known) !== value) ? (old ? valueOf(old, known) : '—') : null}
                legal={known?.legal ?? false}
              />
            );
          })}
        </ul>
      </Card>
      {nested.length > 0 && (
        <Card title={t('operator_cards.nested')}>
          <ul className="checklist">
            {nested.map((one, at) => (
              <FieldRow key={one.gtin} {...row} pointer={`/nested/${at}`} name={one.gtin} value={`× ${one.quantity}`} />
            ))}
          </ul>
        </Card>
      )}
      {conformity.length > 0 && (
        <Card title={t('operator_cards.conformity')}>
          <ul className="checklist">
            {conformity.map((one, at) => (
              <FieldRow
                key={one.number}
                {...row}
                pointer={`/conformity/${at}`}
                name={one.kind}
                value={[one.number, one.issuer, dayOf(one.from, one.until)].filter(Boolean).join(' · ')}
              />
            ))}
          </ul>
        </Card>
      )}
      {photos.length > 0 && (
        <Card title={t('operator_cards.photos')}>
          <ul className="checklist">
            {photos.map((one, at) => (
              <FieldRow
                key={one}
                {...row}
                pointer={`/photos/${at}`}
                name={t('operator_cards.photo', { number: at + 1 })}
                value={
                  <a href={`/api/v1/cards/${shown.gtin}/photos/${one}`} target="_blank" rel="noreferrer">
                    <img src={`/api/v1/cards/${shown.gtin}/photos/${one}`} alt={t('operator_cards.photo', { number: at + 1 })} width={160} loading="lazy" />
                  </a>
                }
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
