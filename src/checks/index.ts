// Every kind of check a rule may name. A new kind is a file beside this one and a line here.

import { balance } from "./balance.js";
import type { CheckKind } from "./check-kind.js";
import { equal } from "./equal.js";
import { notAbove } from "./not-above.js";
import { partsOfWhole } from "./parts-of-whole.js";
import { totalRow } from "./total-row.js";
import { unique } from "./unique.js";

export const CHECK_KINDS: ReadonlyMap<string, CheckKind> = new Map(
  [notAbove, partsOfWhole, balance, equal, totalRow, unique].map((kind) => [kind.name, kind]),
);
