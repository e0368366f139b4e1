// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { Button } from './Button';
import { usePreferences } from './preferences';
import { stepOf } from './row_keys';
import type { RowOrder } from './row_order';
import { useText } from './text';

export interface TableColumn<R> {
  id: string;
  name: string;
  cell: (row: R) => ReactNode;
  /** In a file, where it is not what the cell shows. */
  written?: (row: R) => string | number;
  /** Numbers and codes stand at the end, in letters of one width. */
  kind?: 'text' | 'number' | 'code' | 'day' | 'moment';
  /** Pixels, or a share of what is left: '2fr'. */
  width?: number | `${number}fr`;
}

interface Props<R> {
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  idOf: (row: R) => string;
  /** What is there instead of rows. */
  empty: ReactNode;
  onOpen?: (row: R) => void;
  /** There are more rows behind the last one; called when it comes near. */
  onMore?: () => void;
  loading?: boolean;
  /** How the rows stand, of tables whose columns put them in order. */
  order?: RowOrder | null;
  /** The name of a column was pressed. */
  onOrder?: (column: string) => void;
}

const kSorts = { none: '↕', ascending: '↑', descending: '↓' } as const;
const sortOf = (order: RowOrder | null | undefined, column: string): keyof typeof kSorts =>
  order?.column !== column ? 'none' : order.falling ? 'descending' : 'ascending';

const kCalm = 44;
const kDense = 32;
const kMostRows = 14;
/** Rows that are drawn before and behind those in sight. */
const kSpare = 10;
/** Narrower frames (pixels) show every row as a record: its first column as heading, the others in pairs below. */
const kNarrow = 560;
/** Heights in letters of the page, as in surfaces.css. */
const kRecordHead = 3.2;
const kRecordLine = 2.85;
const kControls = 'a, button, input, select, textarea, label, [role="button"]';

const kLeast = { text: 140, number: 140, code: 140, day: 176, moment: 206 };

const leastOf = <R,>({ width, kind = 'text' }: TableColumn<R>, at: number): number =>
  typeof width === 'number' ? Math.min(width, 210) : at === 0 ? 210 : kLeast[kind];

/** Every line is a grid of its own with the same columns: none of them depends on what is in it. */
const linesOf = <R,>(columns: readonly TableColumn<R>[]): string =>
  columns.map((column, at) => `minmax(${leastOf(column, at)}px, ${typeof column.width === 'number' ? `${column.width}px` : (column.width ?? '1fr')})`).join(' ');

const recordHeight = (columns: number, letter: number): number =>
  Math.ceil(letter * (kRecordHead + kRecordLine * Math.ceil((columns - 1) / 2)));

/** The size of a letter (pixels) where the frame is too narrow for columns; 0 where it is not. */
function useNarrowLetter(frame: RefObject<HTMLElement | null>, isDrawn: boolean): number {
  const [letter, setLetter] = useState(0);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || !isDrawn) return;
    const measure = () => {
      const narrow = box.clientWidth > 0 && box.clientWidth < kNarrow;
      setLetter(narrow ? parseFloat(getComputedStyle(document.documentElement).fontSize) : 0);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [frame, isDrawn]);
  return letter;
}

/** What does not fit is told whole to whoever points at it. */
function tellWhole({ target }: MouseEvent<HTMLElement>): void {
  const cell = (target as HTMLElement).closest<HTMLElement>('.cell-in');
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.innerText;
}

