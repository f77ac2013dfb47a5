// Codes that nobody carries: what may have been meant.

import { expect, test } from "vitest";
import { treeAt } from "../../src/model/org-tree.js";
import { nearCodes } from "../../src/normalise/near-codes.js";
import { shippedRegister } from "../kit/shipped-register.js";

const tree = treeAt(shippedRegister(), "2025-12-31");
const province = tree.byCode("44");
const communes = province === undefined ? [] : tree.reportersTo(province.key);

test.each([
  ["14941", "19441", "hai chữ số đổi chỗ"],
  ["19449", "19441", "sai một chữ số"],
  [" 91441 ", "19441", "đổi chỗ ở đầu"],
])("%s gần %s: %s", (typed, meant) => {
  expect(tree.byCode(typed.trim())?.parentCode).not.toBe("44");
  expect(nearCodes(typed, communes).map(({ code }) => code)).toContain(meant);
});

test("mất số 0 ở đầu, và không gợi ý khi khác quá", () => {
  const haNoi = [...tree.units()].filter(({ parentCode }) => parentCode === "01");
  expect(nearCodes("4", haNoi).map(({ code }) => code)).toEqual(["00004"]);
  for (const typed of ["", "tt:abc", "99999", "Xã Hướng Phùng", "1944"]) expect(nearCodes(typed, communes)).toEqual([]);
});
