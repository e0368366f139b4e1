// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useOnce } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Badge, Moment } from '@/ui/values';
import { browserName } from './browser_name';

/** Who is signed in for the organisation now; any session can be ended. */
export default function Sessions() {
  const t = useText();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => call(api.GET('/api/v1/sessions')) });
  const endOne = useOnce(
    (session: string, header) => call(api.DELETE('/api/v1/sessions/{session}', { params: { path: { session }, header } })),
    { onDone: () => toast(t('users.session_ended')) },
  );
  const endOthers = useOnce((_: void, header) => call(api.DELETE('/api/v1/sessions', { params: { header } })), {
    onDone: ({ ended }) => toast(t('users.sessions_ended', { count: ended })),
  });
  const sessions = list.data?.sessions ?? [];
  return (
    <>
      <PageHeader
        title={t('users.sessions')}
        about={t('users.sessions_about')}
        actions={
          sessions.length > 1 && (
            <ConfirmButton label={t('users.end_others')} look="danger" onConfirm={() => endOthers.mutate()}>
              <p>{t('users.end_others_about')}</p>
            </ConfirmButton>
          )
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {endOne.error && <ErrorNotice error={endOne.error} />}
      {endOthers.error && <ErrorNotice error={endOthers.error} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <Card>
          <ul className="checklist" aria-label={t('users.sessions')}>
            {sessions.map((one) => (
              <li key={one.session}>
                <div className="stack-tight">
                  <strong>
                    {one.person} {one.current && <Badge tone="good">{t('users.this_session')}</Badge>}
                  </strong>
                  <span className="small quiet">
                    <span title={one.agent}>{browserName(one.agent) || t('users.program')}</span> · <span className="mono">{one.address}</span>
                  </span>
                  <span className="small quiet">
                    {t('users.opened')} <Moment at={one.opened} /> · {t('users.used')} <Moment at={one.used} />
                  </span>
                </div>
                {!one.current && (
                  <ConfirmButton label={t('users.end_session')} onConfirm={() => endOne.mutate(one.session)}>
                    <p>{t('users.end_session_about', { person: one.person })}</p>
                  </ConfirmButton>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
