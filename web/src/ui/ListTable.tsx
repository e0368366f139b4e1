// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from 'react';
import { ErrorNotice } from './ErrorNotice';
import { Skeleton } from './surfaces';
import { Table } from './Table';

interface Listed<R> {
  rows: readonly R[];
  isPending: boolean;
  loading: boolean;
  error: unknown;
  retry: () => void;
  onMore?: () => void;
}

type Props<R extends object> = Omit<ComponentProps<typeof Table<R>>, 'rows' | 'onMore' | 'loading'> & { list: Listed<R> };

/** A table whose further pages are loaded while one scrolls; says what went wrong, and that it is loading. */
export function ListTable<R extends object>({ list, ...table }: Props<R>) {
  if (list.error && !list.rows.length) return <ErrorNotice error={list.error} onRetry={list.retry} />;
  if (list.isPending) return <Skeleton />;
  return (
    <>
      {Boolean(list.error) && <ErrorNotice error={list.error} onRetry={list.retry} />}
      <Table {...table} rows={list.rows} onMore={list.error ? undefined : list.onMore} loading={list.loading} />
    </>
  );
}
