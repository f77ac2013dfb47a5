// Which target a figure is held against.

import { describe, expect, it } from "vitest";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { targetFor } from "../../src/model/target.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const SHIPPED = "src/catalogue";
const PHU_THO = `
- id: ke-hoach-tinh
  document: Kế hoạch của tỉnh
  about: Công dân học tập
  dated: 2023-01-15
  scope: "25"
  source: minh họa
  targets:
    - { indicator: MH1_R1, year: 2025, atLeast: 60 }
    - { indicator: HV01, year: 2024, atLeast: 300000 }
`;

function withOwn(text: string) {
  const own = [{ path: "targets/tinh.yaml", shownPath: "khai-bao/targets/tinh.yaml", text }];
  return loadCatalogue(declarationsIn(SHIPPED), own);
}

function asked(indicator: string, year: number, chain: readonly string[], catalogue = shippedCatalogue()) {
  const question = { indicator, year, chain, asOf: `${year}-12-31` } as const;
  const target = targetFor(question, catalogue.targets, catalogue.register);
  return target === undefined ? undefined : [target.document, target.year, target.value];
}

const CHAIN = ["25@2022-10-01", "VN@2022-10-01"];

describe("the target of a figure", () => {
  it("is the nearest milestone of a document already issued", () => {
    expect(asked("MH2_R1", 2018, CHAIN)).toEqual(["Quyết định 281/QĐ-TTg", 2020, 0.7]);
    expect(asked("MH2_R1", 2021, CHAIN)).toBeUndefined();
    expect(asked("MH2_R1", 2024, CHAIN)).toEqual(["Quyết định 387/QĐ-TTg", 2025, 0.7]);
    expect(asked("MH2_R1", 2026, CHAIN)).toEqual(["Quyết định 387/QĐ-TTg", 2030, 0.8]);
    expect(asked("HV01", 2024, CHAIN)).toBeUndefined();
  });

  it("is that of the most specific scope, and of nobody else's", () => {
    const catalogue = withOwn(PHU_THO);
    expect(asked("MH1_R1", 2024, CHAIN, catalogue)).toEqual(["Kế hoạch của tỉnh", 2025, 0.6]);
    expect(asked("MH1_R1", 2024, ["26@2022-10-01"], catalogue)).toEqual(["Quyết định 677/QĐ-TTg", 2025, 0.4]);
    expect(asked("HV01", 2024, CHAIN, catalogue)).toEqual(["Kế hoạch của tỉnh", 2024, 300_000]);
  });

  it("does not pass to a unit of another territory that carries the code later", () => {
    const catalogue = withOwn(PHU_THO);
    expect(asked("MH1_R1", 2025, ["25@2025-07-01"], catalogue)).toEqual(["Quyết định 677/QĐ-TTg", 2025, 0.4]);
  });

  it("is unconfirmed where the document itself was not seen", () => {
    const later = shippedCatalogue().targets.filter(({ document, year }) => document.includes("387") && year === 2030);
    expect(later.length).toBe(4);
    expect(later.every(({ isConfirmed }) => !isConfirmed)).toBe(true);
  });
});

describe("a wrong declaration", () => {
  it.each([
    ["an unknown indicator", PHU_THO.replace("MH1_R1", "MH99"), /dòng 9: không có chỉ tiêu «MH99»/],
    ["a share above 100 %", PHU_THO.replace("atLeast: 60", "atLeast: 160"), /dòng 9: tỉ lệ 160 lớn hơn 100 %/],
    ["an unknown unit", PHU_THO.replace('"25"', '"5x"'), /dòng 6: không có đơn vị hay cụm «5x»/],
    [
      "a figure stated twice",
      PHU_THO.replace("HV01, year: 2024, atLeast: 300000", "MH1_R1, year: 2025, atLeast: 3"),
      /dòng 10: .*ghi hai lần/,
    ],
  ])("is refused with its line: %s", (_what, text, message) => {
    expect(() => withOwn(text)).toThrow(message);
  });
});
