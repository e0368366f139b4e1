// SPDX-License-Identifier: Apache-2.0
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { FormChoices } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { Allowed } from './Allowed';
import { rightsOf, useLimits, useRoles } from './people';

export interface Access {
  roles: string[];
  groups: string[];
  places: string[];
}

/** Roles and limits; what the person may do then is told beside. Those who have `Access` among their fields share it. */
export function AccessFields<T extends Access>({ form }: { form: UseFormReturn<T> }) {
  const t = useText();
  const { own, all } = useRoles();
  const limits = useLimits();
  const { control } = form as unknown as UseFormReturn<Access>;
  const chosen = useWatch({ control, name: 'roles' });
  return (
    <>
      <FormChoices
        control={control}
        name="roles"
        rules={{ validate: (roles) => (roles as string[]).length > 0 || t('users.role_needed') }}
        label={t('users.roles')}
        hint={own.length < all.length ? t('users.roles_own') : undefined}
        choices={own.map((role) => ({ id: role.role, name: role.name, about: role.about }))}
      />
      <Allowed rights={rightsOf(all, chosen)} />
      {limits.groups.length > 0 && (
        <FormChoices control={control} name="groups" label={t('users.limit_groups')} hint={t('users.limit_hint')} choices={limits.groups} />
      )}
      {limits.places.length > 0 && (
        <FormChoices control={control} name="places" label={t('users.limit_places')} hint={t('users.limit_hint')} choices={limits.places} />
      )}
    </>
  );
}
