// SPDX-License-Identifier: Apache-2.0
import { useMe } from '@/api/queries';
import { FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { GrantForm } from './GrantForm';

/** Given by the head alone: whose personal certificate may act, in what, and how long. */
export function GivePower({ onDone }: { onDone: () => void }) {
  const t = useText();
  const rights = useMe()?.rights ?? [];
  return (
    <GrantForm
      kind="power_of_attorney"
      rights={rights}
      chosen={[]}
      documentOf={({ number, person, person_id, rights: allowed, from, until }) => ({
        kind: 'power_of_attorney',
        decision: 'give',
        ...{ number, person, person_id, rights: allowed, from, until },
      })}
      done={t('users.power_given')}
      action={t('users.sign_power')}
      onDone={onDone}
    >
      {(control, needed) => (
        <>
          <FormText control={control} name="number" rules={needed} label={t('users.number')} hint={t('users.power_number_hint')} mono />
          <FormText control={control} name="person" rules={needed} label={t('users.representative')} />
          <FormText control={control} name="person_id" rules={needed} label={t('users.person_id')} hint={t('users.person_id_hint')} mono />
        </>
      )}
    </GrantForm>
  );
}
