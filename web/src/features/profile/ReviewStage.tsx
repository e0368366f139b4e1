// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/queries';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import { documentOf, type Fields } from './profile_fields';
import { Account, Kpp, Sites } from './Said';

interface Props {
  fields: Fields;
  hasKpp: boolean;
  groups: readonly Schemas['ProductGroup'][];
  parts: readonly Schemas['ParticipantPart'][];
}

/** Everything that will be signed, to be looked at once more. */
export function ReviewStage({ fields, hasKpp, groups, parts }: Props) {
  const t = useText();
  const { bank, sites, kpp } = documentOf(fields);
  return (
    <>
      <p className="quiet">{t('profile.review_about')}</p>
      <Facts
        rows={[
          [t('profile.address'), fields.address],
          ...(hasKpp ? [[t('profile.kpp'), <Kpp key="kpp" kpp={kpp} />] as [string, ReactNode]] : []),
          [t('profile.phone'), fields.phone],
          [t('profile.email'), fields.email],
          [t('profile.types'), parts.filter((one) => fields.types.includes(one.code)).map((one) => one.name).join(', ')],
          [t('profile.groups'), groups.filter((one) => fields.groups.includes(one.group)).map((one) => one.name).join(', ')],
          [t('profile.account'), <Account key="account" bank={bank} />],
          [t('profile.sites'), <Sites key="sites" sites={sites} />],
        ]}
      />
    </>
  );
}
