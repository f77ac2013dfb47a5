// One line on a terminal for work longer than a second; nothing anywhere else.

import { vietnameseNumber } from "../../model/number-text.js";
import type { Env } from "../env.js";
import type { Words } from "../words.js";

export interface Progress {
  step(done: number): void;
  end(): void;
}

/** Work that is counted in files. */
export interface Work {
  readonly total: number;
  readonly work: Parameters<Words["progress"]>[0];
  readonly words: Words;
}

/** Shows «Đang đọc 120/1.522 tệp», at most ten times a second, once a second has passed. */
export function showProgress({ total, work, words }: Work, env: Env): Progress {
  if (!env.showsProgress) return { step: () => undefined, end: () => undefined };
  const started = Date.parse(env.now());
  let last = started + 900;
  let hasShown = false;
  return {
    step: (done) => {
      const now = Date.parse(env.now());
      if (now - last < 100) return;
      last = now;
      hasShown = true;
      env.tellInPlace(words.progress(work, vietnameseNumber(done), vietnameseNumber(total)));
    },
    end: () => {
      if (hasShown) env.tellInPlace("");
    },
  };
}
