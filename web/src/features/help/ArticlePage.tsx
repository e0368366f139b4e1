// SPDX-License-Identifier: Apache-2.0
import { usePart } from '@/ui/address';
import { ButtonLink, Link } from '@/ui/Link';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useArticles } from './articles';
import { Blocks } from './Blocks';
import { Comments } from './Comments';
import { contents } from './contents';
import type { Article } from './markdown';
import './help.css';

/** One article, with the others of the help beside it. */
export default function ArticlePage() {
  const t = useText();
  const slug = usePart('article');
  const articles = useArticles();
  if (!articles) return <Skeleton lines={10} />;
  const at = articles.findIndex((one) => one.slug === slug);
  const article = articles[at];
  if (!article)
    return (
      <>
        <PageHeader title={t('help.title')} />
        <EmptyState title={t('help.no_article')} action={<ButtonLink href="/help">{t('help.all')}</ButtonLink>}>
          {t('help.no_article_about')}
        </EmptyState>
      </>
    );
  const parts = article.blocks.filter((block) => block.kind === 'heading');
  return (
    <div className="help-page">
      <Others articles={articles} slug={slug} />
      <article className="help-article">
        <PageHeader title={article.title} />
        {parts.length > 2 && (
          <nav aria-label={t('help.on_this_page')}>
            <ul className="help-parts">
              {parts.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.text}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Blocks blocks={article.blocks} />
        <Next articles={articles} at={at} />
        <Comments key={slug} article={slug} />
      </article>
    </div>
  );
}

function Others({ articles, slug }: { articles: readonly Article[]; slug: string }) {
  const t = useText();
  return (
    <nav className="help-others" aria-label={t('help.contents')}>
      <Link href="/help">{t('help.all')}</Link>
      {contents.map(({ section, slugs }) => (
        <div key={section} role="group" aria-label={t(`help.section.${section}`)}>
          <span className="navigation-title">{t(`help.section.${section}`)}</span>
          {slugs.map((one) => (
            <Link key={one} href={`/help/${one}`} className="navigation-link" aria-current={one === slug ? 'page' : undefined}>
              {articles.find((article) => article.slug === one)?.title ?? one}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

function Next({ articles, at }: { articles: readonly Article[]; at: number }) {
  const t = useText();
  const next = articles[at + 1];
  return (
    <div className="spread help-end">
      <Link href="/help">{t('help.all')}</Link>
      {next && (
        <span>
          {t('help.next')} <Link href={`/help/${next.slug}`}>{next.title}</Link>
        </span>
      )}
    </div>
  );
}
