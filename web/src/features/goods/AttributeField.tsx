// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { ComboBox, RadioGroup, Select } from '@/ui/choices';
import { DateField } from '@/ui/DateField';
import { TextArea, TextField } from '@/ui/fields';
import { usePreferences } from '@/ui/preferences';
import { useText } from '@/ui/text';
import type { Attribute } from './card_queries';
import type { Value } from './card_fields';
import { ClassField } from './ClassField';
import { countriesIn } from '@/ui/countries';

interface Props {
  attribute: Attribute;
  value: Value;
  error?: string;
  onChange: (value: Value) => void;
}

const kLongText = 300;

/** The control of an attribute, by its type. */
export function AttributeField({ attribute, value, error, onChange }: Props) {
  const t = useText();
  const hint = useHint(attribute);
  const label = attribute.mandatory ? t('goods.mandatory', { name: attribute.name }) : attribute.name;
  const write = (text: string) => onChange({ ...value, value: text });
  const shared = { label, hint, error, name: attribute.id };
  switch (attribute.type) {
    case 'number':
      return (
        <div className="with-unit">
          <TextField {...shared} value={value.value} onChange={(text) => onChange({ value: text, unit: value.unit || (attribute.units[0] ?? '') })} inputMode="decimal" />
          {attribute.units.length > 0 && (
            <Select
              label={t('goods.unit')}
              choices={attribute.units.map((id) => ({ id, name: t(`goods.unit.${id}`) }))}
              selectedKey={value.unit || null}
              onSelectionChange={(key) => onChange({ ...value, unit: String(key) })}
            />
          )}
        </div>
      );
    case 'choice':
      return (
        <Select
          {...shared}
          choices={attribute.choices.map(({ code, name }) => ({ id: code, name }))}
          selectedKey={value.value || null}
          onSelectionChange={(key) => write(String(key))}
        />
      );
    case 'flag':
      return (
        <RadioGroup
          {...shared}
          value={value.value || null}
          onChange={write}
          choices={['yes', 'no'].map((id) => ({ id, name: t(`goods.flag.${id}`) }))}
        />
      );
    case 'date':
      return <DateField {...shared} value={value.value} onChange={write} />;
    case 'country':
      return <CountryField {...shared} value={value.value} onChange={write} />;
    case 'class':
      return <ClassField {...shared} classifier={attribute.classifier ?? ''} value={value.value} onChange={write} />;
    case 'list':
      return <TextArea {...shared} value={value.value} onChange={write} rows={3} />;
    default:
      return (attribute.most ?? 0) > kLongText ? (
        <TextArea {...shared} value={value.value} onChange={write} rows={4} />
      ) : (
        <TextField {...shared} value={value.value} onChange={write} />
      );
  }
}

interface CountryProps {
  label: string;
  hint?: string;
  error?: string;
  name: string;
  value: string;
  onChange: (code: string) => void;
}

function CountryField({ value, onChange, ...rest }: CountryProps) {
  const { language } = usePreferences().preferences;
  const choices = useMemo(() => countriesIn(language), [language]);
  return <ComboBox {...rest} choices={choices} selectedKey={value || null} onSelectionChange={(key) => onChange(key ? String(key) : '')} />;
}

/** What the form says of what may be written. */
function useHint({ type, least, most, decimals, most_items: items }: Attribute): string | undefined {
  const t = useText();
  if (type === 'text' && most) return t('goods.hint.text', { least: least ?? 0, most });
  if (type === 'number' && most) return t('goods.hint.number', { least: least ?? 0, most, decimals: decimals ?? 0 });
  return type === 'list' ? t('goods.hint.list', { items: items ?? 0 }) : undefined;
}
