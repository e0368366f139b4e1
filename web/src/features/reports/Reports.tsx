// SPDX-License-Identifier: Apache-2.0
import { useMay, type Schemas } from '@/api/queries';
import { Link } from '@/ui/Link';
import { PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';

interface Report {
  href: string;
  name: string;
  about: string;
  right: Schemas['Right'];
}

const kReports: readonly Report[] = [
  { href: '/reports/stock', name: 'reports.stock', about: 'reports.stock_card', right: 'see_codes' },
  { href: '/reports/stock?by=place', name: 'reports.stock_by_place', about: 'reports.stock_by_place_card', right: 'see_codes' },
  { href: '/reports/operations', name: 'reports.operations', about: 'reports.operations_card', right: 'see_documents' },
  { href: '/reports/operations?area=movement', name: 'reports.movement', about: 'reports.movement_card', right: 'see_documents' },
  { href: '/reports/write_offs', name: 'reports.write_offs', about: 'reports.write_offs_card', right: 'see_documents' },
  { href: '/printing/reports', name: 'printing.reports', about: 'printing.reports_about', right: 'see_documents' },
  { href: '/reports/paid', name: 'reports.paid', about: 'reports.paid_about', right: 'finance' },
  { href: '/finance/charges', name: 'finance.charges', about: 'finance.charges_about', right: 'finance' },
  { href: '/finance', name: 'reports.money', about: 'reports.money_card', right: 'finance' },
  { href: '/codes', name: 'reports.codes', about: 'reports.codes_card', right: 'see_codes' },
  { href: '/journal', name: 'journal.title', about: 'journal.about', right: 'journal' },
];

/** Everything that can be taken along as figures, whichever part of the cabinet keeps it. */
export default function Reports() {
  const t = useText();
  const may = useMay();
  const closed = kReports.filter((one) => !may(one.right));
  return (
    <>
      <PageHeader title={t('reports.title')} about={t('reports.about')} />
      <div className="grid">
        {kReports
          .filter((one) => may(one.right))
          .map((one) => (
            <Link key={one.href} href={one.href} className="card card-choice">
              <strong>{t(one.name)}</strong>
              <span className="quiet small">{t(one.about)}</span>
            </Link>
          ))}
      </div>
      {closed.length > 0 && <p className="quiet small">{t('reports.closed', { reports: closed.map((one) => t(one.name)).join(', ') })}</p>}
    </>
  );
}
