// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { Tabs } from '@/ui/Tabs';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { programOf, type AgentKind } from './agent';
import { Installed } from './Installed';
import { KeyFile } from './KeyFile';
import { SandboxKey } from './SandboxKey';
import type { Signer } from './signer';

const kLastKey = 'tamga.last_agent';

interface Props {
  /** What the button says: "Sign in", "Sign". */
  action: string;
  onChoose: (signer: Signer) => void;
  busy?: boolean;
  /** Whoever is not a participant yet signs: in a sandbox the companies that can apply stand first. */
  newcomer?: boolean;
}

/** What people of the country sign with: the programs its data names, a file, in a sandbox the browser's own keys. */
function useKinds(): AgentKind[] | undefined {
  const system = useSystem();
  const needs = useQuery({ queryKey: ['onboarding'], queryFn: () => call(api.GET('/api/v1/onboarding')) }).data?.needs;
  if (!system || !needs) return undefined;
  const kinds: AgentKind[] = system.sandbox ? ['sandbox_key'] : [];
  for (const need of needs) {
    const program = need.kind === 'agent' ? programOf(need.code) : undefined;
    if (program) kinds.push(program);
  }
  kinds.push('key_file');
  const last = localStorage.getItem(kLastKey);
  return [...kinds].sort((a, b) => Number(b === last) - Number(a === last));
}

/** A key is chosen by its agent; the one that was used last stands first. */
export function ChooseKey({ action, onChoose, busy, newcomer = false }: Props) {
  const t = useText();
  const kinds = useKinds();
  const [kind, setKind] = useState<AgentKind | null>(null);
  if (!kinds) return <Skeleton />;
  const choose = (signer: Signer) => {
    localStorage.setItem(kLastKey, signer.agent.kind);
    onChoose(signer);
  };
  const panel = { action, onChoose: choose, busy: Boolean(busy) };
  const panels: Record<AgentKind, React.ReactNode> = {
    sandbox_key: <SandboxKey {...panel} newcomer={newcomer} />,
    key_file: <KeyFile {...panel} />,
    eimzo: <Installed kind="eimzo" {...panel} />,
    cryptopro: <Installed kind="cryptopro" {...panel} />,
  };
  return (
    <Tabs
      label={t('signing.ways')}
      look="cards"
      selectedKey={kind ?? kinds[0]}
      onSelectionChange={(key) => setKind(key as AgentKind)}
      sheets={kinds.map((id) => ({ id, name: t(`signing.way.${id}`), about: t(`signing.way_about.${id}`), content: panels[id] }))}
    />
  );
}

export interface PanelProps {
  action: string;
  onChoose: (signer: Signer) => void;
  busy: boolean;
}
