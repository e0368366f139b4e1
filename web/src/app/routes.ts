// SPDX-License-Identifier: Apache-2.0
import { pages as aggregation } from '@/features/aggregation/pages';
import { pages as channels } from '@/features/channels/pages';
import { pages as codes } from '@/features/codes/pages';
import { pages as check } from '@/features/check/pages';
import { pages as contracts } from '@/features/contracts/pages';
import { pages as goods } from '@/features/goods/pages';
import { pages as documents } from '@/features/documents/pages';
import { pages as help } from '@/features/help/pages';
import { pages as developer } from '@/features/developer/pages';
import { pages as finance } from '@/features/finance/pages';
import { pages as home } from '@/features/home/pages';
import { pages as news } from '@/features/news/pages';
import { pages as letters } from '@/features/letters/pages';
import { pages as journal } from '@/features/journal/pages';
import { pages as notifications } from '@/features/notifications/pages';
import { pages as operatorAnnouncements } from '@/features/operator_announcements/pages';
import { pages as operatorApplications } from '@/features/operator_applications/pages';
import { pages as operatorAudits } from '@/features/operator_audits/pages';
import { pages as operatorCards } from '@/features/operator_cards/pages';
import { pages as operatorCatalogue } from '@/features/operator_catalogue/pages';
import { pages as operatorChecks } from '@/features/operator_checks/pages';
import { pages as operatorCodes } from '@/features/operator_codes/pages';
import { pages as operatorContracts } from '@/features/operator_contracts/pages';
import { pages as operatorGroups } from '@/features/operator_groups/pages';
import { pages as operatorHome } from '@/features/operator_home/pages';
import { pages as operatorLetters } from '@/features/operator_letters/pages';
import { pages as operatorSupport } from '@/features/operator_support/pages';
import { pages as orders } from '@/features/orders/pages';
import { pages as operatorParticipants } from '@/features/operator_participants/pages';
import { pages as operatorPayments } from '@/features/operator_payments/pages';
import { pages as operatorPrinting } from '@/features/operator_printing/pages';
import { pages as printing } from '@/features/printing/pages';
import { pages as profile } from '@/features/profile/pages';
import { pages as publicSite } from '@/features/public_site/pages';
import { pages as recalls } from '@/features/recalls/pages';
import { pages as registration } from '@/features/registration/pages';
import { pages as reports } from '@/features/reports/pages';
import { pages as shipments } from '@/features/shipments/pages';
import { pages as signIn } from '@/features/sign_in/pages';
import { pages as support } from '@/features/support/pages';
import { pages as users } from '@/features/users/pages';
import type { Page } from '@/ui/page';

/** Every feature of the cabinet: one line for each. The order is that of their pages within a section. */
export const pages: Page[] = [
  publicSite,
  check,
  news,
  help,
  signIn,
  registration,
  letters,
  home,
  orders,
  codes,
  reports,
  printing,
  goods,
  recalls,
  profile,
  contracts,
  channels,
  documents,
  shipments,
  aggregation,
  users,
  finance,
  notifications,
  support,
  journal,
  developer,
  operatorHome,
  operatorApplications,
  operatorContracts,
  operatorCards,
  operatorChecks,
  operatorPrinting,
  operatorAudits,
  operatorLetters,
  operatorParticipants,
  operatorCodes,
  operatorCatalogue,
  operatorPayments,
  operatorGroups,
  operatorAnnouncements,
  operatorSupport,
].flat();

/** The page of a pattern of paths, for what the frame has to know of it. */
export const pageOf = (path: string): Page | undefined => pages.find((page) => page.path === path);
