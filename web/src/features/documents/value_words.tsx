// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useGoods } from '@/api/goods';
import { nameIn, useDictionaries, useGroupName, useSystem } from '@/api/queries';
import { useRegistrarName } from '@/api/registrars';
import { visible } from '@/ui/codes/CodeTable';
import { countryName } from '@/ui/countries';
import { languageNames } from '@/ui/language_names';
import { Link } from '@/ui/Link';
import { useText } from '@/ui/text';
import { Day, Moment } from '@/ui/values';
import { isDay } from '@/ui/written_day';
import { typeOf, type ValueType } from './value_type';

const kShownOfCertificate = 24;

/** Values of a document as people read them: words of the country's dictionaries and of the reader's language. */
export function useValueWords(kind: string, names: readonly string[]): (name: string, value: string) => ReactNode {
  const t = useText();
  const { locale, messages } = useIntl();
  const all = useDictionaries();
  const groupName = useGroupName();
  const parts = useSystem()?.participant_types ?? [];
  const { productOf } = useGoods();
  const has = (type: ValueType) => names.some((name) => typeOf(kind, name) === type);
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => call(api.GET('/api/v1/roles')), staleTime: 60_000, enabled: has('role') }).data?.roles;
  const registrarOf = useRegistrarName();
  const text = (id: string, value: string) => (id in messages ? t(id) : value);
  return (name, value) => {
    switch (typeOf(kind, name)) {
      case 'mono':
        return <span className="mono">{visible(value)}</span>;
      case 'day':
        return isDay(value) ? <Day date={value} /> : value;
      case 'moment':
        return Number.isNaN(Date.parse(value)) ? value : <Moment at={value} />;
      case 'country':
        return countryName(value, locale);
      case 'goods':
        return (
          <Link href={`/goods/${encodeURIComponent(value)}`}>
            {productOf(value)} <span className="mono">{value}</span>
          </Link>
        );
      case 'document':
      case 'order':
        return (
          <Link href={`/${name === 'order' ? 'orders' : 'documents'}/${encodeURIComponent(value)}`} className="link mono">
            {value}
          </Link>
        );
      case 'registrar':
        return registrarOf(value);
      case 'group':
        return groupName(value);
      case 'level':
        return nameIn(all?.package_levels, value);
      case 'role':
        return roles?.find((one) => one.role === value)?.name ?? value;
      case 'part_in_trade':
        return nameIn(parts, value);
      case 'way':
        return nameIn(all?.ways, value);
      case 'withdrawal_reason':
        return nameIn(all?.withdrawal_reasons, value);
      case 'write_off_reason':
        return nameIn(all?.write_off_reasons, value);
      case 'release_method':
        return nameIn(all?.release_methods, value);
      case 'creation_method':
        return nameIn(all?.creation_methods, value);
      case 'right':
        return text(`users.right.${value}`, value);
      case 'decision':
        return text(`documents.decision.${kind}.${value}`, value);
      case 'pay_at':
        return text(`orders.pay_at.${value}`, value);
      case 'language':
        return value in languageNames ? languageNames[value as keyof typeof languageNames] : value;
      case 'certificate':
        return <span className="mono">{value.slice(0, kShownOfCertificate)}…</span>;
      default:
        return value;
    }
  };
}
