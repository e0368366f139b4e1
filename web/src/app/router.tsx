// SPDX-License-Identifier: Apache-2.0
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '@/ui/page';
import { NotFound, PageFailed } from './failures';
import { Frame } from './Frame';
import { PublicLayout } from './PublicLayout';
import { pages } from './routes';
import { CabinetLayout, OperatorLayout } from './SignedInLayout';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: PageFailed });
const layouts = {
  public: createRoute({ getParentRoute: () => root, id: 'public', component: PublicLayout }),
  cabinet: createRoute({ getParentRoute: () => root, id: 'cabinet', component: CabinetLayout }),
  operator: createRoute({ getParentRoute: () => root, id: 'operator', component: OperatorLayout }),
};

function routesOf(layout: Page['layout']) {
  return pages
    .filter((page) => page.layout === layout)
    .map((page) =>
      createRoute({
        getParentRoute: () => layouts[layout],
        path: page.path,
        component: lazyRouteComponent(page.load),
      }),
    );
}

const words = (search: object) => {
  const text = new URLSearchParams(search as Record<string, string>).toString();
  return text && `?${text}`;
};

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      layouts.public.addChildren(routesOf('public')),
      layouts.cabinet.addChildren(routesOf('cabinet')),
      layouts.operator.addChildren(routesOf('operator')),
    ]),
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Values of the address are texts: a tax number with a zero in front stays one.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: words,
  });
}
