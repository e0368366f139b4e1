// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { toneOf } from './code_state';

const kFirst = 200;
const kMost = 20_000;
const toCode = (cis: string) => `/codes/code?code=${encodeURIComponent(cis)}`;

function useContent(cis: string, limit: number) {
  return useQuery({
    queryKey: ['code.tree', cis, limit],
    queryFn: () => call(api.GET('/api/v1/codes/tree', { params: { query: { code: cis, depth: 1, limit } } })),
    placeholderData: (before) => before,
  });
}

/** Upwards: the packages a code lies in. Downwards: what lies in it, opened level by level. */
export function Packages({ code }: { code: Schemas['OwnedCode'] }) {
  const t = useText();
  const above = [...code.parents].reverse();
  return (
    <Card title={t('codes.packages')}>
      {above.length > 0 ? (
        <ol className="tree" aria-label={t('codes.lies_in')}>
          {above.map((parent) => (
            <li key={parent}>
              <Link href={toCode(parent)} className="link mono">
                {parent}
              </Link>
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet">{t('codes.loose')}</p>
      )}
      <h3>{t('codes.content')}</h3>
      <Content cis={code.cis} top />
    </Card>
  );
}

function Content({ cis, top = false }: { cis: string; top?: boolean }) {
  const t = useText();
  const [limit, setLimit] = useState(kFirst);
  const tree = useContent(cis, limit);
  if (tree.error) return <ErrorNotice error={tree.error} onRetry={() => void tree.refetch()} />;
  if (!tree.data) return <Skeleton lines={2} />;
  const inside = tree.data.codes.filter((line) => line.depth === 1);
  if (!inside.length) return <p className="quiet">{t(top ? 'codes.no_content' : 'codes.empty_package')}</p>;
  // What lies deeper than one level cuts the answer off too; only a full page says that more lie on this one.
  const more = !tree.data.complete && inside.length >= limit - 1 && limit < kMost;
  return (
    <>
      <ul className="tree">
        {inside.map((line) => (
          <Branch key={line.cis} line={line} />
        ))}
      </ul>
      {more && (
        <div>
          <Button onPress={() => setLimit(kMost)}>{t('codes.show_all')}</Button>
        </div>
      )}
    </>
  );
}

function Branch({ line }: { line: Schemas['TreeLine'] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span className="row">
        <button
          type="button"
          className="tree-open"
          aria-expanded={open}
          aria-label={t('codes.open_package', { code: line.cis })}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
        <Link href={toCode(line.cis)} className="link mono">
          {line.cis}
        </Link>
        <Status tone={toneOf(line.status)}>{t(`codes.status.${line.status}`)}</Status>
      </span>
      {open && <Content cis={line.cis} />}
    </li>
  );
}
