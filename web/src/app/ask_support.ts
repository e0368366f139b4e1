// SPDX-License-Identifier: Apache-2.0
import type { AskAbout } from '@/ui/ask_door';

/** What the page one is on is about, as the form of a question takes it. */
function aboutOf({ pathname, search }: Location): string | undefined {
  const [, area, number = ''] = /^\/(documents|orders)\/(\d+)$/.exec(pathname) ?? [];
  if (area) return `${area === 'orders' ? 'order' : 'document'}:${number}`;
  const code = pathname === '/codes/code' ? new URLSearchParams(search).get('code') : null;
  return code ? `code:${code}` : undefined;
}

/** The form of a question, filled in with what it is about; with what went wrong and where. */
export const askSupport: AskAbout = ({ title, code, instance, about = aboutOf(location) }) => {
  if (location.pathname.startsWith('/support')) return null;
  const words = Object.entries({ error: code, request: instance, subject: title, page: code && location.pathname, about });
  return `/support/new?${new URLSearchParams(words.filter((one): one is [string, string] => Boolean(one[1])))}`;
};

/** The same where nothing went wrong: about what the page shows, if it is something. */
export function askAboutPage(): string {
  const about = aboutOf(location);
  return about ? `/support/new?${new URLSearchParams({ about })}` : '/support/new';
}
