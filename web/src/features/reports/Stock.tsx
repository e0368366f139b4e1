// SPDX-License-Identifier: Apache-2.0
import { useSavedViews } from '@/api/preferences';
import { useAddress } from '@/ui/address';
import { SavedViews } from '@/ui/SavedViews';
import { PageHeader } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useText } from '@/ui/text';
import { StockByPlace } from './StockByPlace';
import { StockByProduct } from './StockByProduct';

const kFilters = ['by', 'text', 'status', 'group', 'gtin'] as const;

/** How many codes there are now, by product and status, or by place and status. */
export default function Stock() {
  const t = useText();
  const [{ by }, setAddress] = useAddress();
  const views = useSavedViews('stock');
  return (
    <>
      <PageHeader title={t('reports.stock')} about={t('reports.stock_about')} actions={<SavedViews {...views} fields={kFilters} />} />
      <Tabs
        label={t('reports.stock')}
        selectedKey={by === 'place' ? 'place' : 'product'}
        onSelectionChange={(key) => setAddress({ by: key === 'place' ? 'place' : undefined })}
        sheets={[
          { id: 'product', name: t('reports.by_product'), content: <StockByProduct /> },
          { id: 'place', name: t('reports.by_place'), content: <StockByPlace /> },
        ]}
      />
    </>
  );
}
