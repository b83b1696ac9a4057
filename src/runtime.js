// Plain JavaScript without imports, so that any Node there is can at least say what is wrong.

const NEEDED = 24;

/**
 * The sentence for a Node that cannot run MOPAC, or null for one that can.
 * @param {string} version such as "20.20.2"
 * @returns {string | null}
 */
export const runtimeRefusal = (version) =>
  Number(version.split('.')[0]) >= NEEDED
    ? null
    : `MOPAC needs Node ${NEEDED} and this is Node ${version}. Start it through npm ("npm start", "npm run demo", "npm run -s mopac -- help"), which uses the Node ${NEEDED} that "npm ci" installed.`;
