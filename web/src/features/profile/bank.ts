// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';

export const kBankCode = /^(\d{5}|\d{9})$/;

/** A bank of the country's list, as soon as its code is whole. */
export const useBank = (code: string) =>
  useQuery({
    queryKey: ['bank', code],
    queryFn: () => call(api.GET('/api/v1/banks/{code}', { params: { path: { code } } })),
    enabled: kBankCode.test(code),
    staleTime: Infinity,
  });
