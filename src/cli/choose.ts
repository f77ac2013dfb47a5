// A numbered list at a terminal, of which one is chosen.

import type { Env } from "./env.js";
import type { Say } from "./language.js";
import { wrap } from "./print/wrap.js";

export interface Choices<T> {
  readonly from: readonly T[];
  /** How a choice is called. */
  readonly nameOf: (choice: T) => string;
  readonly say: Say;
}

/** The choice; undefined where none was wanted, or nobody can be asked. An answer that is no number of the list is asked again. */
export async function choose<T>(question: string, { from, nameOf, say }: Choices<T>, env: Env): Promise<T | undefined> {
  if (env.ask === undefined) return undefined;
  env.tell(say(question));
  for (const [index, choice] of from.entries()) {
    env.tell(wrap(nameOf(choice), env.columns, { first: `  ${index + 1}. `, rest: "     " }));
  }
  for (;;) {
    const answer = await env.ask(say(`Gõ một số từ 1 đến ${from.length}, hoặc 0 để thôi: `));
    if (answer === undefined || answer === "0" || answer === "") return undefined;
    const chosen = from[Number(answer) - 1];
    if (chosen !== undefined) return chosen;
    env.tell(say(`Không có mục «${answer}».`));
  }
}
