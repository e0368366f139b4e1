// SPDX-License-Identifier: Apache-2.0
import { FormChoices, FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { GrantForm } from './GrantForm';
import { useLimits } from './people';

const kRights = ['order_codes', 'report_application'] as const;

/** Lets another participant order codes and report their application in our name. */
export function AppointProvider({ onDone }: { onDone: () => void }) {
  const t = useText();
  const { groups } = useLimits();
  return (
    <GrantForm
      kind="appoint_provider"
      rights={kRights}
      chosen={kRights}
      documentOf={({ provider, rights, groups: chosen, from, until }) => ({
        kind: 'appoint_provider',
        provider: provider.trim(),
        ...{ rights, from, until },
        ...(chosen.length ? { groups: chosen } : {}),
      })}
      done={t('users.appointed')}
      action={t('users.sign_appoint')}
      about={t('users.appoint_about')}
      limits={(control) => <FormChoices control={control} name="groups" label={t('users.groups')} hint={t('users.limit_hint')} choices={groups} />}
      onDone={onDone}
    >
      {(control, needed) => <FormText control={control} name="provider" rules={needed} label={t('users.provider_tax_id')} mono inputMode="numeric" />}
    </GrantForm>
  );
}
