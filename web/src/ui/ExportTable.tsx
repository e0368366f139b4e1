// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { ErrorNotice } from './ErrorNotice';
import { Dialog, Menu } from './overlays';
import { ProgressBar } from './surfaces';
import { asCsv, asWorkbook, keepFile, keepText, type Rows } from './table_file';
import { useText } from './text';

/** Rows that are fetched page by page: as `api/pages` asks for them. */
export interface RowsInHand {
  /** Aborted when the reader ends the work. */
  signal: AbortSignal;
  /** How many rows are there, while more are fetched. */
  tell: (count: number) => void;
}

interface Props {
  /** Of the file, without its ending. */
  name: string;
  /** Heading first; further pages of a list may have to be fetched. */
  rows: (inHand: RowsInHand) => Rows | Promise<Rows>;
  isDisabled?: boolean;
}

/** What a table shows, with its filters, as a file. */
export function ExportTable({ name, rows, isDisabled }: Props) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [count, setCount] = useState<number>();
  const [error, setError] = useState<unknown>(null);
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const save = async (keep: (rows: Rows) => void) => {
    const ended = new AbortController();
    ending.current = ended;
    setBusy(true);
    try {
      const all = await rows({ signal: ended.signal, tell: setCount });
      if (!ended.signal.aborted) keep(all);
    } catch (cause) {
      if (!ended.signal.aborted) setError(cause);
    } finally {
      setBusy(false);
      setCount(undefined);
    }
  };
  const cancel = () => {
    ending.current?.abort();
    setCount(undefined);
  };
  return (
    <>
      <Menu
        label={t('ui.save_table')}
        choices={[
          { id: 'xlsx', name: t('ui.save_excel'), onAction: () => void save((all) => keepFile(asWorkbook(all), `${name}.xlsx`)) },
          { id: 'csv', name: t('ui.save_csv'), onAction: () => void save((all) => keepText(asCsv(all), `${name}.csv`)) },
        ]}
      >
        <Button isDisabled={isDisabled || busy}>
          {busy ? t('ui.loading') : t('ui.save_table')} <span aria-hidden="true">▾</span>
        </Button>
      </Menu>
      <Dialog title={t('ui.save_table')} isOpen={count !== undefined} onClose={cancel}>
        <ProgressBar label={t('ui.rows_so_far', { count: count ?? 0 })} onCancel={cancel} />
      </Dialog>
      <Dialog title={t('ui.save_table')} isOpen={error !== null} onClose={() => setError(null)}>
        <ErrorNotice error={error} />
      </Dialog>
    </>
  );
}
