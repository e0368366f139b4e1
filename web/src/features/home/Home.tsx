// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useMe } from '@/api/queries';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/fields';
import { openPalette } from '@/ui/palette_door';
import { PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Attention } from './Attention';
import { Checklist } from './Checklist';
import { Groups } from './Groups';
import { News } from './News';

/** The main page: one search, what is left to do, what waits for me, figures by product group, what happened. */
export default function Home() {
  const t = useText();
  const me = useMe();
  return (
    <>
      <PageHeader
        title={t('home.title')}
        about={
          me && (
            <>
              {me.participant.name} · <span className="mono">{me.participant.tax_id}</span>
            </>
          )
        }
      />
      <Search />
      <Checklist />
      <Attention />
      <Groups />
      <News />
    </>
  );
}

/** A scanner types into it and ends with Enter, as a person does. */
function Search() {
  const t = useText();
  const [text, setText] = useState('');
  return (
    <form
      role="search"
      className="home-search"
      onSubmit={(event) => {
        event.preventDefault();
        openPalette(text);
      }}
    >
      <TextField label={t('home.search')} hint={t('home.search_hint')} value={text} onChange={setText} mono />
      <Button look="main" type="submit">
        {t('home.find')}
      </Button>
    </form>
  );
}
