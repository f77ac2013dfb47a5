// The kinds of thing a record speaks of, for rules that are meant for some of them only.

import type { FigureRecord } from "../model/rule.js";

export const SUBJECTS = ["branch", "child", "unit"] as const satisfies readonly FigureRecord["subject"][];
