// SPDX-License-Identifier: Apache-2.0
import { useController, type Control } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { useGoods } from '@/api/goods';
import { usePlaces } from '@/api/places';
import { registrarName, useRegistrars } from '@/api/registrars';
import { ComboBox, type Choice } from '@/ui/choices';
import { FormDate, FormText, FormTextArea } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { countriesIn } from '@/ui/countries';
import type { Dictionary, Field } from './jobs';
import { useEntries } from './known';

type Values = Record<string, string>;

interface Props {
  field: Field;
  control: Control<Values>;
}

/** One plain field of a document, by its type. */
export function JobField({ field, control }: Props) {
  const t = useText();
  const { messages } = useIntl();
  const shared = {
    control,
    name: field.name,
    label: field.required ? t(`documents.field.${field.name}`) : t('documents.may_be_left', { field: t(`documents.field.${field.name}`) }),
    hint: `documents.hint.${field.name}` in messages ? t(`documents.hint.${field.name}`) : undefined,
    rules: field.required ? { required: t('documents.needed') } : undefined,
  };
  switch (field.type) {
    case 'day':
      return <FormDate {...shared} />;
    case 'words':
      return <FormTextArea {...shared} rows={2} maxLength={field.max} />;
    case 'tax_id':
    case 'document':
      return <FormText {...shared} inputMode="numeric" mono maxLength={30} />;
    case 'code':
      return <FormText {...shared} mono maxLength={255} autoComplete="off" />;
    case 'country':
      return <CountryField {...shared} />;
    case 'way':
    case 'withdrawal_reason':
    case 'write_off_reason':
      return <DictionaryField {...shared} dictionary={field.type} />;
    case 'line':
      return <LineField {...shared} />;
    case 'registrar':
      return <RegistrarField {...shared} />;
    case 'gtin':
      return <GoodsField {...shared} />;
    default:
      return <FormText {...shared} maxLength={field.max} />;
  }
}

type Shared = { control: Control<Values>; name: string; label: string; hint?: string; rules?: { required: string } };

/** Something out of a list, or typed: the list is what is known, not all that there is. */
function OpenChoice({ control, name, rules, choices, ...texts }: Shared & { choices: readonly Choice[] }) {
  const { field, fieldState } = useController({ control, name, rules });
  return (
    <ComboBox
      {...texts}
      name={name}
      choices={choices}
      allowsCustomValue
      menuTrigger="focus"
      inputValue={field.value ?? ''}
      onInputChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
      isRequired={Boolean(rules)}
      validationBehavior="aria"
    />
  );
}

function DictionaryField({ dictionary, ...shared }: Shared & { dictionary: Dictionary }) {
  return <ClosedChoice {...shared} choices={useEntries(dictionary)} />;
}

function LineField(shared: Shared) {
  const { lines } = usePlaces();
  return <OpenChoice {...shared} choices={lines.map((id) => ({ id, name: id }))} />;
}

function ClosedChoice({ control, name, rules, choices, ...texts }: Shared & { choices: readonly Choice[] }) {
  const { field, fieldState } = useController({ control, name, rules });
  return (
    <ComboBox
      {...texts}
      name={name}
      choices={choices}
      selectedKey={field.value || null}
      onSelectionChange={(key) => field.onChange(key === null ? '' : String(key))}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
      isRequired={Boolean(rules)}
      validationBehavior="aria"
    />
  );
}

function CountryField(shared: Shared) {
  const { locale } = useIntl();
  return <ClosedChoice {...shared} choices={countriesIn(locale)} />;
}

function GoodsField(shared: Shared) {
  const { goods } = useGoods();
  return <ClosedChoice {...shared} choices={goods.map((one) => ({ id: one.gtin, name: `${one.name} · ${one.gtin}` }))} />;
}

function RegistrarField(shared: Shared) {
  const { registrars = [], access = [] } = useRegistrars() ?? {};
  const working = registrars.filter((one) => one.state === 'active');
  return <ClosedChoice {...shared} choices={working.map((one) => ({ id: one.number, name: registrarName(one, access), about: one.place }))} />;
}
