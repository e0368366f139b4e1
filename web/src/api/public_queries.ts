// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from './client';

const kMinutes = 60_000;

/** What the operator announces. */
export const announcementsQuery = queryOptions({
  queryKey: ['announcements'],
  queryFn: () => call(api.GET('/api/v1/announcements')),
  staleTime: kMinutes,
});

/** How anybody reaches the operator, and what about. */
export const supportQuery = queryOptions({
  queryKey: ['support'],
  queryFn: () => call(api.GET('/api/v1/support')),
  staleTime: 5 * kMinutes,
});

/** Terms of service and acts of law. */
export const onboardingQuery = queryOptions({
  queryKey: ['onboarding'],
  queryFn: () => call(api.GET('/api/v1/onboarding')),
  staleTime: 5 * kMinutes,
});
