import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewShown } from '../../page/protocol.ts';
import { isSameForm } from './same-form.ts';

type At<T> = Readonly<{ current: T | null }>;

/** Gives the focus back to where it was when the first modal opened, once the last one is gone. */
export function useReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      // What lies behind can be focused again only when the whole page is drawn without the modal.
      queueMicrotask(() => {
        // Whoever chose another person to act as is where they want to be.
        if (document.activeElement !== document.body) return;
        const known = opener instanceof HTMLElement && opener !== document.body;
        const back = known && opener.isConnected ? opener : document.querySelector('main');
        // What arrived meanwhile, such as a receipt, stays in sight.
        back?.focus({ preventScroll: true });
      });
    };
  }, []);
}

/** A view begins at its top, with its title or the field the app names; a form in use stays as it is. */
export function useStart(view: ViewShown, body: At<HTMLElement>, heading: At<HTMLElement>): void {
  const { hash, callbackId } = view;
  const before = useRef<ViewShown | null>(null);
  // The hash tells one content from the next.
  useEffect(() => {
    const inUse = body.current?.contains(document.activeElement) === true;
    const stays = isSameForm(before.current, view);
    const sameWindow = before.current?.callbackId === callbackId;
    before.current = view;
    if (stays || (sameWindow && inUse)) return;
    body.current?.scrollTo(0, 0);
    const named = body.current?.querySelector<HTMLElement>('[autofocus]');
    (named ?? heading.current)?.focus();
  }, [hash, callbackId, body, heading]);
}

const CONTROL = ['input', 'select', 'textarea', 'button']
  .map((tag) => `${tag}:not([hidden] *)`)
  .join();

/** Leads to the first field in fault when there are new faults, or a form comes back with the same. */
export function useFaults({ errors }: ViewShown, sending: boolean, body: At<HTMLElement>): void {
  const faulty = Object.keys(errors).join(' ');
  const lead = () => {
    const block = body.current?.querySelector('.input-faulty');
    block?.querySelector<HTMLElement>(CONTROL)?.focus({ preventScroll: true });
    // With its label above and the sentence below.
    block?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    if (faulty !== '') lead();
  }, [faulty]);
  useEffect(() => {
    if (faulty !== '' && !sending) lead();
  }, [sending]);
}
