// SPDX-License-Identifier: Apache-2.0
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/surfaces.css';
import '@/app/layout.css';
import { teachUzbekNumbers } from '@/ui/uzbek_forms';

teachUzbekNumbers();

/** Phones on slow lines come here with a code in hand: the check opens without the cabinet. */
const kCheck = /^\/(check|violations|01|00)(\/|$)/;

const place = document.getElementById('root');
if (place)
  void (kCheck.test(location.pathname) ? import('@/app/check_door') : import('@/app/cabinet_door')).then(({ open }) =>
    open(place),
  );