/** Any number of rows: only those near to what is in sight are drawn. The keys of a row: `row_keys`. */
export function Table<R extends object>({ label, columns, rows, idOf, empty, onOpen, onMore, loading = false, order, onOrder }: Props<R>) {
  const t = useText();
  const { density, keys } = usePreferences().preferences;
  const frame = useRef<HTMLDivElement>(null);
  const isEmpty = !rows.length && !loading && onMore === undefined;
  const letter = useNarrowLetter(frame, !isEmpty);
  const records = letter > 0 && columns.length > 2;
  const height = records ? recordHeight(columns.length, letter) : density === 'dense' ? kDense : kCalm;
  const toFocus = useRef(false);
  const [first, setFirst] = useState(0);
  const [wanted, setAt] = useState(0);
  const at = Math.max(0, Math.min(wanted, rows.length - 1));
  const from = Math.max(0, first - kSpare);
  const until = Math.min(rows.length, first + kMostRows + kSpare);
  const nearEnd = until >= rows.length;
  const more = onMore !== undefined;
  const askMore = useRef(onMore);
  useEffect(() => {
    askMore.current = onMore;
  });
  useEffect(() => {
    if (nearEnd && more && !loading) askMore.current?.();
  }, [nearEnd, more, loading, rows.length]);
  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    frame.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 2}"]`)?.focus({ preventScroll: true });
  }, [at, first]);
  if (isEmpty) return <>{empty}</>;

  const step = (next: number) => {
    const box = frame.current;
    if (!box) return;
    const above = next * height;
    const below = above + 2 * height - box.clientHeight;
    if (box.scrollTop > above) box.scrollTop = above;
    else if (box.scrollTop < below) box.scrollTop = below;
    toFocus.current = next !== at;
    setFirst(Math.floor(box.scrollTop / height));
    setAt(next);
  };
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).getAttribute('role') === 'row';
    const opened = row && event.key === 'Enter' ? rows[at] : undefined;
    const next = row ? stepOf(event, at, rows.length, kMostRows, keys === 'on') : null;
    if (opened) onOpen?.(opened);
    else if (next !== null) step(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clicked = (event: MouseEvent<HTMLElement>, row: R, index: number) => {
    setAt(index);
    const reading = getSelection()?.isCollapsed === false;
    if (!reading && !(event.target as HTMLElement).closest(kControls)) onOpen?.(row);
  };
  const gridTemplateColumns = records ? undefined : linesOf(columns);
  const minWidth = records ? undefined : columns.reduce((all, column, index) => all + leastOf(column, index), 0);
  // The row that has the focus stays, however far it is scrolled away.
  const drawn = Array.from({ length: until - from }, (_, index) => from + index);
  if (rows.length && (at < from || at >= until)) drawn.push(at);
  return (
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={more ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      aria-busy={loading}
      className={['table', onOpen && 'table-opens', records && 'table-records', onOrder && 'table-sorts'].filter(Boolean).join(' ')}
      style={{ maxHeight: records ? '80vh' : height * (kMostRows + 1) + 2 }}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / height))}
    >
      <div role="rowgroup" className="table-head" style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className="table-line" style={{ gridTemplateColumns, height: records ? undefined : height }}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={onOrder && sortOf(order, column.id)}
              className={`column column-${column.kind ?? 'text'}`}
            >
              {onOrder ? (
                <button type="button" className="column-sort" onClick={() => onOrder(column.id)}>
                  {column.name} <span aria-hidden="true">{kSorts[sortOf(order, column.id)]}</span>
                </button>
              ) : (
                column.name
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ minWidth, height: rows.length * height }} onKeyDown={pressed} onMouseOver={tellWhole}>
        {drawn.map((index) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={idOf(row)}
                role="row"
                aria-rowindex={index + 2}
                tabIndex={index === at ? 0 : -1}
                className="table-line table-row"
                style={{ gridTemplateColumns, height, top: index * height }}
                onFocus={() => setAt(index)}
                onClick={(event) => clicked(event, row, index)}
              >
                {columns.map((column, place) => (
                  <div key={column.id} role={place === 0 ? 'rowheader' : 'gridcell'} className={`cell cell-${column.kind ?? 'text'}`}>
                    {records && place > 0 && (
                      <span className="cell-name" aria-hidden="true">
                        {column.name}
                      </span>
                    )}
                    <span className="cell-in">{column.cell(row)}</span>
                  </div>
                ))}
              </div>
            )
          );
        })}
      </div>
      {more && (
        <div role="rowgroup" style={{ minWidth }}>
          <div role="row" aria-rowindex={rows.length + 2} className="table-more" style={{ height: records ? kCalm : height }}>
            <div role="gridcell">{loading ? t('ui.loading') : <Button look="quiet" onPress={onMore}>{t('ui.more_rows')}</Button>}</div>
          </div>
        </div>
      )}
    </div>
  );
}
