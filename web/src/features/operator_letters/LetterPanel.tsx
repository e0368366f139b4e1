// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, call } from '@/api/client';
import { inAddress } from '@/api/whole_numbers';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { languageNames } from '@/ui/language_names';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Notice, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Facts, Moment, Status } from '@/ui/values';
import { tones } from './kinds';

interface Props {
  letter: string;
  nameOf: (kind: string) => string;
  onClose: () => void;
}

const kLookAgainMs = 2_000;

/** One letter: what became of it, and the step that has it sent again. Its text is its reader's. */
export function LetterPanel({ letter, nameOf, onClose }: Props) {
  const t = useText();
  const path = { letter: inAddress(letter) };
  const { data: shown, error, isPending } = useQuery({
    queryKey: ['operator', 'letter', letter],
    queryFn: () => call(api.GET('/api/v1/operator/letters/{letter}', { params: { path } })),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' || state.data?.state === 'sending' ? kLookAgainMs : false),
  });
  const again = useOnce((_: undefined, header) => call(api.POST('/api/v1/operator/letters/{letter}/retry', { params: { path, header } })), {
    onDone: () => toast(t('operator_letters.is_sent_again')),
  });
  const rows: [string, ReactNode][] = [];
  if (shown) {
    if (shown.subject) rows.push([t('operator_letters.subject'), shown.subject]);
    rows.push([t('operator_letters.to'), shown.to]);
    if (shown.tax_id) rows.push([t('operator_letters.company'), <Link key="company" href={`/operator/participants/${shown.tax_id}`}>{`${shown.company}, ${shown.tax_id}`}</Link>]);
    if (shown.application)
      rows.push([t('operator_letters.application'), <Link key="application" href={`/operator/applications?application=${shown.application}`}>{shown.application}</Link>]);
    rows.push([t('operator_letters.language'), languageNames[shown.language as keyof typeof languageNames]]);
    rows.push([t('operator_letters.created'), <Moment key="created" at={shown.created_at} />]);
    rows.push([t('operator_letters.attempts'), <Count key="attempts" value={shown.attempts} />]);
    if (shown.next_at) rows.push([t('operator_letters.next'), <Moment key="next" at={shown.next_at} />]);
    if (shown.finished_at)
      rows.push([t(shown.state === 'sent' ? 'operator_letters.sent_at' : 'operator_letters.given_up_at'), <Moment key="finished" at={shown.finished_at} />]);
  }
  return (
    <SidePanel title={shown ? nameOf(shown.text) : t('operator_letters.letter')} isOpen onClose={onClose}>
      {isPending && <Skeleton lines={6} />}
      {error && <ErrorNotice error={error} />}
      {shown && (
        <>
          <Status tone={tones[shown.state]}>{t(`operator_letters.state.${shown.state}`)}</Status>
          {shown.error && (
            <Notice tone={shown.state === 'failed' ? 'bad' : 'warn'}>
              <strong>{shown.error.title}</strong>
              <p>
                {shown.error.remedy} <span className="mono small">{shown.error.code}</span>
              </p>
            </Notice>
          )}
          <Facts rows={rows} />
          {!shown.subject && <p className="quiet">{t('operator_letters.no_subject')}</p>}
          {again.error && <ErrorNotice error={again.error} />}
          {(shown.state === 'failed' || shown.state === 'waiting') && (
            <div className="row">
              <Button look="main" isDisabled={again.isPending} onPress={() => again.mutate(undefined)}>
                {t('operator_letters.send_again')}
              </Button>
            </div>
          )}
        </>
      )}
    </SidePanel>
  );
}
