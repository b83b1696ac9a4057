import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { field, isRecord } from '../../../json.ts';
import { ConfirmDialog } from './confirm-dialog.ts';
import type { ElementParts } from './element-parts.ts';

interface Asked {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The question an app puts before something is done. */
export interface Question {
  /** Does it at once where the app asks nothing. */
  ask(onYes: () => void, onNo?: () => void): void;
  /** The dialog with the question while it is being asked. */
  readonly dialog: VNode | false;
}

/** Puts an element's `confirm` question before whatever is done with it. */
export function useQuestion({ element, context }: ElementParts): Question {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm = field(element, 'confirm');
  const answer = (what: 'onYes' | 'onNo') => () => {
    setAsked(null);
    asked?.[what]();
  };
  return {
    ask(onYes, onNo = () => undefined) {
      if (isRecord(confirm)) setAsked({ onYes, onNo });
      else onYes();
    },
    dialog:
      asked !== null &&
      html`<${ConfirmDialog}
        confirm=${confirm}
        context=${context}
        onConfirm=${answer('onYes')}
        onDeny=${answer('onNo')}
      />`,
  };
}
