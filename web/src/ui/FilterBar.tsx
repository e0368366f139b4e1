// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Button } from './Button';
import { useKeptFocus } from './kept_focus';
import { useText } from './text';

export interface Filter {
  id: string;
  /** What it is of and what was chosen: "Status: applied". */
  text: string;
}

interface Props {
  /** Controls that set filters. */
  children: ReactNode;
  /** Those that are set. */
  filters: readonly Filter[];
  onRemove: (id: string) => void;
  onClear: () => void;
  /** Filters under names of one's own. */
  views?: ReactNode;
}

/** What a list is narrowed by. The values live in the address of the page (`useAddress` of app). */
export function FilterBar({ children, filters, onRemove, onClear, views }: Props) {
  const t = useText();
  const kept = useKeptFocus<HTMLDivElement>('.chip');
  return (
    <div className="filter-bar" role="search" {...kept}>
      <div className="row row-end">
        {children}
        {views}
      </div>
      {filters.length > 0 && (
        <div className="row" aria-label={t('ui.filters')} role="group">
          {filters.map((filter) => (
            <Button key={filter.id} look="quiet" className="chip" onPress={() => onRemove(filter.id)}>
              {filter.text}
              <span aria-hidden="true">✕</span>
              <span className="seen-by-readers">{t('ui.remove_filter')}</span>
            </Button>
          ))}
          <Button look="quiet" onPress={onClear}>
            {t('ui.clear_filters')}
          </Button>
        </div>
      )}
    </div>
  );
}
