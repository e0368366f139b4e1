// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { Skeleton } from '@/ui/surfaces';
import { useGo } from '@/ui/address';

/** Nobody is signed in: there, and then back here. */
export function ToSignIn() {
  const go = useGo();
  useEffect(() => {
    const here = location.pathname + location.search;
    go(`/sign-in?next=${encodeURIComponent(here)}`, { replace: true });
  }, [go]);
  return <Skeleton />;
}
