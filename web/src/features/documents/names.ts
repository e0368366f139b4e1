// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '@/ui/text';
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

/** How a kind of document is called; its code where the cabinet is older than the system. What waits has none yet. */
export function useKindName(): (kind: string) => string {
  const t = useText();
  const { messages } = useIntl();
  return useCallback((kind) => (`documents.kind.${kind}` in messages ? t(`documents.kind.${kind}`) : kind === '0' ? t('documents.kind_not_known') : kind), [t, messages]);
}

export const toneOf: Record<Schemas['DocumentStatus'], Tone> = {
  accepted: 'good',
  partly_accepted: 'warn',
  rejected: 'bad',
  waiting: 'main',
};
export const statuses = ['accepted', 'partly_accepted', 'rejected', 'waiting'] as const;

/** How a field is called: a list of codes of one grade by the grade. */
export function useFieldName(): (field: { name: string; grade?: string }) => string {
  const t = useText();
  return useCallback(({ name, grade }) => (grade ? t('documents.of_grade', { grade }) : t(`documents.field.${name}`)), [t]);
}
