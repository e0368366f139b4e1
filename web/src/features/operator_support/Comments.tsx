// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportList } from '@/ui/ExportList';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status } from '@/ui/values';

type Comment = Schemas['OperatorComment'];
const kPage = 100;

/** What people say under the articles of the help, hidden ones too. */
export default function Comments() {
  const t = useText();
  const [{ comment: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'comments'],
    (before: string | undefined) => call(api.GET('/api/v1/operator/comments', { params: { query: { limit: kPage, before } } })),
    (page): Comment[] => page.comments,
  );
  const shown = list.rows.find((one) => one.comment.comment === opened);
  const columns: TableColumn<Comment>[] = [
    { id: 'text', name: t('operator_support.comment'), width: '3fr', cell: (row) => row.comment.text },
    { id: 'name', name: t('operator_support.signed'), cell: (row) => row.comment.name },
    { id: 'company', name: t('operator_support.company'), width: '2fr', cell: (row) => row.company },
    { id: 'article', name: t('operator_support.article'), cell: (row) => row.article },
    { id: 'at', name: t('operator_support.written'), kind: 'moment', cell: (row) => <Moment at={row.comment.at} /> },
    { id: 'state', name: t('operator_support.state'), width: 140, cell: (row) => <Shown hidden={Boolean(row.hidden_at)} />, written: (row) => t(row.hidden_at ? 'operator_support.hidden' : 'operator_support.shown') },
  ];
  return (
    <>
      <PageHeader title={t('operator_support.comments')} about={t('operator_support.comments_about')} actions={<ExportList name="comments" columns={columns} list={list} />} />
      <ListTable
        label={t('operator_support.comments')}
        list={list}
        idOf={(row) => row.comment.comment}
        onOpen={(row) => setAddress({ comment: row.comment.comment }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_support.no_comments')}>{t('operator_support.no_comments_about')}</EmptyState>}
      />
      {shown && <CommentPanel comment={shown} onClose={() => setAddress({ comment: undefined })} />}
    </>
  );
}

function Shown({ hidden }: { hidden: boolean }) {
  const t = useText();
  return <Status tone={hidden ? 'neutral' : 'good'}>{hidden ? t('operator_support.hidden') : t('operator_support.shown')}</Status>;
}

function CommentPanel({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const t = useText();
  const hide = useOnce(
    (reason: string, header) =>
      call(api.POST('/api/v1/operator/comments/{comment}/hiding', { params: { path: { comment: comment.comment.comment }, header }, body: { reason } })),
    { onDone: () => toast(t('operator_support.comment_hidden')) },
  );
  const show = useOnce(
    (_: undefined, header) => call(api.POST('/api/v1/operator/comments/{comment}/showing', { params: { path: { comment: comment.comment.comment }, header } })),
    { onDone: () => toast(t('operator_support.comment_shown')) },
  );
  const error = hide.error ?? show.error;
  const rows: [string, React.ReactNode][] = [
    [t('operator_support.article'), <Link key="article" href={`/help/${comment.article}`}>{comment.article}</Link>],
    [t('operator_support.company'), <Link key="company" href={`/operator/participants/${comment.tax_id}`}>{`${comment.company}, ${comment.tax_id}`}</Link>],
    [t('operator_support.written'), <Moment key="at" at={comment.comment.at} />],
  ];
  if (comment.hidden_at) rows.push([t('operator_support.hidden_at'), <Moment key="hidden" at={comment.hidden_at} />]);
  if (comment.hidden_by) rows.push([t('operator_support.hidden_by'), comment.hidden_by]);
  if (comment.reason) rows.push([t('ui.reason'), comment.reason]);
  return (
    <SidePanel title={comment.comment.name} isOpen onClose={onClose}>
      <Shown hidden={Boolean(comment.hidden_at)} />
      <p className="paper">{comment.comment.text}</p>
      <Facts rows={rows} />
      {error && <ErrorNotice error={error} />}
      {comment.hidden_at && comment.hidden_by && (
        <div>
          <ConfirmButton label={t('operator_support.show_again')} isDisabled={show.isPending} onConfirm={() => show.mutate(undefined)}>
            <p>{t('operator_support.show_again_about')}</p>
          </ConfirmButton>
        </div>
      )}
      {!comment.hidden_at && (
        <div>
          <ReasonButton label={t('operator_support.hide')} look="danger" isDisabled={hide.isPending} onConfirm={(reason) => hide.mutate(reason)}>
            <p>{t('operator_support.hide_about')}</p>
          </ReasonButton>
        </div>
      )}
    </SidePanel>
  );
}
