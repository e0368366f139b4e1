// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton, Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Day, Facts, Status } from '@/ui/values';
import { ContractTexts } from './ContractTexts';
import { Signatures } from './Signatures';
import { SignContract } from './SignContract';
import { canBeSigned, toneOf } from './state';

const kLookAgainMs = 2_000;
const kSigning = 'signing';

/** A contract: its texts, what happened to it, and the signature when it is due. */
export default function ContractPage() {
  const t = useText();
  const contract = Number(usePart('contract'));
  const detail = useQuery({
    queryKey: ['contract', contract],
    queryFn: () => call(api.GET('/api/v1/contracts/{contract}', { params: { path: { contract } } })),
    refetchInterval: (query) => (query.state.data?.contract.state === 'signed' ? kLookAgainMs : false),
  });
  if (detail.error) return <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton />;
  const one = detail.data.contract;
  return (
    <>
      <PageHeader
        title={[one.title, one.group_name].filter(Boolean).join(': ')}
        about={t('contracts.number_of', { number: one.number })}
        actions={
          <>
            <Status tone={toneOf(one)}>{one.state_name}</Status>
            {canBeSigned(one) && (
              <Button onPress={() => document.getElementById(kSigning)?.scrollIntoView({ block: 'start' })}>{t('contracts.to_signing')}</Button>
            )}
          </>
        }
      />
      <Card>
        <Facts
          rows={[
            [t('contracts.date'), <Day key="date" date={one.date} />],
            [t('contracts.company'), one.company],
            [t('contracts.version'), String(one.version)],
            ...(one.signed_by ? [[t('contracts.signed_by'), one.signed_by] as [string, string]] : []),
            ...(one.reason ? [[t('contracts.reason'), one.reason] as [string, string]] : []),
          ]}
        />
      </Card>
      <ContractTexts contract={contract} languages={detail.data.languages} />
      <Signatures one={one} />
      {canBeSigned(one) && (
        <div id={kSigning} className="below-head">
          <SignContract detail={detail.data} />
        </div>
      )}
      <Card title={t('contracts.history')}>
        <Timeline
          events={detail.data.history.map((event) => ({
            at: event.at,
            title: t(`contracts.event.${event.event}`),
            about: event.note ?? undefined,
          }))}
        />
      </Card>
    </>
  );
}
