// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useMay, useSystem } from '@/api/queries';
import { registrarName, useRegistrars } from '@/api/registrars';
import { FormSelect } from '@/ui/form_fields';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { todayIn } from './fees';
import { fittingRegistrars, type Fields } from './order_fields';

/** Through which registrar the codes are issued, where the product group asks for one. */
export function RegistrarChoice({ form: { control, setValue } }: { form: UseFormReturn<Fields> }) {
  const t = useText();
  const may = useMay();
  const system = useSystem();
  const country = useRegistrars();
  const [group, registrar] = useWatch({ control, name: ['group', 'registrar'] });
  const known = country && system;
  const fitting = known ? fittingRegistrars(country, group, todayIn(system.time_zone)) : null;
  const only = fitting?.length === 1 ? (fitting[0]?.number ?? '') : '';
  const right = known ? (fitting?.some((one) => one.number === registrar) ? registrar : only) : registrar;
  useEffect(() => {
    if (right !== registrar) setValue('registrar', right);
  }, [right, registrar, setValue]);
  if (!country || !fitting) return null;
  if (fitting.length)
    return (
      <FormSelect
        control={control}
        name="registrar"
        rules={{ required: t('orders.choose', { name: t('orders.registrar') }) }}
        label={t('orders.registrar')}
        hint={t('orders.registrar_hint')}
        choices={fitting.map((one) => ({ id: one.number, name: registrarName(one, country.access), about: one.place }))}
      />
    );
  const asked = country.registrars.some((one) => one.state === 'applied');
  return (
    <Notice tone="warn">
      <strong>{t('orders.registrar_needed')}</strong>
      <p>{t(asked ? 'orders.registrar_waits' : may('profile') ? 'orders.registrar_connect' : 'orders.registrar_ask')}</p>
      <div>
        <ButtonLink href={asked || !may('profile') ? '/printing' : '/printing/new'}>{t(asked || !may('profile') ? 'orders.registrars' : 'orders.registrar_add')}</ButtonLink>
      </div>
    </Notice>
  );
}
