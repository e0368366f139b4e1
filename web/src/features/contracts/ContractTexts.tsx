// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { fetchBytes } from '@/api/client';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { usePreferences } from '@/ui/preferences';
import { Card, Skeleton } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useText } from '@/ui/text';

/** The same contract in each of its languages; all of them are agreed. */
export function ContractTexts({ contract, languages }: { contract: number; languages: readonly string[] }) {
  const t = useText();
  const { language } = usePreferences().preferences;
  return (
    <Card
      title={t('contracts.text')}
      actions={
        <a href={`/api/v1/contracts/${contract}/pdf`} className="button button-plain" target="_blank" rel="noreferrer">
          PDF
        </a>
      }
    >
      <Tabs
        label={t('contracts.text')}
        defaultSelectedKey={languages.includes(language) ? language : languages[0]}
        sheets={languages.map((language) => ({
          id: language,
          name: t(`contracts.language.${language}`),
          content: <Paper contract={contract} language={language} />,
        }))}
      />
    </Card>
  );
}

function Paper({ contract, language }: { contract: number; language: string }) {
  const text = useQuery({
    queryKey: ['contract', contract, 'text', language],
    queryFn: async () => new TextDecoder().decode(await fetchBytes(`/api/v1/contracts/${contract}/texts/${language}`)),
    staleTime: Infinity,
  });
  if (text.error) return <ErrorNotice error={text.error} />;
  if (text.data === undefined) return <Skeleton lines={8} />;
  return (
    <article className="paper" lang={language} tabIndex={0}>
      {text.data}
    </article>
  );
}
