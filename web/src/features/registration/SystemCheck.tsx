// SPDX-License-Identifier: Apache-2.0
import { useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Card, Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { look, type Finding, type Need } from './system_check';

const kTones: Record<Finding, Tone> = { works: 'good', old: 'bad', other: 'neutral', unseen: 'neutral' };

/** What the computer needs. One of each kind is enough; a page sees system and browser, and asks about the rest. */
export function SystemCheck({ needs, onReady }: { needs: readonly Need[]; onReady: () => void }) {
  const t = useText();
  const sandbox = useSystem()?.sandbox;
  const kinds = [...new Set(needs.map((need) => need.kind))];
  return (
    <Card title={t('registration.needs')}>
      {kinds.map((kind) => (
        <section key={kind} className="stack-tight">
          <h3>{t(`registration.need.${kind}`)}</h3>
          <ul className="checklist">
            {needs
              .filter((need) => need.kind === kind)
              .map((need) => {
                const found = look(need, navigator);
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
        </section>
      ))}
      {sandbox && <Notice tone="good">{t('registration.sandbox_needs_no_agent')}</Notice>}
      <div>
        <Button look="main" onPress={onReady}>
          {t('registration.go_on')}
        </Button>
      </div>
    </Card>
  );
}
