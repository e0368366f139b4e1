// SPDX-License-Identifier: Apache-2.0
/* global self, caches */
// Keeps the page of the check, so that it opens without a connection and says so. Answers of the system are never kept:
// what was genuine yesterday may be sold today. The lists are written by tools/offline_check.ts.
const version = 'VERSION';
const shell = ['SHELL'];

const kName = `check-${version}`;
/** Addresses that open the check. */
const kCheck = /^\/(check|violations|01|00)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kName)
      .then((kept) => kept.addAll(shell))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('check-') && name !== kName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (kCheck.test(url.pathname)) event.respondWith(fetch(request).catch(() => caches.match('/')));
    return;
  }
  if (!shell.includes(url.pathname)) return;
  // Names of assets change with what is in them; other files are asked for anew.
  const asked = () => fetch(request).catch(() => caches.match(url.pathname));
  event.respondWith(url.pathname.startsWith('/assets/') ? caches.match(url.pathname).then((kept) => kept ?? fetch(request)) : asked());
});
