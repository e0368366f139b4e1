// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button, IconButton } from '../Button';
import { Table } from '../Table';
import { useText } from '../text';
import type { ReadCode } from './read_codes';

interface Props {
  label: string;
  codes: readonly ReadCode[];
  productOf?: (gtin: string) => string | undefined;
  onRemove: (code: ReadCode) => void;
  onClear: () => void;
}

/** GS is nothing that can be seen. */
export const visible = (code: string): string => code.replaceAll('\u001d', '␝');

/** The list as it was understood; any of it can be taken out. */
export function CodeTable({ label, codes, productOf, onRemove, onClear }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="row">
        <Button look="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'ui.codes.hide_list' : 'ui.codes.show_list')}
        </Button>
        <Button look="quiet" onPress={onClear}>
          {t('ui.codes.clear')}
        </Button>
      </div>
      {open && (
        <Table
          label={label}
          rows={codes}
          idOf={(row) => row.identity}
          columns={[
            { id: 'code', name: t('ui.codes.code'), kind: 'code', width: '2fr', cell: (row) => visible(row.text) },
            {
              id: 'goods',
              name: t('ui.codes.goods'),
              width: '1fr',
              cell: (row) => (row.gtin ? (productOf?.(row.gtin) ?? row.gtin) : t(`ui.codes.form.${row.form}`)),
            },
            {
              id: 'remove',
              name: t('ui.codes.remove'),
              width: 140,
              cell: (row) => (
                <IconButton label={`${t('ui.codes.remove')} ${visible(row.identity)}`} onPress={() => onRemove(row)}>
                  <span aria-hidden="true">✕</span>
                </IconButton>
              ),
            },
          ]}
          empty={null}
        />
      )}
    </>
  );
}
