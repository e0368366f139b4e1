// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '@/ui/text';
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

/** How a kind of document is called; its code where the cabinet is older than the system. */
export function useKindName(): (kind: string) => string {
  const t = useText();
  const { messages } = useIntl();
  return useCallback((kind) => (`documents.kind.${kind}` in messages ? t(`documents.kind.${kind}`) : kind), [t, messages]);
}

export const toneOf: Record<Schemas['DocumentStatus'], Tone> = {
  accepted: 'good',
  partly_accepted: 'warn',
  rejected: 'bad',
  waiting: 'main',
};
export const statuses = ['accepted', 'partly_accepted', 'rejected', 'waiting'] as const;
