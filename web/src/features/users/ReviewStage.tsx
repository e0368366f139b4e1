// SPDX-License-Identifier: Apache-2.0
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useGroupName } from '@/api/queries';
import type { SigningCertificate } from '@/signing/agent';
import { Facts } from '@/ui/values';
import { useText } from '@/ui/text';
import { Allowed } from './Allowed';
import { CertificateFacts } from './CertificateFacts';
import { rightsOf, useRoles } from './people';
import type { NewUser } from './new_user';

/** Exactly what will be signed, in words. */
export function ReviewStage({ form, shown }: { form: UseFormReturn<NewUser>; shown: SigningCertificate | null }) {
  const t = useText();
  const { all, nameOf } = useRoles();
  const groupName = useGroupName();
  const { email, roles, groups, places } = useWatch({ control: form.control }) as NewUser;
  return (
    <>
      <p className="quiet">{t('users.review_about')}</p>
      {shown && <CertificateFacts certificate={shown} />}
      <Facts
        rows={[
          [t('users.email'), email],
          [t('users.roles'), roles.map(nameOf).join(', ')],
          [t('users.limit_groups'), groups.map(groupName).join(', ') || t('users.no_limits')],
          [t('users.limit_places'), places.join(', ') || t('users.no_limits')],
        ]}
      />
      <Allowed rights={rightsOf(all, roles)} />
    </>
  );
}
