// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { Link } from '@/ui/Link';
import { Card, EmptyState, Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useCopy } from '@/ui/values';
import { keysQuery } from './keys';
import { curlOf, examples } from './requests';

/** Requests to begin with, for what the chosen key may do. */
export default function Examples() {
  const t = useText();
  const copy = useCopy();
  const may = useMay();
  const [{ key: chosen }, setAddress] = useAddress();
  const keys = useQuery({ ...keysQuery, enabled: may('api_keys') });
  const works = keys.data?.keys.filter((one) => one.state === 'active' || one.state === 'expiring') ?? [];
  const key = works.find((one) => one.key === chosen);
  const shown = examples.filter((one) => !key || key.scopes.includes(one.scope));
  return (
    <>
      <PageHeader
        title={t('developer.examples')}
        about={t('developer_words.examples_about')}
        actions={
          <>
            <a className="button button-plain" href="/api/v1/openapi.json" target="_blank" rel="noreferrer">
              OpenAPI
            </a>
            <a className="button button-plain" href="/api/v1/docs" target="_blank" rel="noreferrer">
              {t('developer_words.reference')}
            </a>
          </>
        }
      />
      {works.length > 0 ? (
        <Select
          label={t('developer_words.key')}
          choices={works.map((one) => ({ id: one.key, name: one.name, about: one.scopes.map((scope) => t(`developer_words.scope.${scope}`)).join(', ') }))}
          selectedKey={key?.key ?? null}
          onSelectionChange={(id) => setAddress({ key: String(id) })}
        />
      ) : (
        <Notice tone="main">
          <p>{t('developer_words.key_first')}</p>
          <Link href="/developer">{t('developer.keys')}</Link>
        </Notice>
      )}
      <p className="quiet">{t('developer_words.key_variable')}</p>
      {shown.map((one) => {
        const text = curlOf(one, location.origin);
        return (
          <Card
            key={one.id}
            title={t(`developer_words.example.${one.id}`)}
            actions={
              <Button onPress={() => copy(text)} aria-label={`${t('developer_words.copy')}: ${t(`developer_words.example.${one.id}`)}`}>
                {t('developer_words.copy')}
              </Button>
            }
          >
            {one.signed && <p className="quiet small">{t('developer_words.signed_example')}</p>}
            <pre className="paper code-lines" tabIndex={0} aria-label={t(`developer_words.example.${one.id}`)}>
              {text}
            </pre>
          </Card>
        );
      })}
      {!shown.length && <EmptyState title={t('developer_words.no_examples')} />}
    </>
  );
}
