// A numbered list at a terminal, of which one is chosen.

import type { Env } from "./env.js";
import { wrap } from "./print/wrap.js";

export interface Choices<T> {
  readonly from: readonly T[];
  /** How a choice is called. */
  readonly say: (choice: T) => string;
}

/** The choice; undefined where none was wanted, or nobody can be asked. An answer that is no number of the list is asked again. */
export async function choose<T>(question: string, { from, say }: Choices<T>, env: Env): Promise<T | undefined> {
  if (env.ask === undefined) return undefined;
  env.tell(question);
  for (const [index, choice] of from.entries()) {
    env.tell(wrap(say(choice), env.columns, { first: `  ${index + 1}. `, rest: "     " }));
  }
  for (;;) {
    const answer = await env.ask(`Gõ một số từ 1 đến ${from.length}, hoặc 0 để thôi: `);
    if (answer === undefined || answer === "0" || answer === "") return undefined;
    const chosen = from[Number(answer) - 1];
    if (chosen !== undefined) return chosen;
    env.tell(`Không có mục «${answer}».`);
  }
}
