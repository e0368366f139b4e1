// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';

/** Where one asks about something, gone wrong or not: an address of the cabinet, with it filled in. `about`: what it is, where
 * the page knows better than its address. Null: not here. */
export type AskAbout = (trouble: { title: string; code?: string; instance?: string; about?: string }) => string | null;

/** Null where nobody can be asked: nobody is signed in, or it is the operator himself. */
export const AskDoor = createContext<AskAbout | null>(null);
export const useAskDoor = (): AskAbout | null => useContext(AskDoor);
