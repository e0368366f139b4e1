// SPDX-License-Identifier: Apache-2.0
import { useIntl } from 'react-intl';
import { nameIn, useGroupName, useSystem } from '@/api/queries';

export interface ChangeWords {
  field: (name: string) => string;
  value: (name: string, said: string) => string;
}

/** `text`: a text of the reader's language, or what stands in its place. Lists of codes are joined by commas. */
export function changeWords(
  text: (id: string, instead: string) => string,
  groupName: (code: string) => string,
  partName: (code: string) => string,
): ChangeWords {
  const each: Partial<Record<string, (code: string) => string>> = {
    groups: groupName,
    types: partName,
    rights: (code) => text(`users.right.${code}`, code),
    state: (code) => text(`users.state.${code}`, code),
    revoked: (code) => (code === 'yes' ? text('journal.yes', code) : code),
  };
  return {
    field: (name) => text(`journal_words.field.${name}`, name),
    value: (name, said) => {
      const word = each[name];
      return word && said ? said.split(', ').map(word).join(', ') : said;
    },
  };
}

/** What changed, in words; as the system calls it where there are none. */
export function useChangeWords(): ChangeWords {
  const intl = useIntl();
  const groupName = useGroupName();
  const parts = useSystem()?.participant_types ?? [];
  return changeWords((id, instead) => (id in intl.messages ? intl.formatMessage({ id }) : instead), groupName, (code) => nameIn(parts, code));
}
