// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { usePages } from '@/api/pages';
import { queryClient, useMay, type Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { visible } from '@/ui/codes/CodeTable';
import { ExportList } from '@/ui/ExportList';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { EmptyState, Notice, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, type Tone } from '@/ui/values';

type Report = Schemas['Violation'];
const kPage = 100;
const kTones: Record<Schemas['ViolationState'], Tone> = { received: 'main', in_work: 'warn', confirmed: 'bad', dismissed: 'neutral' };

/** What consumers reported about the organisation's goods, and what the operator decided. */
export default function Reports() {
  const t = useText();
  const may = useMay();
  const [{ report: opened }, setAddress] = useAddress();
  const list = usePages(
    ['violations'],
    (before: string | undefined) => call(api.GET('/api/v1/violations', { params: { query: { limit: kPage, before } } })),
    (page): Report[] => page.violations,
  );
  useEvents(() => void queryClient.invalidateQueries({ queryKey: ['violations'] }), may('see_codes'));
  const shown = list.rows.find((one) => one.violation === opened);
  const columns: TableColumn<Report>[] = [
    { id: 'kind', name: t('support.report_kind'), width: '2fr', cell: (row) => row.kind_name },
    { id: 'goods', name: t('support.goods'), width: '2fr', cell: (row) => row.product ?? row.gtin ?? '—' },
    { id: 'shop', name: t('support.shop'), width: '2fr', cell: (row) => row.shop ?? row.address ?? '—' },
    { id: 'state', name: t('support.state'), width: 200, cell: (row) => <Status tone={kTones[row.state]}>{t(`support.report_state.${row.state}`)}</Status> },
    { id: 'at', name: t('support.reported'), kind: 'moment', cell: (row) => <Moment at={row.reported_at} /> },
  ];
  return (
    <>
      <PageHeader title={t('support.reports')} about={t('support.reports_about')} actions={<ExportList name="consumer_reports" columns={columns} list={list} />} />
      <ListTable
        label={t('support.reports')}
        list={list}
        idOf={(row) => row.violation}
        onOpen={(row) => setAddress({ report: row.violation }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('support.no_reports')}>{t('support.no_reports_about')}</EmptyState>}
      />
      {shown && <ReportPanel report={shown} onClose={() => setAddress({ report: undefined })} />}
    </>
  );
}

function ReportPanel({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useText();
  const rows: [string, React.ReactNode][] = [
    [t('support.report_number'), <span key="number" className="mono">{report.violation}</span>],
    [t('support.reported'), <Moment key="at" at={report.reported_at} />],
  ];
  if (report.product) rows.push([t('support.goods'), report.product]);
  if (report.gtin) rows.push(['GTIN', <Link key="gtin" href={`/goods/${report.gtin}`} className="link mono">{report.gtin}</Link>]);
  if (report.code) rows.push([t('support.value.code'), <Link key="code" href={`/codes/code?code=${encodeURIComponent(report.code)}`} className="link mono">{visible(report.code)}</Link>]);
  if (report.shop) rows.push([t('support.shop'), report.shop]);
  if (report.address) rows.push([t('support.place'), report.address]);
  if (report.latitude && report.longitude) rows.push([t('support.coordinates'), <span key="at" className="mono">{`${report.latitude}, ${report.longitude}`}</span>]);
  if (report.decided_at) rows.push([t('support.decided'), <Moment key="decided" at={report.decided_at} />]);
  return (
    <SidePanel title={report.kind_name} isOpen onClose={onClose}>
      <Status tone={kTones[report.state]}>{t(`support.report_state.${report.state}`)}</Status>
      <Facts rows={rows} />
      {report.text && (
        <section className="stack-tight">
          <h3>{t('support.in_his_words')}</h3>
          <p className="paper">{report.text}</p>
        </section>
      )}
      {report.answer ? (
        <section className="stack-tight">
          <h3>{t('support.decision')}</h3>
          <p className="paper">{report.answer}</p>
        </section>
      ) : (
        <Notice tone="main">{t('support.what_to_do')}</Notice>
      )}
    </SidePanel>
  );
}
