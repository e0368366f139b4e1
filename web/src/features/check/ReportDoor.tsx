// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useState } from 'react';
import { PlainButton } from '@/ui/plain';
import { useText } from '@/ui/text';
import type { Verdict } from './verdict';

const Report = lazy(() => import('./Report'));

export interface Reported {
  /** The code or the number of the goods, as it was asked about. */
  goods?: string;
  /** How the goods are called. */
  name?: string;
  verdict?: Verdict;
}

/** Something is wrong with the goods: the way to tell the operator. What it needs is loaded when it is opened. */
export function ReportDoor({ about }: { about: Reported }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card">
      <h2>{t('check.report')}</h2>
      {isOpen ? (
        <Suspense fallback={<p role="status">{t('ui.loading')}</p>}>
          <Report about={about} onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <>
          <p>{t('check.report.why')}</p>
          <div className="row">
            <PlainButton onClick={() => setOpen(true)}>{t('check.report.begin')}</PlainButton>
            <a href="/check/report">{t('check.report.status')}</a>
          </div>
        </>
      )}
    </section>
  );
}
