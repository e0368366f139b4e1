// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useState, type KeyboardEvent } from 'react';
import { Dialog, DialogTrigger, Input, Label, Popover, TextField as AriaTextField } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { Button } from './Button';
import { FieldEnd, type FieldTexts } from './fields';
import { Skeleton } from './surfaces';
import { useText } from './text';
import { dayOf, isDay, laterBy, writtenDay } from './written_day';

const Calendar = lazy(async () => ({ default: (await import('./Calendar')).Calendar }));

interface Props extends FieldTexts {
  /** As the interface writes it, or what was typed and is no day. */
  value: string;
  onChange: (day: string) => void;
  onBlur?: () => void;
  name?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Filters: what is no day yet is told to nobody. */
  onlyDays?: boolean;
}

/** A day: typed, pasted or chosen, written as in the reader's language in every browser. */
export function DateField({ label, hint, error, value, onChange, onBlur, name, isRequired, isDisabled, onlyDays }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null);
  const [inside, setInside] = useState(false);
  const [open, setOpen] = useState(false);
  // What was typed counts as long as nobody else has changed the value.
  const text = typed?.value === value ? typed.text : writtenDay(value, locale);
  const day = dayOf(text, true);
  const flaw = text.trim() && !day && !inside ? t('ui.no_such_day', { form: t('ui.day_form') }) : undefined;

  const tell = (next: string, written: string) => {
    setTyped({ text: written, value: next });
    if (next !== value) onChange(next);
  };
  const type = (written: string) => {
    const understood = written.trim() === '' ? '' : dayOf(written, false);
    tell(understood ?? (onlyDays ? value : written), written);
  };
  const leave = () => {
    setInside(false);
    if (day) tell(day, writtenDay(day, locale));
    onBlur?.();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (event.altKey) setOpen(true);
    else if (day) choose(laterBy(day, event.key === 'ArrowUp' ? 1 : -1));
  };
  const choose = (chosen: string) => tell(chosen, writtenDay(chosen, locale));
  return (
    <AriaTextField
      name={name}
      value={text}
      onChange={type}
      onFocus={() => setInside(true)}
      onBlur={leave}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={Boolean(error ?? flaw)}
      validationBehavior="aria"
      inputMode="numeric"
      autoComplete="off"
      className="field"
    >
      <Label>{label}</Label>
      <div className="date">
        <Input className="input" placeholder={t('ui.day_form')} onKeyDown={pressed} />
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <Button look="quiet" className="button-icon date-open" aria-label={t('ui.calendar')} isDisabled={isDisabled}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="bell-shape">
              <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
            </svg>
          </Button>
          <Popover className="popover" placement="bottom end">
            <Dialog className="calendar" aria-label={`${label}: ${t('ui.calendar')}`}>
              <Suspense fallback={<Skeleton />}>
                <Calendar
                  chosen={day && isDay(day) ? day : ''}
                  onChoose={(chosen) => {
                    choose(chosen);
                    setOpen(false);
                  }}
                />
              </Suspense>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      <FieldEnd hint={hint} error={error ?? flaw} />
    </AriaTextField>
  );
}
