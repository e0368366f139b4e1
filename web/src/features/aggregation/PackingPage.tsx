// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useMe } from '@/api/queries';
import { Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { PackingDesk } from './desk';
import { Workplace } from './Workplace';

/** The packing place; what lies on it is kept in this browser. */
export default function PackingPage() {
  const t = useText();
  const participant = useMe()?.participant.tax_id;
  const [desk, setDesk] = useState<PackingDesk | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!participant) return;
    let opened: PackingDesk | null = null;
    let gone = false;
    PackingDesk.open(participant).then(
      (one) => {
        opened = one;
        if (gone) one.close();
        else setDesk(one);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [participant]);
  if (desk) return <Workplace desk={desk} />;
  return (
    <>
      <PageHeader title={t('aggregation.title')} />
      {failed ? <Notice tone="bad">{t('aggregation.no_storage')}</Notice> : <Skeleton />}
    </>
  );
}
