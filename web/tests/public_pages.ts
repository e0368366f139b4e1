// SPDX-License-Identifier: Apache-2.0

/** Pages for everybody; the last one is not there. */
export const kPublicPages = ['/', '/check', '/groups', '/groups/water', '/news', '/contacts', '/legal', '/help', '/help/orders', '/help/no-such'];
