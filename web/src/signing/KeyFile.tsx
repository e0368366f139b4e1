// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/fields';
import { FileDrop } from '@/ui/FileDrop';
import { useText } from '@/ui/text';
import type { SigningAgent } from './agent';
import { AgentNotice } from './AgentNotice';
import { CertificateList } from './CertificateList';
import type { PanelProps } from './ChooseKey';

/** A file with a key is opened in the page. */
export function KeyFile({ action, onChoose, busy }: PanelProps) {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const [agent, setAgent] = useState<SigningAgent | null>(null);
  const [shown, setShown] = useState<Awaited<ReturnType<SigningAgent['list']>>>([]);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    if (!file) return;
    try {
      const { KeyFileAgent } = await import('./key_file');
      const opened = await KeyFileAgent.open(new Uint8Array(await file.arrayBuffer()), password);
      setShown(await opened.list());
      setAgent(opened);
      setError(null);
    } catch (cause) {
      setError(cause);
    }
  };
  if (agent)
    return (
      <CertificateList
        certificates={shown}
        action={action}
        busy={busy}
        onChoose={(certificate) => onChoose({ agent, certificate })}
      />
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p className="quiet">{t('signing.file_stays')}</p>
      <FileDrop label={file?.name ?? t('signing.file')} accept=".p12,.pfx,.pem" onFile={setFile} />
      <TextField
        label={t('signing.password')}
        hint={t('signing.password_stays')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
      />
      {error !== null && <AgentNotice error={error} />}
      <div>
        <Button look="main" type="submit" isDisabled={!file}>
          {t('signing.open_file')}
        </Button>
      </div>
    </form>
  );
}
