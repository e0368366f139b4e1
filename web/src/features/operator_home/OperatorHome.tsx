// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';

/** What waits for a person of the operator. */
export default function OperatorHome() {
  const t = useText();
  const me = useMe();
  const waiting = useQuery({
    queryKey: ['operator', 'applications'],
    queryFn: () => call(api.GET('/api/v1/operator/applications', { params: { query: { state: 'manual' } } })),
  });
  return (
    <>
      <PageHeader title={t('operator_home.title')} about={me?.participant.name} />
      <Card title={t('operator_home.applications')}>
        {waiting.error && <ErrorNotice error={waiting.error} onRetry={() => void waiting.refetch()} />}
        {waiting.isPending && <Skeleton />}
        {waiting.data && (
          <Table
            label={t('operator_home.applications')}
            rows={waiting.data.applications}
            idOf={(row) => row.number}
            columns={[
              { id: 'number', name: t('operator_home.number'), kind: 'code', cell: (row) => row.number },
              { id: 'name', name: t('operator_home.name'), width: '2fr', cell: (row) => row.organization },
              { id: 'tax_id', name: t('operator_home.tax_id'), kind: 'code', cell: (row) => row.tax_id },
              { id: 'at', name: t('operator_home.came'), cell: (row) => <Moment at={row.submitted_at} /> },
            ]}
            empty={<EmptyState title={t('operator_home.nothing_waits')} />}
          />
        )}
      </Card>
    </>
  );
}
