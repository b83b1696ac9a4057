/** The emoji that status messages use, by their names in Slack. Others stay as they were typed. */
const EMOJI: ReadonlyMap<string, string> = new Map([
  ['+1', '👍'],
  ['-1', '👎'],
  ['arrow_down', '⬇️'],
  ['arrow_right', '➡️'],
  ['arrow_up', '⬆️'],
  ['bar_chart', '📊'],
  ['bell', '🔔'],
  ['black_circle', '⚫'],
  ['bulb', '💡'],
  ['calendar', '📆'],
  ['chart_with_downwards_trend', '📉'],
  ['chart_with_upwards_trend', '📈'],
  ['clipboard', '📋'],
  ['date', '📅'],
  ['eyes', '👀'],
  ['heavy_check_mark', '✔️'],
  ['hourglass', '⌛'],
  ['hourglass_flowing_sand', '⏳'],
  ['information_source', 'ℹ️'],
  ['large_blue_circle', '🔵'],
  ['large_green_circle', '🟢'],
  ['large_orange_circle', '🟠'],
  ['large_yellow_circle', '🟡'],
  ['link', '🔗'],
  ['lock', '🔒'],
  ['memo', '📝'],
  ['no_entry', '⛔'],
  ['pushpin', '📌'],
  ['question', '❓'],
  ['red_circle', '🔴'],
  ['rotating_light', '🚨'],
  ['smile', '😄'],
  ['tada', '🎉'],
  ['thumbsdown', '👎'],
  ['thumbsup', '👍'],
  ['warning', '⚠️'],
  ['wave', '👋'],
  ['white_check_mark', '✅'],
  ['white_circle', '⚪'],
  ['x', '❌'],
]);

/** The picture for an emoji's name, or undefined where there is none here. */
export const emojiCalled = (name: string): string | undefined => EMOJI.get(name);

/** Plain text with the names of emoji made into pictures. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]{1,40}):/g, (typed, name: string) => emojiCalled(name) ?? typed);
