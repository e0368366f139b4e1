// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { nameIn, useDictionaries, useMe } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { AskSupport } from '@/ui/AskSupport';
import { Button } from '@/ui/Button';
import { countryName } from '@/ui/countries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Badge, Day, Facts, Status, useCopy } from '@/ui/values';
import { holds, nextOf, placeOf, toneOf, wholeOf } from './code_state';
import { CodeHistory } from './CodeHistory';
import { CodePicture } from './CodePicture';
import { FindCode } from './FindCode';
import { Packages } from './Packages';
import './codes.css';

/** A code: where it stands, what happened to it, where it lies, what may be done next. */
export default function CodePage() {
  const t = useText();
  const me = useMe();
  const copy = useCopy();
  const { locale } = useIntl();
  const words = useDictionaries();
  const [{ code: asked = '' }] = useAddress();
  const text = String(asked);
  const found = useQuery({
    queryKey: ['code', text],
    queryFn: () => call(api.GET('/api/v1/codes', { params: { query: { code: text } } })),
    enabled: text !== '',
  });
  const code = found.data;
  const product = useQuery({
    queryKey: ['catalogue', code?.gtin],
    queryFn: () => call(api.GET('/api/v1/catalogue/{gtin}', { params: { path: { gtin: code?.gtin ?? '' } } })),
    enabled: Boolean(code?.gtin),
  });
  if (!code)
    return (
      <>
        <PageHeader title={t('codes.one')} />
        <FindCode />
        {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {found.isLoading && <Skeleton />}
      </>
    );
  const name = product.data?.product.name ?? t(code.gtin ? 'codes.one' : 'codes.transport_unit');
  const rows: [string, React.ReactNode][] = [
    [t('codes.identity'), <span key="cis" className="mono">{code.cis}</span>],
    [t('codes.owner'), code.owner === me?.participant.tax_id ? t('codes.owner_you') : code.owner || t('codes.owner_other')],
  ];
  if (code.gtin) rows.push([t('codes.by.gtin'), <Link key="gtin" href={`/goods/${code.gtin}`} className="link mono">{code.gtin}</Link>]);
  if (code.reason) rows.push([t('codes.reason'), nameIn(code.status === 'written_off' ? words?.write_off_reasons : words?.withdrawal_reasons, code.reason)]);
  if (code.remainder) rows.push([t('codes.remainder'), t('codes.remainder_of', { left: code.remainder.left, of: code.remainder.of })]);
  if (code.lot?.produced_on) rows.push([t('codes.produced'), <Day key="produced" date={code.lot.produced_on} />]);
  if (code.lot?.expires_on) rows.push([t('codes.expires'), <Day key="expires" date={code.lot.expires_on} />]);
  if (code.lot?.batch) rows.push([t('codes.batch'), code.lot.batch]);
  if (code.lot?.country) rows.push([t('codes.country'), countryName(code.lot.country, locale)]);
  if (code.lot?.declaration) rows.push([t('codes.declaration'), <span key="declaration" className="mono">{code.lot.declaration}</span>]);
  const next = nextOf(code);
  const whole = wholeOf(text, code.cis);
  const held = code.marks.filter((mark) => holds.includes(mark));
  return (
    <>
      <PageHeader
        title={name}
        about={
          <span className="row">
            <Status tone={toneOf(code.status)}>{t(`codes.status.${code.status}`)}</Status>
            {code.marks.map((mark) => (
              <Badge key={mark} tone={holds.includes(mark) ? 'warn' : 'neutral'}>
                {t(`codes.mark.${mark}`)}
              </Badge>
            ))}
          </span>
        }
        actions={
          <>
            <AskSupport subject={t('codes.ask_subject', { name })} about={`code:${code.cis}`} />
            <Button onPress={() => copy(code.cis)}>{t('codes.copy')}</Button>
          </>
        }
      />
      {held.map((mark) => (
        <Notice key={mark} tone="warn">
          {t(`codes.held.${mark}`)}
        </Notice>
      ))}
      <Card title={t('codes.facts')}>
        <div className="code-facts">
          <Facts rows={rows} />
          <CodePicture code={whole} whole={whole.length > code.cis.length} />
        </div>
      </Card>
      <Card title={t('codes.next')}>
        {next.length ? (
          <ul>
            {next.map((job) => (
              <li key={job}>
                <Link href={placeOf(job, whole)}>{t(`codes.next.${job}`)}</Link>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t(`codes.next_none.${code.owner ? code.status : 'not_yours'}`)}</p>
        )}
      </Card>
      <Packages code={code} />
      <CodeHistory history={code.history} />
    </>
  );
}
