// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

interface Refusal {
  items: { title: string; remedy: string; pointer?: string | null }[];
}

/**
 * What the system refused, put beside the fields it means: '/sites/0/name' is the field 'sites.0.name'. `under`: what
 * stands before in the document that was sent ('/card'). False when something of it belongs to no field: then it is
 * shown over the form.
 */
export function showRefusal<T extends FieldValues>(form: UseFormReturn<T>, error: unknown, under = ''): boolean {
  const items = (error as Partial<Refusal>)?.items;
  if (!items) return false;
  let all = true;
  for (const item of items) {
    const pointer = item.pointer ?? '';
    const field = pointer.startsWith(`${under}/`) ? pointer.slice(under.length + 1).replaceAll('/', '.') : '';
    const known = field !== '' && field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], form.getValues()) !== undefined;
    if (known) form.setError(field as FieldPath<T>, { type: 'system', message: `${item.title}. ${item.remedy}` });
    else all = false;
  }
  return all;
}

/** Stages are judged before the form is sent: a mistake that was found goes as soon as its field is mended. */
export function useMending<T extends FieldValues>(form: UseFormReturn<T>): void {
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name && form.getFieldState(name as FieldPath<T>).invalid) void form.trigger(name as FieldPath<T>);
        },
      }),
    [form],
  );
}

/** The mistakes of a form, in the order of its fields, for `FormErrors`. */
export function mistakesOf(errors: object, before = ''): { field: string; text: string }[] {
  return Object.entries(errors).flatMap(([name, value]: [string, unknown]) => {
    const field = before ? `${before}.${name}` : name;
    const message = (value as { message?: unknown })?.message;
    if (typeof message === 'string' && message) return [{ field, text: message }];
    return typeof value === 'object' && value !== null && name !== 'ref' ? mistakesOf(value, field) : [];
  });
}
