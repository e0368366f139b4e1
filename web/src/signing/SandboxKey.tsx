// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { AgentNotice } from './AgentNotice';
import { CertificateList } from './CertificateList';
import type { PanelProps } from './ChooseKey';

/** In a sandbox anybody plays the head of any invented company, with a key that the browser makes. */
export function SandboxKey({ action, onChoose, busy, newcomer }: PanelProps & { newcomer: boolean }) {
  const t = useText();
  const [company, setCompany] = useState<string | null>(null);
  const companies = useQuery({
    queryKey: ['sandbox', 'companies'],
    queryFn: () => call(api.GET('/api/v1/sandbox/companies')),
  });
  const kept = useQuery({
    queryKey: ['sandbox', 'keys'],
    queryFn: async () => new (await import('./sandbox_key')).SandboxKeyAgent().list(),
  });
  const make = useMutation({
    mutationFn: async (which: string) => (await import('./sandbox_key')).SandboxKeyAgent.make(which),
    onSuccess: () => kept.refetch(),
  });
  if (!companies.data || !kept.data) return companies.error ? <AgentNotice error={companies.error} /> : <Skeleton />;
  const choices = [...companies.data.companies].sort((a, b) => (newcomer ? Number(a.registered) - Number(b.registered) : 0)).map((one) => ({
    id: one.company,
    name: one.name,
    about: `${one.person} · ${t(one.authority ? 'signing.is_operator' : one.registered ? 'signing.takes_part' : 'signing.can_apply')}`,
  }));
  return (
    <div className="stack">
      <p className="quiet">{t('signing.sandbox_about')}</p>
      {kept.data.length > 0 && (
        <CertificateList
          certificates={kept.data}
          action={action}
          busy={busy}
          onChoose={(certificate) =>
            void import('./sandbox_key').then(({ SandboxKeyAgent }) =>
              onChoose({ agent: new SandboxKeyAgent(), certificate }),
            )
          }
        />
      )}
      <Select
        label={t('signing.company')}
        choices={choices}
        selectedKey={company}
        onSelectionChange={(key) => setCompany(key === null ? null : String(key))}
      />
      {make.error && <AgentNotice error={make.error} />}
      <div>
        <Button
          isDisabled={!company || make.isPending}
          onPress={() => company && make.mutate(company)}
          look={kept.data.length ? 'plain' : 'main'}
        >
          {t('signing.make_key')}
        </Button>
      </div>
    </div>
  );
}
