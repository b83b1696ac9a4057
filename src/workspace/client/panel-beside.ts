import { html } from 'htm/preact';
import type { MoveAnswer, PageControl, Snapshot, Story } from '../page/protocol.ts';
import { fetchEntry, fetchLines } from './api.ts';
import { FaultBox } from './panels/fault-box.ts';
import { Inspector } from './panels/inspector.ts';
import { StoryGuide } from './panels/story-guide.ts';
import { TimeMachine } from './panels/time-machine.ts';
import type { Panel } from './shell/top-bar.ts';
import type { StoryInHand } from './use-story.ts';

interface PanelBesideParts {
  readonly panel: Panel | null;
  readonly snapshot: Snapshot;
  readonly control: (asked: PageControl) => Promise<MoveAnswer>;
  readonly story: StoryInHand;
  readonly onClose: () => void;
}

/** The panel the visitor chose. */
export function PanelBeside({ panel, snapshot, control, story, onClose }: PanelBesideParts) {
  const { clock, faults, logLength, stories } = snapshot;
  const begin = async (chosen: Story) => {
    const answer = await story.begin(chosen);
    // The list has done its work, and on a phone it would hide the story.
    if (answer.ok) onClose();
    return answer;
  };
  const travel = (asked: PageControl) => {
    // A story goes on in the workspace it began in, and in no other.
    if (asked.kind === 'startAfresh') story.leave();
    return control(asked);
  };
  return html`${
    panel === 'stories' &&
    stories.length > 0 &&
    html`<${StoryGuide} stories=${stories} onBegin=${begin} onClose=${onClose} />`
  }
    ${
      panel === 'time' &&
      clock &&
      html`<${TimeMachine} clock=${clock} act=${travel} onClose=${onClose} />`
    }
    ${panel === 'faults' && html`<${FaultBox} faults=${faults} act=${control} onClose=${onClose} />`}
    ${
      panel === 'inspector' &&
      html`<${Inspector}
        key=${snapshot.generation}
      logLength=${logLength}
      fetchLines=${fetchLines}
      fetchEntry=${fetchEntry}
      onClose=${onClose}
    />`
    }`;
}
