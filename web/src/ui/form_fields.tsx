// SPDX-License-Identifier: Apache-2.0
import { useController, type Control, type FieldPath, type FieldValues, type RegisterOptions } from 'react-hook-form';
import { Checkbox, CheckboxGroup, RadioGroup, Select, type Choice } from './choices';
import { DateField } from './DateField';
import { TextArea, TextField } from './fields';
import { useText } from './text';
import { isDay } from './written_day';

// Fields of react-hook-form: `name` is the field of the document, `rules` what the page knows before the system does.

interface Held<T extends FieldValues> {
  control: Control<T>;
  name: FieldPath<T>;
  rules?: RegisterOptions<T, FieldPath<T>>;
}
type Rest<F> = F extends (props: infer P) => unknown
  ? Omit<P, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'isSelected' | 'selectedKey' | 'onSelectionChange'>
  : never;

function useHeld<T extends FieldValues>({ control, name, rules }: Held<T>) {
  const { field, fieldState } = useController({ control, name, rules });
  return { field, error: fieldState.error?.message };
}

export function FormText<T extends FieldValues>({ control, name, rules, ...rest }: Held<T> & Rest<typeof TextField>) {
  const { field, error } = useHeld({ control, name, rules });
  return <TextField {...rest} {...field} value={String(field.value ?? '')} error={error} isRequired={Boolean(rules?.required)} />;
}

export function FormDate<T extends FieldValues>({ control, name, rules, ...rest }: Held<T> & Omit<Rest<typeof DateField>, 'onlyDays'>) {
  const t = useText();
  const validate = (day: unknown) => !day || isDay(String(day)) || t('ui.no_such_day', { form: t('ui.day_form') });
  const { field, error } = useHeld({ control, name, rules: { ...rules, validate } as Held<T>['rules'] });
  const { onChange, onBlur, name: said } = field;
  return (
    <DateField
      {...rest}
      name={said}
      value={String(field.value ?? '')}
      onChange={onChange}
      onBlur={onBlur}
      error={error}
      isRequired={Boolean(rules?.required)}
    />
  );
}

export function FormTextArea<T extends FieldValues>({ control, name, rules, ...rest }: Held<T> & Rest<typeof TextArea>) {
  const { field, error } = useHeld({ control, name, rules });
  return <TextArea {...rest} {...field} value={String(field.value ?? '')} error={error} isRequired={Boolean(rules?.required)} />;
}

export function FormCheck<T extends FieldValues>({ control, name, rules, children }: Held<T> & { children: React.ReactNode }) {
  const { field, error } = useHeld({ control, name, rules });
  return (
    <div className="field">
      <Checkbox name={field.name} isSelected={Boolean(field.value)} onChange={field.onChange} isInvalid={Boolean(error)}>
        {children}
      </Checkbox>
      {error && <span className="field-error">{error}</span>}
    </div>
  );
}

export function FormChoices<T extends FieldValues>({ control, name, rules, ...rest }: Held<T> & Rest<typeof CheckboxGroup>) {
  const { field, error } = useHeld({ control, name, rules });
  return (
    <CheckboxGroup
      {...rest}
      name={field.name}
      value={(field.value ?? []) as string[]}
      onChange={field.onChange}
      error={error}
      isRequired={Boolean(rules?.required)}
    />
  );
}

export function FormSelect<T extends FieldValues>({
  control,
  name,
  rules,
  ...rest
}: Held<T> & Rest<typeof Select> & { choices: readonly Choice[] }) {
  const { field, error } = useHeld({ control, name, rules });
  return (
    <Select
      {...rest}
      name={field.name}
      selectedKey={(field.value as string) || null}
      onSelectionChange={(key) => field.onChange(key)}
      error={error}
    />
  );
}

export function FormRadio<T extends FieldValues>({ control, name, rules, ...rest }: Held<T> & Rest<typeof RadioGroup>) {
  const { field, error } = useHeld({ control, name, rules });
  return (
    <RadioGroup
      {...rest}
      name={field.name}
      value={(field.value as string) || null}
      onChange={field.onChange}
      error={error}
      isRequired={Boolean(rules?.required)}
    />
  );
}
