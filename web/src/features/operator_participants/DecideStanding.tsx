// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { ReasonButton } from '@/ui/ReasonButton';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

type Decision = Schemas['StandingDecision'];
const kLooks: Record<Decision, 'plain' | 'danger' | 'main'> = { restrict: 'plain', block: 'danger', lift: 'main' };

/** The operator's own word about a participant; what the state's register says stays beside it. */
export function DecideStanding({ standing }: { standing: Schemas['Standing'] }) {
  const t = useText();
  const decide = useConfirmed<Schemas['Standing']>({ onDone: (now) => toast(t(`operator_participants.effect.${now.effect}`)) });
  const stopped = standing.reasons.some((reason) => reason.cause === 'operator');
  const choices: Decision[] = stopped ? ['restrict', 'block', 'lift'] : ['restrict', 'block'];
  return (
    <>
      {decide.error && <AgentNotice error={decide.error} />}
      <div className="row">
        {choices.map((decision) => (
          <ReasonButton
            key={decision}
            label={t(`operator_participants.decision.${decision}`)}
            look={kLooks[decision]}
            isDisabled={decide.isPending}
            onConfirm={(reason) => {
              const body: Schemas['DecideStanding'] = { kind: 'decide_standing', tax_id: standing.tax_id, decision, reason };
              decide.mutate({ path: `/api/v1/operator/standings/${standing.tax_id}`, body });
            }}
          >
            <p>{t(`operator_participants.follows.${decision}`)}</p>
          </ReasonButton>
        ))}
      </div>
    </>
  );
}
