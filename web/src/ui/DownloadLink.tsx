// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

/** A file of the system, as a button. `name`: what it is saved as; without it the browser shows it where it can. */
export function DownloadLink({ href, name, children }: { href: string; name?: string; children: ReactNode }) {
  return (
    <a className="button button-plain" href={href} {...(name ? { download: name } : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
}
