// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { useSigner } from '@/signing/signer';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Badge } from '@/ui/values';
import { TestCertificate } from './TestCertificate';

/** What a sandbox gives: invented companies to play, certificates for one's own keys, test money. */
export default function Sandbox() {
  const t = useText();
  const system = useSystem();
  const { signer } = useSigner();
  const companies = useQuery({
    queryKey: ['sandbox', 'companies'],
    queryFn: () => call(api.GET('/api/v1/sandbox/companies')),
    enabled: system?.sandbox ?? false,
  });
  if (!system) return <Skeleton />;
  if (!system.sandbox)
    return (
      <>
        <PageHeader title={t('developer.sandbox')} />
        <EmptyState title={t('developer_words.no_sandbox')}>{t('developer_words.no_sandbox_about')}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={t('developer.sandbox')}
        about={t('developer_words.sandbox_about')}
        actions={<ButtonLink href="/finance">{t('developer_words.to_money')}</ButtonLink>}
      />
      <TestCertificate companies={companies.data?.companies ?? []} />
      <Card title={t('developer_words.companies')}>
        <p className="quiet">{t('developer_words.companies_about')}</p>
        {companies.error && <ErrorNotice error={companies.error} onRetry={() => void companies.refetch()} />}
        {companies.isPending && <Skeleton />}
        {companies.data && (
          <Table
            label={t('developer_words.companies')}
            rows={companies.data.companies}
            idOf={(row) => row.company}
            columns={[
              { id: 'name', name: t('developer_words.company'), width: '2fr', cell: (row) => row.name },
              { id: 'tax', name: t('developer_words.tax_id'), kind: 'code', cell: (row) => row.tax_id },
              { id: 'person', name: t('developer_words.head'), width: '2fr', cell: (row) => row.person },
              {
                id: 'part',
                name: t('developer_words.part'),
                cell: (row) => (
                  <span className="row">
                    <Badge tone={row.registered ? 'good' : 'neutral'}>
                      {t(row.authority ? 'developer_words.is_operator' : row.registered ? 'developer_words.takes_part' : 'developer_words.can_apply')}
                    </Badge>
                    {signer?.certificate.taxId === row.tax_id && <Badge tone="main">{t('developer_words.you')}</Badge>}
                  </span>
                ),
              },
            ]}
            empty={<EmptyState title={t('developer_words.no_sandbox')} />}
          />
        )}
      </Card>
    </>
  );
}
