// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover as AriaPopover,
  Tooltip as AriaTooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { CloseButton } from './Button';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** side: beside what one works with, for the details of a row; closed: nothing behind can be read, and it is not closed. */
  place?: 'middle' | 'side' | 'closed';
}

/** What had the focus may be gone after it was pressed: keys belong to the uppermost dialogue all the same. */
function useLostKeys(isOpen: boolean, onClose: () => void): RefObject<HTMLElement | null> {
  const dialog = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!isOpen) return;
    const pressed = (event: KeyboardEvent) => {
      const uppermost = [...document.querySelectorAll('.dialog')].at(-1);
      if (document.activeElement !== document.body || uppermost !== dialog.current) return;
      dialog.current?.focus();
      if (event.key === 'Escape') close.current();
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, [isOpen]);
  return dialog;
}

/** Over the page until it is answered or closed. */
export function Dialog({ title, isOpen, onClose, children, place = 'middle' }: DialogProps) {
  const dialog = useLostKeys(isOpen, onClose);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={place !== 'closed'}
      isKeyboardDismissDisabled={place === 'closed'}
      className={`veil veil-${place}`}
    >
      <Modal className={`modal modal-${place}`}>
        <AriaDialog ref={dialog} className="dialog">
          <div className="spread dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {place !== 'closed' && <CloseButton onPress={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The details of an opened row. */
export function SidePanel(props: Omit<DialogProps, 'place'>) {
  return <Dialog {...props} place="side" />;
}

export interface MenuChoice {
  id: string;
  name: string;
  href?: string;
  onAction?: () => void;
}

/** `children`: the button that opens it. */
export function Menu({ label, choices, children }: { label: string; choices: readonly MenuChoice[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <AriaPopover className="popover">
        <AriaMenu className="list" aria-label={label} items={choices}>
          {(choice) => (
            <MenuItem id={choice.id} href={choice.href} onAction={choice.onAction} className="list-item">
              {choice.name}
            </MenuItem>
          )}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

/** A small dialogue at the button that opens it. */
export function Popover({ label, opener, children }: { label: string; opener: ReactElement; children: ReactNode }) {
  return (
    <DialogTrigger>
      {opener}
      <AriaPopover className="popover">
        <AriaDialog className="popover-body" aria-label={label}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

/** `children`: a control; what is told here must be told elsewhere too, for touch screens. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <AriaTooltip className="tooltip">{text}</AriaTooltip>
    </TooltipTrigger>
  );
}
