// SPDX-License-Identifier: Apache-2.0
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { PublicLayout } from './PublicLayout';

export function NotFound() {
  const t = useText();
  return (
    <PublicLayout>
      <PageHeader title={t('app.not_found')} about={t('app.not_found_about')} />
      <div>
        <ButtonLink href="/" look="main">
          {t('app.to_main')}
        </ButtonLink>
      </div>
    </PublicLayout>
  );
}

/** A page that broke: a new version was put in place while it was open, or a mistake of ours. */
export function PageFailed({ error }: { error: unknown }) {
  const t = useText();
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHeader title={t('app.failed')} />
      <ErrorNotice error={error} onRetry={() => location.reload()} />
    </main>
  );
}
