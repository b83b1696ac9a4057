import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { MoveAnswer, Story } from '../../page/protocol.ts';
import { Panel } from './panel.ts';

interface StoryGuideParts {
  readonly stories: readonly Story[];
  readonly onBegin: (story: Story) => Promise<MoveAnswer>;
  readonly onClose: () => void;
}

/** The stories to choose from. */
export function StoryGuide({ stories, onBegin, onClose }: StoryGuideParts) {
  const [beginning, setBeginning] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const begin = async (story: Story) => {
    if (beginning !== null) return;
    setBeginning(story.id);
    setRefusal((await onBegin(story)).notice);
    setBeginning(null);
  };
  return html`<${Panel} title="Guided stories" onClose=${onClose}>
    <p>
      Follow a story by clicking, or look round by yourself: choose somebody under “Act as”. A story
      starts the workspace again from its first scene.
    </p>
    <ul class="stories">
      ${stories.map(
        (story) => html`<li key=${story.id}>
          <button
            type="button"
            class="story-begin"
            aria-disabled=${beginning !== null}
            onClick=${() => void begin(story)}
          >
            <strong>${story.title}</strong>
            <span>${story.about}</span>
            ${beginning === story.id && html`<span role="status">Setting the scene…</span>`}
          </button>
        </li>`,
      )}
    </ul>
    <p class="input-fault" role="alert">${refusal}</p>
  <//>`;
}
