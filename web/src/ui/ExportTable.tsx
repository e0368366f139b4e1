// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button } from './Button';
import { ErrorNotice } from './ErrorNotice';
import { Dialog, Menu } from './overlays';
import { asCsv, asWorkbook, keepFile, keepText, type Rows } from './table_file';
import { useText } from './text';

interface Props {
  /** Of the file, without its ending. */
  name: string;
  /** Heading first; further pages of a list may have to be fetched. */
  rows: () => Rows | Promise<Rows>;
  isDisabled?: boolean;
}

/** What a table shows, with its filters, as a file. */
export function ExportTable({ name, rows, isDisabled }: Props) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async (keep: (rows: Rows) => void) => {
    setBusy(true);
    try {
      keep(await rows());
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
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
      <Dialog title={t('ui.save_table')} isOpen={error !== null} onClose={() => setError(null)}>
        <ErrorNotice error={error} />
      </Dialog>
    </>
  );
}
