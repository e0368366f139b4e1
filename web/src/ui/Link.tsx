// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps } from 'react-aria-components';

/** Inside the cabinet without loading the page anew (app/Root gives React Aria the router). */
export function Link({ children, className, ...rest }: LinkProps & { children: ReactNode; className?: string }) {
  return (
    <AriaLink {...rest} className={className ?? 'link'}>
      {children}
    </AriaLink>
  );
}

/** A link that looks like a button, for the next step of a journey. */
export function ButtonLink({ look = 'plain', ...rest }: Parameters<typeof Link>[0] & { look?: 'main' | 'plain' | 'quiet' }) {
  return <Link {...rest} className={`button button-${look}`} />;
}
