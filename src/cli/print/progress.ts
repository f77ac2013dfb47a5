// One line on a terminal for work longer than a second; nothing anywhere else.

import type { Env } from "../env.js";

export interface Progress {
  step(done: number): void;
  end(): void;
}

/** Shows «Đang đọc 120/1522 tệp», at most ten times a second, once a second has passed. */
export function showProgress(total: number, env: Env, doing = "Đang đọc"): Progress {
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
      env.tellInPlace(`${doing} ${done}/${total} tệp`);
    },
    end: () => {
      if (hasShown) env.tellInPlace("");
    },
  };
}
