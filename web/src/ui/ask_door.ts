// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';

/** Where one asks about something that went wrong: an address of the cabinet, with the trouble filled in. Null: not here. */
export type AskAbout = (trouble: { title: string; code?: string; instance?: string }) => string | null;

/** Null where nobody can be asked: nobody is signed in, or it is the operator himself. */
export const AskDoor = createContext<AskAbout | null>(null);
export const useAskDoor = (): AskAbout | null => useContext(AskDoor);
