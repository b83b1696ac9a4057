import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Opens a `<dialog>` over the page for as long as it is drawn, and gives the focus back to where it
 * was. Escape asks for it to be dismissed; it goes when it is no longer drawn.
 */
export function useDialog(onDismiss: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      leaving.current = true;
      shown?.close();
    };
  }, []);
  return {
    ref: dialog,
    // Escape is meant for this dialog, not for the modal it may stand in.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.stopPropagation();
    },
    onCancel: (event: Event) => {
      event.preventDefault();
      onDismiss();
    },
    // A second Escape in a row closes a dialog whatever its page says.
    onClose: () => {
      if (leaving.current) return;
      dialog.current?.showModal();
      onDismiss();
    },
  };
}
