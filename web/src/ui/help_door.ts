// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';

/** The article of the help about this page; null where there is none. */
export const HelpDoor = createContext<string | null>(null);
export const useHelpDoor = (): string | null => useContext(HelpDoor);
