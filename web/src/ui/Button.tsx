// SPDX-License-Identifier: Apache-2.0
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { useText } from './text';

export interface Props extends ButtonProps {
  /** main: the one thing to do here; plain: others; quiet: without an edge; danger: cannot be undone. */
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', className, ...rest }: Props) {
  return <AriaButton {...rest} className={`button button-${look} ${className ?? ''}`} />;
}

/** A button with a picture alone; `label` says what it does. */
export function IconButton({ label, children, ...rest }: Props & { label: string }) {
  return (
    <Button look="quiet" {...rest} aria-label={label} className="button-icon">
      {children}
    </Button>
  );
}

export function CloseButton({ onPress }: { onPress: () => void }) {
  const t = useText();
  return (
    <IconButton label={t('ui.close')} onPress={onPress}>
      <span aria-hidden="true">✕</span>
    </IconButton>
  );
}
