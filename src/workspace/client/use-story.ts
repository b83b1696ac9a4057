import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MoveAnswer, PageControl, Snapshot, Story } from '../page/protocol.ts';
import { isReached } from './panels/goal.ts';
import { markElement } from './panels/mark.ts';

/** A guided story and how far the reader is in it. */
interface Running {
  readonly story: Story;
  readonly step: number;
}

/** The story being followed, if any, and how to begin, walk and leave one. */
export interface StoryInHand {
  readonly running: Running | null;
  begin(story: Story): Promise<MoveAnswer>;
  goTo(step: number): void;
  leave(): void;
}

/** Follows a guided story: goes on by itself when a step's goal is reached, and marks what to press. */
export function useStory(
  snapshot: Snapshot | null,
  showing: string,
  control: (asked: PageControl) => Promise<MoveAnswer>,
): StoryInHand {
  const [running, setRunning] = useState<Running | null>(null);
  const step = running?.story.steps[running.step] ?? null;

  useEffect(() => {
    if (!running || !step?.goal || !snapshot) return;
    const modal = snapshot.modals.at(-1);
    const words = document.querySelector('.conversation')?.textContent ?? '';
    const seen = {
      acting: snapshot.me,
      showing: nameOf(snapshot, showing),
      words,
      modal: modal
        ? {
            callbackId: modal.callbackId,
            words: document.querySelector('dialog[open]')?.textContent ?? '',
          }
        : null,
    };
    if (!isReached(step.goal, seen)) return;
    // The reader may have left the story, or gone to another step, since this was drawn.
    setRunning((now) => (now === running ? { ...running, step: running.step + 1 } : now));
  });

  useEffect(() => (step ? markElement(step.mark) : undefined));

  const begin = useCallback(
    async (story: Story) => {
      const answer = await control({ kind: 'startAfresh', story: story.id });
      if (answer.ok) setRunning({ story, step: 0 });
      return answer;
    },
    [control],
  );
  return {
    running,
    begin,
    goTo: (next) => setRunning((now) => now && { ...now, step: next }),
    leave: () => setRunning(null),
  };
}

/** A place as stories name it: `home`, `direct` or `#channel`. */
function nameOf({ conversations }: Snapshot, showing: string): string {
  const conversation = conversations.find(({ id }) => id === showing);
  if (!conversation) return showing;
  return conversation.kind === 'direct' ? 'direct' : `#${conversation.name}`;
}
