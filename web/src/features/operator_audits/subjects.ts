// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Subject = Schemas['AuditSubject'];
export type Run = Schemas['AuditRun'];
export type Standing = Schemas['AuditStanding'];

export const subjects = ['journal', 'tails', 'books'] as const satisfies readonly Subject[];

/** Where what a subject holds is read. */
export const subjectPages: Partial<Record<Subject, string>> = { tails: '/operator/tails', books: '/operator/books' };
