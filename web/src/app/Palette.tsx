// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useMe } from '@/api/queries';
import { useText } from '@/ui/text';
import { watchPaletteDoor } from './palette_door';
import { pages } from './routes';

/** One search for everything: pages by their names. */
export function Palette() {
  const t = useText();
  const me = useMe();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [open, setOpen] = useState(false);
  useEffect(() => watchPaletteDoor(() => setOpen(true)), []);
  const choices = pages
    .filter((page) => page.nav && (page.layout !== 'operator' || me?.participant.authority))
    .map((page) => ({ id: page.path, name: t(page.nav?.text ?? '') }));
  return (
    <ModalOverlay isOpen={open && me !== null} onOpenChange={setOpen} isDismissable className="veil veil-top">
      <Modal className="modal modal-middle">
        <Dialog className="palette" aria-label={t('app.search')}>
          <Autocomplete filter={contains}>
            <SearchField autoFocus className="field">
              <Label className="seen-by-readers">{t('app.search')}</Label>
              <Input className="input" placeholder={t('app.search')} />
            </SearchField>
            <Menu
              items={choices}
              aria-label={t('app.search')}
              className="list"
              onAction={() => setOpen(false)}
              renderEmptyState={() => <p className="list-empty">{t('ui.nothing_found')}</p>}
            >
              {(choice) => (
                <MenuItem id={choice.id} href={choice.id} className="list-item">
                  {choice.name}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
