// How a criterion is scored, in words.

import type { Indicator } from "../../model/indicator.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { Scoring } from "../../model/scoresheet.js";
import { plainText } from "./plain-text.js";

/** «Theo tỉ lệ: đủ điểm khi «Tỉ lệ hội viên trên dân số» đạt 30 %». */
export function wayText(scoring: Scoring, indicators: ReadonlyMap<string, Indicator>): string {
  if (scoring.by === "manual") return "Chấm tay, có minh chứng";
  const indicator = indicators.get(scoring.indicator);
  const name = indicator?.name ?? scoring.indicator;
  const shown = (value: number): string =>
    indicator === undefined ? vietnameseNumber(value) : plainText(value, indicator);
  switch (scoring.by) {
    case "linear": {
      const full = scoring.full === "target" ? "chỉ tiêu đang có hiệu lực" : shown(scoring.full);
      const start = scoring.from === 0 ? "" : `, tính từ ${shown(scoring.from)}`;
      return `Theo tỉ lệ: đủ điểm khi «${name}» đạt ${full}${start}`;
    }
    case "steps": {
      const steps = scoring.steps.map(
        ({ atLeast, points }) => `từ ${shown(atLeast)}: ${vietnameseNumber(points)} điểm`,
      );
      return `Theo bậc, «${name}»: ${steps.join("; ")}`;
    }
    case "yes-no":
      return `Có hoặc không: «${name}» từ ${shown(scoring.atLeast)} trở lên`;
  }
}
