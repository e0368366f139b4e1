// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import type { ProgramKind } from '@/signing/agent';
import { AgentNotice } from '@/signing/AgentNotice';
import { usePermission } from '@/signing/permission';
import { versionOf } from '@/signing/programs';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { judgeProgram, type Finding, type Need } from './system_check';

interface Props {
  need: Need;
  program: ProgramKind;
  onFound: (found: Finding) => void;
}

/** Asks the program that signs whether it is there: on a press alone, as some browsers ask their user then. */
export function ProgramCheck({ need, program, onFound }: Props) {
  const t = useText();
  const permission = usePermission(program);
  const look = useMutation({
    mutationFn: () => versionOf(program),
    onSuccess: (version) => onFound(judgeProgram(need, version)),
  });
  const name = t(`signing.way.${program}`);
  if (look.data)
    return (
      <Notice tone={judgeProgram(need, look.data) === 'old' ? 'warn' : 'good'}>
        {t(`registration.program.${judgeProgram(need, look.data)}`, { name, version: look.data.join('.') })}
      </Notice>
    );
  return (
    <div className="stack-tight">
      {permission === 'prompt' && !look.error && <Notice tone="main">{t('signing.browser_will_ask')}</Notice>}
      {look.error && <AgentNotice error={look.error} />}
      <div className="row">
        <Button isDisabled={look.isPending} onPress={() => look.mutate()}>
          {t(look.error ? 'registration.ask_program_again' : 'registration.ask_program', { name })}
        </Button>
        {look.error && need.url && (
          <a href={need.url} target="_blank" rel="noreferrer">
            {t('registration.get_program', { name })}
          </a>
        )}
      </div>
    </div>
  );
}
