import { html } from 'htm/preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { StoryInHand } from '../use-story.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** The step of the story being followed, above Slack so that it covers nothing it points at. */
export function StoryStrip({ story: { running, goTo, leave } }: { story: StoryInHand }) {
  const [folded, setFolded] = useState(false);
  const id = useId();
  const kept = useKeptFocus();
  const { story, step } = running ?? { story: null, step: 0 };
  const current = story?.steps[step];
  // A new step unfolds the strip: it says what to do next.
  useLayoutEffect(() => setFolded(false), [story, step]);
  // The live region is there before the story is, or its first step would not be read out.
  return html`<section
    ...${kept}
    class=${classOf(story !== null, folded)}
    tabindex="-1"
    aria-label=${story ? `Story: ${story.title}` : null}
  >
    <div class="story-words" role="status">
      ${
        story &&
        html`<p class="quiet">
            ${story.title}${current ? ` · Step ${step + 1} of ${story.steps.length}` : ''}
          </p>
          <p id=${id} class="story-say">
            ${current?.say ?? 'That is the whole story. Act as somebody else, or move the clock on.'}
          </p>`
      }
    </div>
    ${
      story &&
      html`<div class="dialog-buttons">
        <button
          type="button"
          class="button button-default story-fold"
          aria-expanded=${!folded}
          aria-controls=${id}
          onClick=${() => setFolded(!folded)}
        >
          ${folded ? 'Show' : 'Hide'}
        </button>
        ${
          step > 0 &&
          html`<button type="button" class="button button-default" onClick=${() => goTo(step - 1)}>Back</button>`
        }
        ${
          current &&
          html`<button
            type="button"
            class=${current.goal === null ? 'button button-primary' : 'button button-default'}
            onClick=${() => goTo(step + 1)}
          >
            ${current.goal === null ? 'Next' : 'Skip this step'}
          </button>`
        }
        <button
          type="button"
          class="button button-default"
          aria-label=${current ? 'Leave the story' : null}
          onClick=${leave}
        >
          ${current ? 'Leave' : 'Done'}
        </button>
      </div>`
    }
  </section>`;
}

function classOf(isRunning: boolean, folded: boolean): string | null {
  if (!isRunning) return null;
  return folded ? 'story-strip story-folded' : 'story-strip';
}
