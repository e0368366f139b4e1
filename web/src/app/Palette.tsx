// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { useIsPage } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import { pageOfHit } from './found';
import { pages } from './routes';

const kLeast = 2;
const kPause = 200;

/** The text when nobody typed for a moment. */
function useCalm(text: string): string {
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const pause = setTimeout(() => setCalm(text), kPause);
    return () => clearTimeout(pause);
  }, [text]);
  return calm;
}

/** One search for everything: codes, goods, orders, documents, tax numbers, and pages by their names. `asked`: what stands
 * in the field at first. */
export function Palette({ asked, onClose }: { asked: string; onClose: () => void }) {
  const t = useText();
  const me = useMe();
  const isPage = useIsPage();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState(asked);
  const text = useCalm(typed.trim());
  const asks = text.length >= kLeast;
  const found = useQuery({
    queryKey: ['find', text],
    queryFn: () => call(api.GET('/api/v1/find', { params: { query: { text } } })),
    enabled: me !== null && asks,
    placeholderData: keepPreviousData,
  });
  const authority = me?.participant.authority ?? false;
  const hits = (asks && !found.error ? (found.data?.hits ?? []) : [])
    .map((hit) => ({ ...hit, page: pageOfHit(hit, authority) }))
    .filter((hit) => isPage(hit.page));
  const waits = asks && (found.isFetching || typed.trim() !== text);
  const named = pages
    .filter((page) => page.nav && (page.layout !== 'operator' || authority))
    .map((page) => ({ id: page.path, name: t(page.nav?.text ?? '') }))
    .filter((page) => contains(page.name, typed));
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} isDismissable className="veil veil-top">
      <Modal className="modal modal-middle">
        <Dialog className="palette" aria-label={t('app.search')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField autoFocus className="field">
              <Label className="seen-by-readers">{t('app.search')}</Label>
              <Input className="input" placeholder={t('app.search_hint')} />
            </SearchField>
            <div role="status">{waits && <p className="list-empty">{t('ui.loading')}</p>}</div>
            {asks && found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
            <Menu
              aria-label={t('app.search')}
              className="list"
              onAction={onClose}
              renderEmptyState={() => (waits || found.error ? null : <p className="list-empty">{t('ui.nothing_found')}</p>)}
            >
              {hits.length > 0 && (
                <MenuSection>
                  <Header className="list-header">{t('app.found')}</Header>
                  {hits.map((hit) => (
                    <MenuItem key={`${hit.kind} ${hit.id}`} id={`${hit.kind} ${hit.id}`} href={hit.page} className="list-item" textValue={hit.title || hit.id}>
                      <span>{hit.title || hit.id}</span>
                      <span className="quiet small">
                        {t(`app.hit.${hit.kind}`)} · <span className="mono">{hit.id}</span>
                      </span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {named.length > 0 && (
                <MenuSection>
                  <Header className="list-header">{t('app.pages')}</Header>
                  {named.map((page) => (
                    <MenuItem key={page.id} id={page.id} href={page.id} className="list-item">
                      {page.name}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
