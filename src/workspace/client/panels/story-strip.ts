import { html } from 'htm/preact';
import type { StoryInHand } from '../use-story.ts';

/** The step of the story being followed, above Slack so that it covers nothing it points at. */
export function StoryStrip({ story: { running, goTo, leave } }: { story: StoryInHand }) {
  if (!running) return null;
  const { story, step } = running;
  const current = story.steps[step];
  return html`<section class="story-strip" aria-label=${`Story: ${story.title}`}>
    <div class="story-words" role="status">
      ${
        current
          ? html`<p class="quiet">${story.title} · Step ${step + 1} of ${story.steps.length}</p>
              <p>${current.say}</p>`
          : html`<p class="quiet">${story.title}</p>
              <p>That is the whole story. Act as somebody else, or move the clock on.</p>`
      }
    </div>
    <div class="dialog-buttons">
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
      <button type="button" class="button button-default" onClick=${leave}>
        ${current ? 'Leave the story' : 'Done'}
      </button>
    </div>
  </section>`;
}
