// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, useCopy } from '@/ui/values';
import { forSupport, msOf, questionAbout, toneOf, type ProgramRequest } from './request_log';

interface Props {
  request: ProgramRequest;
  /** Name of its key. */
  program: string;
  onClose: () => void;
}

/** One call of a program with everything that is known of it, ready for support. */
export function RequestPanel({ request, program, onClose }: Props) {
  const t = useText();
  const copy = useCopy();
  const mono = (text: string) => <span className="mono">{text}</span>;
  const given = (name: string, value: string | null | undefined): [string, ReactNode][] => (value ? [[name, mono(value)]] : []);
  return (
    <SidePanel title={t('requests_words.one')} isOpen onClose={onClose}>
      <Status tone={toneOf(request.status)}>{String(request.status)}</Status>
      <Facts
        rows={[
          [t('requests_words.call'), mono(`${request.method} ${request.path}`)],
          [t('requests_words.at'), <Moment key="at" at={request.at} />],
          [t('requests_words.duration'), t('requests_words.ms', { ms: msOf(request.duration_us) })],
          ...given(t('requests_words.error'), request.error),
          [t('requests_words.key'), <Link key="key" href={`/developer?key=${request.key}`}>{program}</Link>],
          ...given(t('requests_words.address'), request.address),
          [t('requests_words.request_id'), mono(request.request_id)],
        ]}
      />
      <div className="row">
        <Button look="main" onPress={() => copy(forSupport(request))}>
          {t('requests_words.copy')}
        </Button>
        <Link href={questionAbout(request)}>{t('requests_words.ask')}</Link>
      </div>
    </SidePanel>
  );
}
