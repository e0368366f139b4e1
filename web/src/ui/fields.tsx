// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type NumberFieldProps,
  type TextFieldProps,
} from 'react-aria-components';
import { useText } from './text';

/** What every field of a form has around its control. `error`: what the form or the system says of it. */
export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  error?: string;
}

export function FieldEnd({ hint, error }: Omit<FieldTexts, 'label'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

export function TextField({
  label,
  hint,
  error,
  placeholder,
  mono,
  ...rest
}: FieldTexts & TextFieldProps & { placeholder?: string; mono?: boolean }) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      <Input className={mono ? 'input mono' : 'input'} placeholder={placeholder} />
      <FieldEnd hint={hint} error={error} />
    </AriaTextField>
  );
}

export function TextArea({
  label,
  hint,
  error,
  rows = 4,
  mono,
  ...rest
}: FieldTexts & TextFieldProps & { rows?: number; mono?: boolean }) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      <AriaTextArea className={mono ? 'input mono' : 'input'} rows={rows} />
      <FieldEnd hint={hint} error={error} />
    </AriaTextField>
  );
}

export function NumberField({ label, hint, error, ...rest }: FieldTexts & NumberFieldProps) {
  const t = useText();
  return (
    <AriaNumberField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      <Group className="number">
        <AriaButton slot="decrement" className="number-step" aria-label={t('ui.less')}>
          −
        </AriaButton>
        <Input className="input end" />
        <AriaButton slot="increment" className="number-step" aria-label={t('ui.more')}>
          +
        </AriaButton>
      </Group>
      <FieldEnd hint={hint} error={error} />
    </AriaNumberField>
  );
}
