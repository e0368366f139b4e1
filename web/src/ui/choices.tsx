// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  type CheckboxGroupProps,
  type CheckboxProps,
  type ComboBoxProps,
  type RadioGroupProps,
  type SelectProps,
  type SwitchProps,
} from 'react-aria-components';
import { FieldEnd, type FieldTexts } from './fields';
import { useText } from './text';

/** One of several: its code, how it is called, and what more is to be known of it. */
export interface Choice {
  id: string;
  name: string;
  about?: string;
}

function Choices({ choices }: { choices: readonly Choice[] }) {
  const t = useText();
  return (
    <ListBox className="list" items={choices} renderEmptyState={() => <p className="list-empty">{t('ui.nothing_found')}</p>}>
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.name} className="list-item">
          {choice.name}
          {choice.about && <span className="quiet small">{choice.about}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

export function Select({
  label,
  hint,
  error,
  choices,
  ...rest
}: FieldTexts & { choices: readonly Choice[] } & Omit<SelectProps<Choice>, 'children'>) {
  const t = useText();
  return (
    <AriaSelect {...rest} placeholder={t('ui.choose')} allowsEmptyCollection isInvalid={Boolean(error)} className="field">
      <Label>{label}</Label>
      <AriaButton className="input select">
        <SelectValue>{({ selectedText }) => selectedText || t('ui.choose')}</SelectValue>
        <span aria-hidden="true">▾</span>
      </AriaButton>
      <FieldEnd hint={hint} error={error} />
      <Popover className="popover" maxHeight={340}>
        <Choices choices={choices} />
      </Popover>
    </AriaSelect>
  );
}

/** A long list that is searched by typing. */
export function ComboBox({
  label,
  hint,
  error,
  choices,
  ...rest
}: FieldTexts & { choices: readonly Choice[] } & Omit<ComboBoxProps<Choice>, 'children' | 'items'>) {
  const t = useText();
  return (
    <AriaComboBox {...rest} defaultItems={choices} allowsEmptyCollection isInvalid={Boolean(error)} className="field">
      <Label>{label}</Label>
      <span className="select-frame">
        <Input className="input" />
        <AriaButton className="select-open" aria-label={t('ui.show_list')}>
          <span aria-hidden="true">▾</span>
        </AriaButton>
      </span>
      <FieldEnd hint={hint} error={error} />
      <Popover className="popover" maxHeight={340}>
        <ListBox className="list" renderEmptyState={() => <p className="list-empty">{t('ui.nothing_found')}</p>}>
          {(choice: Choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="list-item">
              {choice.name}
              {choice.about && <span className="quiet small">{choice.about}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

export function Checkbox({ children, ...rest }: CheckboxProps & { children: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className="check">
      <span className="check-box" aria-hidden="true" />
      <span>{children}</span>
    </AriaCheckbox>
  );
}

export function CheckboxGroup({
  label,
  hint,
  error,
  choices,
  ...rest
}: FieldTexts & { choices: readonly Choice[] } & Omit<CheckboxGroupProps, 'children'>) {
  return (
    <AriaCheckboxGroup {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      <div className="choices">
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id}>
            {choice.name}
            {choice.about && <span className="quiet small"> {choice.about}</span>}
          </Checkbox>
        ))}
      </div>
      <FieldEnd hint={hint} error={error} />
    </AriaCheckboxGroup>
  );
}

export function RadioGroup({
  label,
  hint,
  error,
  choices,
  ...rest
}: FieldTexts & { choices: readonly Choice[] } & Omit<RadioGroupProps, 'children'>) {
  return (
    <AriaRadioGroup {...rest} isInvalid={Boolean(error)} className="field">
      <Label>{label}</Label>
      <div className="choices">
        {choices.map((choice) => (
          <AriaRadio key={choice.id} value={choice.id} className="check">
            <span className="check-box check-round" aria-hidden="true" />
            <span>
              {choice.name}
              {choice.about && <span className="quiet small"> {choice.about}</span>}
            </span>
          </AriaRadio>
        ))}
      </div>
      <FieldEnd hint={hint} error={error} />
    </AriaRadioGroup>
  );
}

export function Switch({ children, ...rest }: SwitchProps & { children: ReactNode }) {
  return (
    <AriaSwitch {...rest} className="check">
      <span className="switch" aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  );
}
