// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, send } from '@/api/client';
import { useLongWork } from '@/api/long_work';
import { problemOf } from '@/api/problem';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { NumberField, TextField } from '@/ui/fields';
import { Dialog } from '@/ui/overlays';
import { ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useIntl } from 'react-intl';
import { dateText } from '@/ui/uzbek_forms';

export interface SourceProps {
  /** Lines of codes, as from a file. */
  onCodes: (content: string) => void;
}

const kOrders = 100;
const kTree = 20_000;

/** Codes as they are printed, check part included: only an order gives them. */
export function FromOrder({ onCodes, order: asked, line: askedLine }: SourceProps & { order?: string; line?: string }) {
  const t = useText();
  const { locale } = useIntl();
  const [open, setOpen] = useState(Boolean(asked));
  const [chosen, setChosen] = useState<string | null>(asked ? `${asked}/${askedLine ?? 0}` : null);
  const [from, setFrom] = useState(1);
  const [count, setCount] = useState<number | null>(null);
  const orders = useQuery({
    queryKey: ['orders', 'with codes'],
    queryFn: () => call(api.GET('/api/v1/orders', { params: { query: { limit: kOrders } } })),
    enabled: open,
  });
  const lines = (orders.data?.orders ?? [])
    .filter((one) => ['ready', 'downloaded', 'closed'].includes(one.status))
    .flatMap((order) => order.lines.map((line) => ({ id: `${order.order}/${line.line}`, order, line })));
  const picked = lines.find((one) => one.id === chosen);
  const fetching = useMutation({
    mutationFn: async () => {
      const [order, line] = (chosen ?? '').split('/');
      const many = Math.min(count ?? picked?.line.quantity ?? 1, (picked?.line.quantity ?? 1) - from + 1);
      const path = `/api/v1/orders/${order}/lines/${line}/codes?format=txt&from=${from - 1}&count=${many}`;
      const response = await send(new Request(path));
      if (!response.ok) throw await problemOf(response);
      return response.text();
    },
    onSuccess: (content) => {
      onCodes(content);
      setOpen(false);
    },
  });
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('documents.from_order')}</Button>
      <Dialog title={t('documents.from_order')} isOpen={open} onClose={() => setOpen(false)}>
        <p className="quiet">{t('documents.from_order_about')}</p>
        <Select
          label={t('documents.order_line')}
          choices={lines.map(({ id, order, line }) => ({
            id,
            name: `${line.gtin} · ${t('documents.codes_of', { count: line.quantity })}`,
            about: t('documents.order_of', { number: order.order, at: dateText(new Date(order.at), locale, { style: 'short' }) }),
          }))}
          selectedKey={chosen}
          onSelectionChange={(key) => setChosen(key === null ? null : String(key))}
        />
        <div className="grid">
          <NumberField label={t('documents.from_code')} minValue={1} value={from} onChange={setFrom} />
          <NumberField label={t('documents.how_many')} minValue={1} value={count ?? picked?.line.quantity ?? 1} onChange={setCount} />
        </div>
        {(orders.error ?? fetching.error) && <ErrorNotice error={orders.error ?? fetching.error} />}
        <div>
          <Button look="main" isDisabled={!picked || fetching.isPending} onPress={() => fetching.mutate()}>
            {t('documents.take_codes')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** What lies in a package now, one level down. */
export function FromPackage({ onCodes }: SourceProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const fetching = useMutation({
    mutationFn: () => call(api.GET('/api/v1/codes/tree', { params: { query: { code: code.trim(), depth: 1, limit: kTree } } })),
    onSuccess: (tree) => {
      onCodes(tree.codes.filter((one) => one.depth === 1).map((one) => one.cis).join('\n'));
      setOpen(false);
    },
  });
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('documents.from_package')}</Button>
      <Dialog title={t('documents.from_package')} isOpen={open} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (code.trim()) fetching.mutate();
          }}
        >
          <TextField label={t('documents.package_code')} hint={t('documents.package_hint')} value={code} onChange={setCode} mono autoFocus />
          {fetching.error && <ErrorNotice error={fetching.error} />}
          <div>
            <Button look="main" type="submit" isDisabled={!code.trim() || fetching.isPending}>
              {t('documents.take_codes')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

const kStatuses = ['emitted', 'applied', 'introduced', 'retired'] as const;
const kPage = 1_000;

/** Own codes by what is known of them. `status`: the one that the document wants. */
export function FromSearch({ onCodes, status: wanted, goods }: SourceProps & { status: Schemas['CodeStatus']; goods: Schemas['Product'][] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [gtin, setGtin] = useState('');
  const [status, setStatus] = useState<string>(wanted);
  const [batch, setBatch] = useState('');
  const [order, setOrder] = useState('');
  const [most, setMost] = useState(1_000);
  const query = {
    gtin: gtin || undefined,
    status: status as Schemas['CodeStatus'],
    batch: batch.trim() || undefined,
    order: order.trim() || undefined,
    packed: false,
  };
  const counts = useQuery({
    queryKey: ['codes', 'counts', query],
    queryFn: () => call(api.GET('/api/v1/codes/counts', { params: { query } })),
    enabled: open && (!query.order || /^[1-9]\d{0,18}$/.test(query.order)),
  });
  const quantity = counts.data?.quantity ?? 0;
  const fetching = useLongWork(
    async (_: void, { signal, tell }) => {
      const codes: string[] = [];
      let after: string | undefined;
      do {
        const limit = Math.min(kPage, most - codes.length);
        const page = await call(api.GET('/api/v1/codes/search', { params: { query: { ...query, after, limit } }, signal }));
        codes.push(...page.codes.map((one) => one.cis));
        tell(codes.length / Math.max(1, Math.min(most, quantity)));
        after = page.next ?? undefined;
      } while (after && codes.length < most);
      return codes;
    },
    (codes) => {
      onCodes(codes.join('\n'));
      setOpen(false);
    },
  );
  const close = () => {
    fetching.cancel();
    setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('documents.from_search')}</Button>
      <Dialog title={t('documents.from_search')} isOpen={open} onClose={close}>
        <Select
          label={t('documents.field.gtin')}
          choices={[{ id: '', name: t('documents.any_goods') }, ...goods.map((one) => ({ id: one.gtin, name: one.name, about: one.gtin }))]}
          selectedKey={gtin}
          onSelectionChange={(key) => setGtin(String(key ?? ''))}
        />
        <Select
          label={t('documents.code_status')}
          choices={kStatuses.map((id) => ({ id, name: t(`documents.status_of_code.${id}`) }))}
          selectedKey={status}
          onSelectionChange={(key) => setStatus(String(key))}
        />
        <div className="grid">
          <TextField label={t('documents.field.batch')} value={batch} onChange={setBatch} />
          <TextField label={t('documents.order_number')} value={order} onChange={setOrder} inputMode="numeric" mono />
        </div>
        <NumberField label={t('documents.how_many')} minValue={1} maxValue={1_000_000} value={most} onChange={setMost} />
        {(counts.error ?? fetching.error) && <ErrorNotice error={counts.error ?? fetching.error} />}
        <p aria-live="polite">{counts.data && t('documents.search_found', { count: quantity })}</p>
        {fetching.isPending && (
          <ProgressBar label={t('documents.taking_codes')} value={fetching.percent} onCancel={fetching.cancel} />
        )}
        <div>
          <Button look="main" isDisabled={!quantity || fetching.isPending} onPress={() => fetching.begin()}>
            {t('documents.take_codes')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

