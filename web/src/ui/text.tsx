// SPDX-License-Identifier: Apache-2.0
import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

type Values = Record<string, string | number | bigint | boolean | Date | null | undefined>;

/** Gives `t('feature.meaning', values)`: the text of an id in the reader's language (src/texts). */
export function useText(): (id: string, values?: Values) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

type Rich = Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;
/** The same with parts that are elements: `<link>...</link>` in the text is made by `values.link`. */
export function useRichText(): (id: string, values: Rich) => ReactNode {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
