// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useMe, useSystem } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf } from '@/ui/form';
import { FormRadio, FormSelect, FormText } from '@/ui/form_fields';
import { Card, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { cardsQuery, levels, useGroups } from './card_queries';
import { checkDigitOf, freeNumber, gtinOf } from './gtin';
import { TakePrefix } from './TakePrefix';

/** What a card is for: number, group, level. Everything else follows from the group. */
export default function NewCard() {
  const t = useText();
  const go = useGo();
  const me = useMe();
  const sandbox = useSystem()?.sandbox;
  const groups = useGroups();
  const [{ gtin: asked }] = useAddress();
  const prefixes = useQuery({ queryKey: ['prefixes'], queryFn: () => call(api.GET('/api/v1/prefixes')) });
  const form = useForm({ defaultValues: { gtin: asked ? String(asked) : '', group: '', level: 'UNIT' }, shouldFocusError: false });
  const own = prefixes.data?.prefixes ?? [];
  const cards = useQuery({ ...cardsQuery, enabled: own.length > 0 });
  const free = cards.data && freeNumber(own.map((one) => one.prefix), cards.data.cards.map((one) => one.gtin));
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')) });
  const dealt = profile.data?.profile?.groups ?? [];
  const only = dealt.length === 1 ? dealt[0] : undefined;
  const choices = (groups.data?.groups ?? []).filter((one) => !me?.groups.length || me.groups.includes(one.group));
  const { getValues, setValue } = form;
  useEffect(() => {
    if (only && !getValues('group')) setValue('group', only);
  }, [only, getValues, setValue]);
  const numberHolds = (text: string): true | string => {
    const gtin = gtinOf(text);
    if (!gtin) return t('goods.gtin_form');
    return Number(gtin.at(-1)) === checkDigitOf(gtin) || t('goods.gtin_digit', { digit: checkDigitOf(gtin) });
  };
  return (
    <div className="narrow">
      <PageHeader title={t('goods.new')} about={t('goods.new_about')} />
      <Card>
        <form
          className="stack"
          noValidate
          onSubmit={(event) =>
            void form.handleSubmit(({ gtin, group, level }) =>
              go(`/goods/${gtinOf(gtin)}/edit?group=${encodeURIComponent(group)}&level=${encodeURIComponent(level)}`),
            )(event)
          }
        >
          <FormErrors errors={mistakesOf(form.formState.errors)} />
          <FormText
            control={form.control}
            name="gtin"
            rules={{ required: t('goods.gtin_form'), validate: numberHolds }}
            label={t('goods.gtin')}
            hint={own.length ? t('goods.own_prefixes', { which: own.map((one) => one.prefix).join(', ') }) : t('goods.no_prefix')}
            inputMode="numeric"
            mono
          />
          {free && (
            <div>
              <Button look="quiet" onPress={() => form.setValue('gtin', free, { shouldValidate: true })}>
                {t('goods.next_number')}
              </Button>
            </div>
          )}
          {sandbox && prefixes.data && own.length === 0 && <TakePrefix />}
          <FormSelect
            control={form.control}
            name="group"
            rules={{ required: t('goods.choose', { name: t('goods.group') }) }}
            label={t('goods.group')}
            choices={[...choices.filter((one) => dealt.includes(one.group)), ...choices.filter((one) => !dealt.includes(one.group))].map((one) => ({
              id: one.group,
              name: one.name,
              about: dealt.includes(one.group) ? t('goods.own_group') : undefined,
            }))}
          />
          <FormRadio
            control={form.control}
            name="level"
            rules={{ required: t('goods.choose', { name: t('goods.level') }) }}
            label={t('goods.level')}
            choices={levels.map((id) => ({ id, name: t(`goods.level.${id}`), about: t(`goods.level_about.${id}`) }))}
          />
          <div>
            <Button look="main" type="submit">
              {t('goods.go_on')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
