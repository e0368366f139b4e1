// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useAddress, useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/choices';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment } from '@/ui/values';
import { discard, useDrafts, type KeptForm } from './drafts';
import { useKindName } from './names';

/** What was begun and not sent: gone on with, or thrown away. */
export default function Drafts() {
  const t = useText();
  const nameOf = useKindName();
  const [{ whose, draft: opened }, setAddress] = useAddress();
  const list = useDrafts();
  const rows = list.drafts.filter((one) => whose === 'all' || one.own);
  const shown = list.drafts.find((one) => one.name === opened);
  return (
    <>
      <PageHeader title={t('documents.drafts')} about={t('documents.drafts_about')} />
      <div className="row" role="search">
        <Switch isSelected={whose === 'all'} onChange={(on) => setAddress({ whose: on ? 'all' : undefined })}>
          {t('documents.drafts_of_all')}
        </Switch>
      </div>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <SortedTable
          label={t('documents.drafts')}
          rows={rows}
          idOf={(row) => row.name}
          onOpen={(row) => setAddress({ draft: row.name }, { step: true })}
          columns={[
            { id: 'kind', name: t('documents.kind_filter'), width: '2fr', cell: (row) => nameOf(row.kind) },
            { id: 'saved', name: t('documents.draft_saved'), kind: 'moment', cell: (row) => <Moment at={row.saved} /> },
            { id: 'person', name: t('documents.draft_person'), width: '1fr', cell: (row) => row.person },
          ]}
          empty={
            <EmptyState
              title={t('documents.no_drafts')}
              action={
                <ButtonLink look="main" href="/documents/new">
                  {t('documents.new')}
                </ButtonLink>
              }
            >
              {t('documents.no_drafts_about')}
            </EmptyState>
          }
        />
      )}
      {shown && <DraftPanel draft={shown} onClose={() => setAddress({ draft: undefined })} />}
    </>
  );
}

function DraftPanel({ draft, onClose }: { draft: KeptForm; onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const nameOf = useKindName();
  const dropping = useMutation({
    mutationFn: () => discard(draft.name),
    onSuccess: () => {
      toast(t('documents.draft_gone'));
      onClose();
    },
  });
  const { page } = draft;
  return (
    <SidePanel title={nameOf(draft.kind)} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('documents.draft_saved'), <Moment key="saved" at={draft.saved} />],
          [t('documents.draft_person'), draft.person],
        ]}
      />
      {!draft.own && <Notice tone="main">{t('documents.draft_of_other', { person: draft.person })}</Notice>}
      {dropping.error && <ErrorNotice error={dropping.error} />}
      <div className="row">
        {page && (
          <Button look="main" onPress={() => go(page)}>
            {t('documents.go_on')}
          </Button>
        )}
        <ConfirmButton label={t('documents.draft_drop')} look="danger" isDisabled={dropping.isPending} onConfirm={() => dropping.mutate()}>
          <p>{t('documents.draft_drop_about')}</p>
        </ConfirmButton>
      </div>
    </SidePanel>
  );
}
