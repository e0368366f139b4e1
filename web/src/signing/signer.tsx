// SPDX-License-Identifier: Apache-2.0
import { createContext, lazy, Suspense, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useMe } from '@/api/queries';
import { Dialog } from '@/ui/overlays';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { AgentError, type Form, type SigningAgent, type SigningCertificate } from './agent';

const ChooseKey = lazy(async () => ({ default: (await import('./ChooseKey')).ChooseKey }));

/** A certificate with the agent that signs with its key. */
export interface Signer {
  agent: SigningAgent;
  certificate: SigningCertificate;
}

interface Shared {
  signer: Signer | null;
  choose(signer: Signer | null): void;
  sign(content: Uint8Array<ArrayBuffer>, form: Form): Promise<string>;
}
const Context = createContext<Shared | null>(null);

/** `sign(bytes, form)`: the signature in base64. Whoever has not chosen a key in this window yet is asked for it first.
 * Throws AgentError, `cancelled` when he does not choose. */
export function useSigner(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error('outside of SignerProvider');
  return shared;
}

interface Question {
  resolve(signer: Signer): void;
  reject(reason: AgentError): void;
}

export function SignerProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [signer, setSigner] = useState<Signer | null>(null);
  // Whoever signs in again while a call waits has chosen a key for this very call.
  const chosen = useRef<Signer | null>(null);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const question = useRef<Question | null>(null);

  const choose = useCallback((one: Signer | null) => {
    chosen.current = one;
    setSigner(one);
  }, []);
  const sign = useCallback(async (content: Uint8Array<ArrayBuffer>, form: Form) => {
    const { agent, certificate } =
      chosen.current ??
      (await new Promise<Signer>((resolve, reject) => {
        question.current = { resolve, reject };
        setAsking(true);
      }));
    return agent.sign(certificate, content, form);
  }, []);
  const answer = (one: Signer) => {
    choose(one);
    setAsking(false);
    question.current?.resolve(one);
  };
  const close = () => {
    setAsking(false);
    question.current?.reject(new AgentError('cancelled'));
  };
  const shared = useMemo(() => ({ signer, choose, sign }), [signer, choose, sign]);
  return (
    <Context value={shared}>
      {children}
      <Dialog title={t('signing.choose_key')} isOpen={asking} onClose={close}>
        <Suspense fallback={<Skeleton />}>
          <ChooseKey action={t('signing.sign_with_this')} newcomer={!me} onChoose={answer} />
        </Suspense>
      </Dialog>
    </Context>
  );
}
