// SPDX-License-Identifier: Apache-2.0
import { useIntl } from 'react-intl';

/** What was done, in words; the action itself where it has no words yet. */
export function useActionName(): (action: string) => string {
  const intl = useIntl();
  return (action) => {
    const [area = '', deed = ''] = action.split('.');
    const t = (id: string) => (id in intl.messages ? intl.formatMessage({ id }) : null);
    const whole = t(`journal_words.action.${action}`);
    return whole ?? t(`journal_words.area.${area}`)?.concat(`: ${deed}`) ?? action;
  };
}
