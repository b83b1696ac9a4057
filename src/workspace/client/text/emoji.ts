/** The emoji that status messages use, by their names in Slack. Others stay as they were typed. */
const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  bar_chart: '📊',
  bell: '🔔',
  black_circle: '⚫',
  calendar: '📆',
  chart_with_downwards_trend: '📉',
  chart_with_upwards_trend: '📈',
  hourglass: '⌛',
  information_source: 'ℹ️',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_yellow_circle: '🟡',
  lock: '🔒',
  memo: '📝',
  question: '❓',
  red_circle: '🔴',
  tada: '🎉',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
};

/** The picture for an emoji's name, or the name in colons where there is none here. */
export const emojiCalled = (name: string): string => EMOJI[name] ?? `:${name}:`;

/** Plain text with the names of emoji made into pictures. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (_typed, name: string) => emojiCalled(name));
