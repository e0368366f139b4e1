// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSystem } from '@/api/queries';
import { programOf } from '@/signing/agent';
import { Button } from '@/ui/Button';
import { Card, Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { ProgramCheck } from './ProgramCheck';
import { look, thisMachine, type Finding, type Need } from './system_check';

const kTones: Record<Finding, Tone> = { works: 'good', old: 'warn', other: 'neutral', unseen: 'neutral' };

/** What the computer needs: system and browser are seen at once and only warned of; the program that signs has to answer. */
export function SystemCheck({ needs, onReady }: { needs: readonly Need[]; onReady: () => void }) {
  const t = useText();
  const system = useSystem();
  const [programs, setPrograms] = useState<Record<string, Finding>>({});
  const [ownFile, setOwnFile] = useState(false);
  const machine = useQuery({ queryKey: ['machine'], queryFn: thisMachine }).data;
  const kinds = [...new Set(needs.map((need) => need.kind))];
  const findingOf = (need: Need): Finding => programs[need.code] ?? (machine ? look(need, machine) : 'unseen');
  const fits = (kind: Need['kind']) => needs.some((need) => need.kind === kind && findingOf(need) === 'works');
  const answers = needs.some((need) => ['works', 'old'].includes(programs[need.code] ?? ''));
  const mayGoOn = answers || ownFile || system?.sandbox;
  return (
    <Card title={t('registration.needs')}>
      {kinds.map((kind) => (
        <section key={kind} className="stack-tight">
          <h3>{t(`registration.need.${kind}`)}</h3>
          <ul className="checklist">
            {needs
              .filter((need) => need.kind === kind)
              .map((need) => {
                const found = findingOf(need);
                return (
                  <li key={need.code}>
                    {need.url ? (
                      <a href={need.url} target="_blank" rel="noreferrer">
                        {need.name}
                      </a>
                    ) : (
                      <span>{need.name}</span>
                    )}
                    <Status tone={kTones[found]}>{t(`registration.found.${found}`)}</Status>
                  </li>
                );
              })}
          </ul>
          {machine && kind !== 'agent' && !fits(kind) && <Notice tone="warn">{t(`registration.unfit.${kind}`)}</Notice>}
        </section>
      ))}
      {system?.sandbox && <Notice tone="good">{t('registration.sandbox_needs_no_agent')}</Notice>}
      {system && !system.sandbox &&
        needs.map((need) => {
          const program = need.kind === 'agent' ? programOf(need.code) : undefined;
          return program && <ProgramCheck key={need.code} need={need} program={program} onFound={(found) => setPrograms({ ...programs, [need.code]: found })} />;
        })}
      <div className="row">
        <Button look="main" isDisabled={!mayGoOn} onPress={onReady}>
          {t('registration.go_on')}
        </Button>
        {!mayGoOn && system && (
          <Button look="quiet" onPress={() => setOwnFile(true)}>
            {t('registration.own_file')}
          </Button>
        )}
      </div>
      {ownFile && <p className="quiet small">{t('registration.own_file_about')}</p>}
    </Card>
  );
}
