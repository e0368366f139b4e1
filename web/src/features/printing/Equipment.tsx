// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useGroupName, useMay, type Schemas } from '@/api/queries';
import { registrarName, registrarsQuery, type Registrar } from '@/api/registrars';
import { useAddress } from '@/ui/address';
import { Switch } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Moment, Status } from '@/ui/values';
import { isOver, toneOf } from './registrar_state';
import { RegistrarPanel } from './RegistrarPanel';

/** Emission registrars of the organisation, where the country has them; what of printing is reported anyway. */
export default function Equipment() {
  const t = useText();
  const may = useMay();
  const list = useQuery(registrarsQuery);
  const adds = list.data?.used && may('profile');
  return (
    <>
      <PageHeader
        title={t('printing.title')}
        about={list.data && t(list.data.used ? 'printing.about' : 'printing.about_none')}
        actions={
          <>
            <ButtonLink href="/printing/providers">{t('printing.providers')}</ButtonLink>
            {adds && (
              <ButtonLink look="main" href="/printing/new">
                {t('printing.add')}
              </ButtonLink>
            )}
          </>
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data?.used && <Devices country={list.data} mayAdd={may('profile')} />}
      {list.data && <Reported country={list.data} />}
    </>
  );
}

function Devices({ country, mayAdd }: { country: Schemas['Registrars']; mayAdd: boolean }) {
  const t = useText();
  const [{ registrar: opened, over }, setAddress] = useAddress();
  const { registrars, access } = country;
  const rows = registrars.filter((one) => over === 'true' || !isOver(one.state));
  const shown = registrars.find((one) => one.number === opened);
  const hidden = registrars.some((one) => isOver(one.state));
  return (
    <>
      <Needs country={country} />
      {hidden && (
        <div className="row" role="search">
          <Switch isSelected={over === 'true'} onChange={(on) => setAddress({ over: on ? 'true' : undefined })}>
            {t('printing.show_over')}
          </Switch>
        </div>
      )}
      <Table<Registrar>
        label={t('printing.title')}
        rows={rows}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ registrar: row.number }, { step: true })}
        columns={[
          { id: 'name', name: t('printing.registrar'), width: '2fr', cell: (row) => registrarName(row, access) },
          { id: 'state', name: t('printing.state'), width: 180, cell: (row) => <Status tone={toneOf[row.state]}>{t(`printing.state.${row.state}`)}</Status> },
          { id: 'kind', name: t('printing.kind'), width: '1fr', cell: (row) => t(`printing.kind.${row.kind}`) },
          { id: 'place', name: t('printing.place'), width: '1fr', cell: (row) => row.place },
          { id: 'changed', name: t('printing.changed'), kind: 'moment', cell: (row) => <Moment at={row.changed} /> },
        ]}
        empty={
          <EmptyState
            title={t('printing.none')}
            action={
              mayAdd && (
                <ButtonLink look="main" href="/printing/new">
                  {t('printing.add')}
                </ButtonLink>
              )
            }
          >
            {t(mayAdd ? 'printing.none_about' : 'printing.none_ask')}
          </EmptyState>
        }
      />
      {shown && <RegistrarPanel registrar={shown} access={access} onClose={() => setAddress({ registrar: undefined })} />}
    </>
  );
}

/** Product groups whose codes are ordered only through a registrar. */
function Needs({ country: { needs, registrars } }: { country: Schemas['Registrars'] }) {
  const t = useText();
  const groupName = useGroupName();
  if (!needs.length) return null;
  const works = registrars.some((one) => one.state === 'active');
  return (
    <Notice tone={works ? 'main' : 'warn'}>
      <strong>{t('printing.needed_for')}</strong>
      <ul>
        {needs.map((need) => (
          <li key={need.groups.join()}>
            {need.groups.map(groupName).join(', ')} <span className="quiet small">({t('printing.since')} <Day date={need.from} />)</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What is told of printing with or without registrars. */
function Reported({ country }: { country: Schemas['Registrars'] }) {
  const t = useText();
  const may = useMay();
  const jobs = ['print', 'report_quality', 'drop_out'] as const;
  return (
    <Card title={t('printing.reported')} actions={<ButtonLink href="/printing/reports">{t('printing.see_reports')}</ButtonLink>}>
      <p className="quiet">{t('printing.reported_about', { least: country.least_grade })}</p>
      {may('report_application') ? (
        <div className="grid">
          {jobs.map((kind) => (
            <Link key={kind} href={`/documents/new/${kind}`} className="card card-choice">
              <strong>{t(`documents.kind.${kind}`)}</strong>
              <span className="quiet small">{t(`documents.about.${kind}`)}</span>
            </Link>
          ))}
        </div>
      ) : (
        <p>{t('printing.no_right')}</p>
      )}
    </Card>
  );
}
