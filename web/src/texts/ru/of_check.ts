// SPDX-License-Identifier: Apache-2.0
import app from './app.json';
import check from './check.json';
import ui from './ui.json';

/** What the page of the check says when it is opened without the cabinet. */
export const messages: Record<string, string> = { ...app, ...ui, ...check };
