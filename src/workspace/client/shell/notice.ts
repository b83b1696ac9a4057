import { html } from 'htm/preact';
import type { MoveAnswer } from '../../page/protocol.ts';

/** What Slack says when a press did not work, and the rules broken for whoever builds the app. */
export function Notice({ answer, onClose }: { answer: MoveAnswer | null; onClose: () => void }) {
  return html`<div class="notice-place" role="alert">
    ${
      answer &&
      html`<div class="notice">
      <div>
        <p>${answer.notice}</p>
        ${
          answer.faults.length > 0 &&
          html`<ul>
          ${answer.faults.map((fault) => html`<li key=${fault}>${fault}</li>`)}
        </ul>`
        }
      </div>
      <button type="button" class="close" aria-label="Close this notice" onClick=${onClose}>×</button>
    </div>`
    }
  </div>`;
}
