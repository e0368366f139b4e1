// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Dialog } from '@/ui/overlays';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { KeyPanel } from './KeyPanel';
import { keysQuery, keyTones } from './keys';
import { MakeKey } from './MakeKey';
import { ShownToken } from './ShownToken';

/** Keys of programs: what each may do, until when, and when it was used last. */
export default function Keys() {
  const t = useText();
  const [{ key: opened }, setAddress] = useAddress();
  const [making, setMaking] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const list = useQuery(keysQuery);
  const shown = list.data?.keys.find((one) => one.key === opened);
  return (
    <>
      <PageHeader
        title={t('developer.keys')}
        about={t('developer_words.keys_about')}
        actions={
          <>
            <a className="button button-plain" href="/api/v1/docs" target="_blank" rel="noreferrer">
              {t('developer_words.reference')}
            </a>
            <Button look="main" onPress={() => setMaking(true)}>
              {t('developer_words.make_key')}
            </Button>
          </>
        }
      />
      {token && <ShownToken token={token} onKept={() => setToken(null)} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <SortedTable
          label={t('developer.keys')}
          rows={list.data.keys}
          idOf={(row) => row.key}
          onOpen={(row) => setAddress({ key: row.key }, { step: true })}
          columns={[
            { id: 'name', name: t('developer_words.name'), width: '2fr', cell: (row) => row.name },
            { id: 'state', name: t('developer_words.state'), cell: (row) => <Status tone={keyTones[row.state]}>{t(`developer_words.state.${row.state}`)}</Status> },
            { id: 'scopes', name: t('developer_words.scopes'), width: '2fr', cell: (row) => row.scopes.map((one) => t(`developer_words.scope.${one}`)).join(', ') },
            { id: 'expires', name: t('developer_words.expires'), kind: 'moment', cell: (row) => <Moment at={row.expires} /> },
            { id: 'used', name: t('developer_words.used'), kind: 'moment', cell: (row) => (row.used ? <Moment at={row.used} /> : t('developer_words.never')) },
          ]}
          empty={<EmptyState title={t('developer_words.no_keys')}>{t('developer_words.no_keys_about')}</EmptyState>}
        />
      )}
      <Dialog title={t('developer_words.make_key')} isOpen={making} onClose={() => setMaking(false)}>
        <MakeKey
          onMade={(made) => {
            setMaking(false);
            setToken(made);
          }}
        />
      </Dialog>
      {shown && (
        <KeyPanel
          key={shown.key}
          shown={shown}
          onClose={() => setAddress({ key: undefined })}
          onToken={(made) => {
            setToken(made);
            setAddress({ key: undefined });
          }}
        />
      )}
    </>
  );
}
