// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';

/** Parts of the cabinet, by job, in the order in which they stand in the navigation: texts `nav.<section>`. */
export const sections = [
  'home',
  'codes',
  'goods',
  'documents',
  'reports',
  'finance',
  'notifications',
  'support',
  'profile',
  'journal',
  'developer',
  'queues',
  'registers',
  'settlements',
  'settings',
] as const;
export type Section = (typeof sections)[number];

/** A page of a feature: what features/<area>/pages.ts tells the app. */
export interface Page {
  /** As in the address; '$name' is a part that the page reads with `useParams`. */
  path: string;
  /** Whose page it is, and in which frame it stands. */
  layout: 'public' | 'cabinet' | 'operator';
  /** Loaded when somebody goes there. */
  load: () => Promise<{ default: ComponentType }>;
  /** In the navigation: under which section and with which text. Without it one gets there from other pages. */
  nav?: { section: Section; text: string };
  /** Work with codes: closed until the steps of GET /api/v1/access are done; the page then says which. */
  opensWith?: 'profile' | 'contracts';
  /** The article of the help about it: its head leads there. */
  help?: string;
  /** Long lists of words that only it needs (`texts/<language>/*_words.json`) are loaded with it. */
  words?: boolean;
  /** The right without which the page is of no use: it says who can give it. */
  right?: string;
}
