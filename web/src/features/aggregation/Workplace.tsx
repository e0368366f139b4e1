// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { ButtonLink } from '@/ui/Link';
import { play } from '@/ui/scanner/sounds';
import { ScanInput } from '@/ui/scanner/ScanInput';
import { Scanner } from '@/ui/scanner/Scanner';
import { useWedge } from '@/ui/scanner/wedge';
import { Notice, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { BoxList } from './BoxList';
import type { PackingDesk } from './desk';
import { Message } from './Message';
import { useOnline, useSending } from './sending';
import { SetupDialog } from './SetupDialog';
import { takesBack } from './take_back';
import { soundOf } from './told';
import { usePackable } from './packable';
import './packing.css';

/** The whole screen at the line: one big count, one message, and the boxes of the shift. */
export function Workplace({ desk }: { desk: PackingDesk }) {
  const t = useText();
  const view = useSyncExternalStore(desk.subscribe, desk.look);
  const { signer } = useSigner();
  const online = useOnline();
  const sending = useSending(desk);
  const packable = usePackable(desk);
  const [settingUp, setSettingUp] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { setup, box } = view;

  const take = (text: string) => {
    const outcome = desk.scan(text);
    if (!outcome) return;
    play(soundOf(outcome));
    if (outcome.is === 'added' || outcome.is === 'closed') packable.ask(text);
  };
  useWedge(take, Boolean(setup) && !settingUp);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!takesBack(event)) return;
      event.preventDefault();
      desk.undo();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [desk]);
  useEffect(() => {
    if (!view.rejected) return;
    play('bad');
  }, [view.rejected]);

  useEffect(() => {
    if (!view.unkept) return;
    play('bad');
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [view.unkept]);

  const full = setup !== null && box.units.length >= setup.size;
  return (
    <div className="packing" ref={place}>
      <PageHeader
        title={t('aggregation.title')}
        about={setup ? packable.nameOf(setup.gtin) : t('aggregation.about')}
        actions={
          <>
            <Status tone={online ? 'good' : 'warn'}>{t(online ? 'aggregation.online' : 'aggregation.offline')}</Status>
            <Button onPress={() => setSettingUp(true)}>{t('aggregation.set_up')}</Button>
            <Button onPress={() => void place.current?.requestFullscreen?.().catch(() => undefined)}>{t('aggregation.full_screen')}</Button>
            <ButtonLink href="/documents">{t('aggregation.leave')}</ButtonLink>
          </>
        }
      />
      <div role="alert">{view.unkept && <Notice tone="bad">{t('aggregation.unkept')}</Notice>}</div>
      {sending.waiting > 0 && !signer && (
        <Notice tone="warn">
          <p>{t('aggregation.key_needed', { count: sending.waiting })}</p>
          <div>
            <Button look="main" onPress={() => void sending.begin()}>
              {t('aggregation.choose_key')}
            </Button>
          </div>
        </Notice>
      )}
      {sending.waiting > 0 && !online && <Notice tone="warn">{t('aggregation.waits_for_line', { count: sending.waiting })}</Notice>}
      {Boolean(sending.error) && <AgentNotice error={sending.error} />}
      {!setup ? (
        <div className="empty">
          <h2>{t('aggregation.begin')}</h2>
          <p className="quiet">{t('aggregation.begin_about')}</p>
          <Button look="main" onPress={() => setSettingUp(true)}>
            {t('aggregation.set_up')}
          </Button>
        </div>
      ) : (
        <div className="packing-halves">
          <section className="packing-box" aria-label={t('aggregation.open_box')}>
            <Message view={view} />
            <p className={full ? 'packing-count packing-full' : 'packing-count'} data-testid="count">
              {box.units.length}
              <span className="packing-of"> / {setup.size}</span>
            </p>
            <progress className="packing-progress" max={setup.size} value={box.units.length} aria-label={t('aggregation.open_box')} />
            <p className="quiet">{t(full && setup.label === 'scan' ? 'aggregation.now_label' : 'aggregation.now_units')}</p>
            <div className="row">
              <Button isDisabled={!box.units.length} onPress={() => desk.undo()}>
                {t('aggregation.undo')} <kbd>Ctrl Z</kbd>
              </Button>
              {setup.label === 'count' && (
                <Button
                  isDisabled={!box.units.length}
                  onPress={() => {
                    const outcome = desk.closeShort();
                    if (outcome) play(soundOf(outcome));
                  }}
                >
                  {t('aggregation.close_short')}
                </Button>
              )}
            </div>
            <ScanInput label={t('aggregation.scan')} onCode={take} />
            <Scanner batch onCode={take} />
          </section>
          <BoxList desk={desk} boxes={view.boxes} mayReopen={!box.units.length} />
        </div>
      )}
      {settingUp && <SetupDialog desk={desk} before={setup} onClose={() => setSettingUp(false)} />}
    </div>
  );
}
