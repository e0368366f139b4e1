// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useMe, type Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Moment } from '@/ui/values';
import { WriteComment } from './WriteComment';

const kPage = 50;

/** What readers say about an article; whoever is signed in may say something too. */
export function Comments({ article }: { article: string }) {
  const t = useText();
  const me = useMe();
  const list = usePages(
    ['comments', article],
    (before: string | undefined) => call(api.GET('/api/v1/help/{article}/comments', { params: { path: { article }, query: { limit: kPage, before } } })),
    (page): Schemas['HelpComment'][] => page.comments,
  );
  const taking = useOnce(
    (comment: string, header) => call(api.DELETE('/api/v1/help/{article}/comments/{comment}', { params: { path: { article, comment }, header } })),
    { onDone: () => toast(t('help.taken_back')) },
  );
  return (
    <section className="stack help-comments" aria-labelledby="comments">
      <h2 id="comments">{t('help.comments')}</h2>
      {me ? (
        <WriteComment article={article} user={me.user} />
      ) : (
        <p className="row">
          {t('help.sign_in_to_comment')} <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/help/${article}`)}`}>{t('app.sign_in')}</ButtonLink>
        </p>
      )}
      {Boolean(list.error) && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {taking.error && <ErrorNotice error={taking.error} />}
      {list.isPending && <Skeleton lines={2} />}
      {list.first && !list.rows.length && <p className="quiet">{t('help.no_comments')}</p>}
      {list.rows.length > 0 && (
        <ul className="comments">
          {list.rows.map((one) => (
            <li key={one.comment}>
              <div className="row small">
                <strong>{one.name}</strong>
                <span className="quiet">
                  <Moment at={one.at} />
                </span>
                {one.own && (
                  <ConfirmButton label={t('help.take_back')} look="quiet" isDisabled={taking.isPending} onConfirm={() => taking.mutate(one.comment)}>
                    <p>{t('help.take_back_about')}</p>
                    <p className="quiet">{one.text}</p>
                  </ConfirmButton>
                )}
              </div>
              <p className="comment-text">{one.text}</p>
            </li>
          ))}
        </ul>
      )}
      {list.onMore && (
        <div>
          <Button isDisabled={list.loading} onPress={list.onMore}>
            {t('help.more_comments')}
          </Button>
        </div>
      )}
    </section>
  );
}
