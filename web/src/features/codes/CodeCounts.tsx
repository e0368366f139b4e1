// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useAddress } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import type { CodeFilter } from './filters';
import { statuses } from './code_state';

/** How many there are in each status; a figure narrows the list to it. */
export function CodeCounts({ filter }: { filter: CodeFilter }) {
  const t = useText();
  const intl = useIntl();
  const [, setAddress] = useAddress();
  const counted = { ...filter, status: undefined };
  const counts = useQuery({
    queryKey: ['codes_counts', counted],
    queryFn: () => call(api.GET('/api/v1/codes/counts', { params: { query: counted } })),
  });
  if (counts.error) return <ErrorNotice error={counts.error} />;
  if (!counts.data?.quantity) return null;
  const of = (status: string) => counts.data.counts.find((one) => one.status === status)?.quantity ?? 0;
  return (
    <div className="stack-tight">
      <ul className="figures" aria-label={t('codes.by_status')}>
        {statuses.filter((status) => of(status) > 0).map((status) => (
          <li key={status}>
            <button
              type="button"
              className="figure"
              aria-pressed={filter.status === status}
              onClick={() => setAddress({ status: filter.status === status ? undefined : status })}
            >
              <span className="quiet small">{t(`codes.status.${status}`)}</span>
              <strong>{intl.formatNumber(of(status))}</strong>
            </button>
          </li>
        ))}
      </ul>
      {!counts.data.complete && <span className="quiet small">{t('codes.counts_cut')}</span>}
    </div>
  );
}
