// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export const effectTones: Record<Schemas['StandingEffect'], Tone> = { good: 'good', restricted: 'warn', blocked: 'bad' };
