// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Schemas } from '@/api/queries';
import { useText } from '@/ui/text';

/** How a kind of document is called; nothing is said of one that was not looked into. */
export function useKind(): (kind: string | null | undefined) => string {
  const t = useText();
  const { messages } = useIntl();
  return useCallback(
    (kind) => {
      if (!kind) return t('operator_checks.kind_unknown');
      return `documents.kind.${kind}` in messages ? t(`documents.kind.${kind}`) : kind;
    },
    [t, messages],
  );
}

/** Who does not answer: by name where it is known. */
export function useSilent(): (row: Schemas['WaitingDocument']) => string {
  const t = useText();
  return useCallback((row) => row.authority ?? t(`operator_checks.silent.${row.waits_for}`), [t]);
}
