// Indicators for tests that want no more of them than they speak of.

import type { Indicator } from "../../src/model/indicator.js";

/** A stock counted in persons under its own code, with what the test changes. */
export function indicator(code: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: `Chỉ tiêu ${code}`,
    nameEn: "",
    measuredIn: "người",
    kind: "STOCK",
    partOf: undefined,
    recordedAt: "branch",
    form: "",
    serves: "",
    family: "",
    optional: false,
    isHeadline: false,
    note: "",
    count: undefined,
    sumOf: undefined,
    ratio: undefined,
    ...changes,
  };
}

/** Indicators by code, as a catalogue keeps them. */
export function indicatorMap(...indicators: readonly Indicator[]): ReadonlyMap<string, Indicator> {
  return new Map(indicators.map((one) => [one.code, one]));
}
