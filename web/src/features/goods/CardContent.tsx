// SPDX-License-Identifier: Apache-2.0
import { usePreferences } from '@/ui/preferences';
import { Link } from '@/ui/Link';
import { useText } from '@/ui/text';
import { Day, Facts } from '@/ui/values';
import { useCardForm, type Attribute, type CardBody, type CardForm } from './card_queries';
import { countryName } from '@/ui/countries';

/** A value as people read it. */
function Value({ attribute, value, unit }: { attribute: Attribute; value: string; unit?: string | null }) {
  const t = useText();
  const { language } = usePreferences().preferences;
  if (attribute.type === 'choice') return attribute.choices.find((one) => one.code === value)?.name ?? value;
  if (attribute.type === 'flag') return t(`goods.flag.${value}`);
  if (attribute.type === 'date') return <Day date={value} />;
  if (attribute.type === 'country') return countryName(value, language);
  if (attribute.type === 'class') return <span className="mono">{value}</span>;
  return unit ? t('goods.with_unit', { value, unit: t(`goods.unit.${unit}`) }) : value;
}

/** What a card says, in the order of its form. `photosAt`: where its pictures are. */
export function CardContent({ body, photosAt }: { body: CardBody; photosAt: string }) {
  const t = useText();
  const form = useCardForm(body.group);
  if (!form.data) return null;
  const said = form.data.attributes.flatMap((attribute): [string, React.ReactNode][] => {
    const one = body.attributes.find(({ id }) => id === attribute.id);
    if (!one) return [];
    const value = one.values ? one.values.join(', ') : (one.value ?? '');
    return value ? [[attribute.name, <Value key={attribute.id} attribute={attribute} value={value} unit={one.unit} />]] : [];
  });
  return (
    <div className="stack">
      {body.photos && body.photos.length > 0 && (
        <ul className="photos">
          {body.photos.map((photo, at) => (
            <li key={photo}>
              <img src={`${photosAt}/${photo}`} alt={t('goods.photo', { number: at + 1 })} loading="lazy" />
            </li>
          ))}
        </ul>
      )}
      <Facts rows={said} />
      {body.nested && body.nested.length > 0 && (
        <section className="stack-tight">
          <h3>{t('goods.nested')}</h3>
          <ul>
            {body.nested.map((one) => (
              <li key={one.gtin}>
                <Link href={`/goods/${one.gtin}`} className="link mono">
                  {one.gtin}
                </Link>{' '}
                × {one.quantity}
              </li>
            ))}
          </ul>
        </section>
      )}
      {body.conformity && body.conformity.length > 0 && <Documents rows={body.conformity} form={form.data} />}
    </div>
  );
}

function Documents({ rows, form }: { rows: NonNullable<CardBody['conformity']>; form: CardForm }) {
  const t = useText();
  return (
    <section className="stack-tight">
      <h3>{t('goods.conformity')}</h3>
      <ul>
        {rows.map((one) => (
          <li key={`${one.kind} ${one.number}`}>
            {form.conformity_kinds.find((kind) => kind.code === one.kind)?.name ?? one.kind} <span className="mono">{one.number}</span>, {one.issuer}
            {one.until && (
              <span className="quiet">
                {' · '}
                {t('goods.valid_until')} <Day date={one.until} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
