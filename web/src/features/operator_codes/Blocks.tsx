// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { RadioGroup } from '@/ui/choices';
import { CodeArea, readCodes } from '@/ui/CodeArea';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { TextArea, TextField } from '@/ui/fields';
import { Card, PageHeader, ProgressBar } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useText } from '@/ui/text';
import { BlockList } from './BlockList';
import { Verdict } from './Verdict';

const kDeeds = ['block', 'unblock', 'clear_customs'] as const;
type Deed = (typeof kDeeds)[number];
const kMost = 100_000;

/** Codes and packages are stopped, set free, or released from customs. */
export default function Blocks() {
  const t = useText();
  const [deed, setDeed] = useState<Deed>('block');
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { codes } = readCodes(text);
  const send = useDocument({ onDone: (judged) => judged.status !== 'rejected' && setText('') });
  const ready = reason.trim() !== '' && codes.length > 0 && codes.length <= kMost;
  const document = () =>
    ({ kind: deed, [deed === 'clear_customs' ? 'declaration' : 'reason']: reason.trim(), codes });
  const missing = tried && reason.trim() === '' ? t('operator_codes.reason_needed') : undefined;
  return (
    <>
      <PageHeader title={t('operator_codes.blocks')} about={t('operator_codes.blocks_about')} />
      <Card>
        <RadioGroup
          label={t('operator_codes.deed')}
          value={deed}
          onChange={(value) => setDeed(value as Deed)}
          choices={kDeeds.map((id) => ({ id, name: t(`operator_codes.deed.${id}`), about: t(`operator_codes.deed_about.${id}`) }))}
        />
        {deed === 'clear_customs' ? (
          <TextField label={t('operator_codes.declaration')} value={reason} onChange={setReason} error={missing} mono />
        ) : (
          <TextArea label={t('operator_codes.act')} hint={t('operator_codes.act_hint')} value={reason} onChange={setReason} rows={2} error={missing} />
        )}
        <CodeArea label={t('operator_codes.codes')} value={text} onChange={setText} max={kMost} />
        {send.isPending && <ProgressBar label={t('operator_codes.under_way', { count: codes.length })} />}
        {send.error && <AgentNotice error={send.error} />}
        {send.data && !send.isPending && <Verdict judged={send.data} />}
        <div onPointerEnter={() => setTried(true)} onFocus={() => setTried(true)}>
          <ConfirmButton
            label={t(`operator_codes.do.${deed}`)}
            look={deed === 'block' ? 'danger' : 'main'}
            isDisabled={!ready || send.isPending}
            onConfirm={() => send.mutate(document())}
          >
            <p>{t('operator_codes.confirm', { count: codes.length, deed })}</p>
            <p>{reason}</p>
          </ConfirmButton>
        </div>
      </Card>
      <Card title={t('operator_codes.before')}>
        <Tabs
          label={t('operator_codes.before')}
          sheets={kDeeds.map((kind) => ({ id: kind, name: t(`operator_codes.deed.${kind}`), content: <BlockList kind={kind} /> }))}
        />
      </Card>
    </>
  );
}
