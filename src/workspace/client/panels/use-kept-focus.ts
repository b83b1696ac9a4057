import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the place of somebody who uses the keyboard: when what they were on is taken out of a
 * region, the region has the focus; when the region itself goes, what had it before has it again.
 * The region needs `tabindex="-1"`.
 */
export function useKeptFocus() {
  const region = useRef<HTMLElement>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const isGone = last.current !== null && !last.current.isConnected;
    if (isGone && isNowhere()) region.current?.focus({ preventScroll: true });
    if (isGone) last.current = null;
  });
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const wasHere = region.current?.contains(document.activeElement) ?? false;
      if (before instanceof HTMLElement && (wasHere || isNowhere())) before.focus();
    };
  }, []);
  return {
    ref: region,
    onFocusIn: (event: FocusEvent) => {
      last.current = event.target as Element;
    },
  };
}

const isNowhere = (): boolean => document.activeElement === document.body;
