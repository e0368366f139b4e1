// SPDX-License-Identifier: Apache-2.0
import { SearchField, Label, Input } from 'react-aria-components';
import { useAddress } from '@/ui/address';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useArticles } from './articles';
import { contents } from './contents';
import type { Article } from './markdown';
import { search } from './search';
import './help.css';

/** Contents of the help, and a search over all of it. */
export default function Help() {
  const t = useText();
  const [{ text = '' }, setAddress] = useAddress();
  const articles = useArticles();
  return (
    <>
      <PageHeader title={t('help.title')} about={t('help.about')} />
      <SearchField value={text} onChange={(value) => setAddress({ text: value })} className="field help-search">
        <Label>{t('help.search')}</Label>
        <Input className="input" placeholder={t('help.search_example')} />
      </SearchField>
      {!articles ? <Skeleton /> : text.trim() ? <Results articles={articles} text={text} /> : <Contents articles={articles} />}
    </>
  );
}

function Results({ articles, text }: { articles: readonly Article[]; text: string }) {
  const t = useText();
  const found = search(articles, text);
  return (
    <section className="stack" aria-label={t('help.results')}>
      <p className="quiet" aria-live="polite">
        {t('help.found', { count: found.length })}
      </p>
      {found.map(({ article, snippet }) => (
        <Link key={article.slug} href={`/help/${article.slug}`} className="card card-choice">
          <h2>{article.title}</h2>
          <span className="quiet">{snippet}</span>
        </Link>
      ))}
      {found.length === 0 && (
        <EmptyState title={t('ui.nothing_found')} action={<ButtonLink href="/contacts">{t('app.contacts')}</ButtonLink>}>
          {t('help.nothing_about')}
        </EmptyState>
      )}
    </section>
  );
}

function Contents({ articles }: { articles: readonly Article[] }) {
  const t = useText();
  return (
    <div className="help-sections">
      {contents.map(({ section, slugs }) => (
        <Card key={section} title={t(`help.section.${section}`)}>
          <ul className="help-list">
            {slugs.map((slug) => {
              const article = articles.find((one) => one.slug === slug);
              return (
                article && (
                  <li key={slug}>
                    <Link href={`/help/${slug}`}>{article.title}</Link>
                    <span className="quiet small">{article.about}</span>
                  </li>
                )
              );
            })}
          </ul>
        </Card>
      ))}
    </div>
  );
}
