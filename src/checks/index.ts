// Every kind of check a rule may name. A new kind is a file beside this one and a line here.

import { agrees } from "./agrees.js";
import { balance } from "./balance.js";
import type { CheckKind } from "./check-kind.js";
import { equal } from "./equal.js";
import { handedOver } from "./handed-over.js";
import { inBand } from "./in-band.js";
import { listedAlike } from "./listed-alike.js";
import { listedApart } from "./listed-apart.js";
import { listedCount } from "./listed-count.js";
import { listedNotAbove } from "./listed-not-above.js";
import { listedOnce } from "./listed-once.js";
import { listedValid } from "./listed-valid.js";
import { listedWith } from "./listed-with.js";
import { noJump } from "./no-jump.js";
import { notAbove } from "./not-above.js";
import { notGiven } from "./not-given.js";
import { partsComplete, partsOfWhole } from "./parts-of-whole.js";
import { sameAsBefore } from "./same-as-before.js";
import { seriesBreak } from "./series-break.js";
import { slipAmongSiblings } from "./slip-among-siblings.js";
import { slipFromPast } from "./slip-from-past.js";
import { territoryChanged } from "./territory-changed.js";
import { totalRow } from "./total-row.js";
import { typedPercent } from "./typed-percent.js";
import { unique } from "./unique.js";
import { withinSources } from "./within-sources.js";

export const CHECK_KINDS: ReadonlyMap<string, CheckKind> = new Map(
  [
    notAbove,
    partsOfWhole,
    partsComplete,
    balance,
    equal,
    agrees,
    inBand,
    typedPercent,
    notGiven,
    totalRow,
    unique,
    sameAsBefore,
    noJump,
    territoryChanged,
    seriesBreak,
    slipFromPast,
    slipAmongSiblings,
    withinSources,
    handedOver,
    listedNotAbove,
    listedWith,
    listedApart,
    listedOnce,
    listedAlike,
    listedCount,
    listedValid,
  ].map((kind) => [kind.name, kind]),
);
