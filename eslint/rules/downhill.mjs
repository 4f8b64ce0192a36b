import { importRule } from '../import-rule.mjs';

/** A domain imports only the domains below it on the ladder. `ladder` is ordered from the top down. */
export const downhill = importRule('domains import downhill only', ({ from, to, options: { ladder } }) => {
  if (from.area !== 'domain' || to.own?.area !== 'domain' || from.domain === to.own.domain) return undefined;
  const here = ladder.indexOf(from.domain);
  const there = ladder.indexOf(to.own.domain);
  if (here < 0) return `'${from.domain}' has no place on the ladder in eslint.config.mjs.`;
  if (there < 0) return `'${to.own.domain}' has no place on the ladder in eslint.config.mjs.`;
  if (there > here) return undefined;
  return (
    `'${to.own.domain}' is above '${from.domain}' on the ladder. ` +
    `Tell it by an event, or ask it through a port that '${from.domain}' owns.`
  );
});
