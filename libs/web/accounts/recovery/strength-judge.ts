import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** 0 to 4, as zxcvbn counts: from what is guessed at once to what nobody guesses. */
export function strengthJudge(): (password: string) => 0 | 1 | 2 | 3 | 4 {
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password) => zxcvbn.check(password).score;
}
