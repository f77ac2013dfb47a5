// Words that are Vietnamese syllables, and words of wrong readings that are none.

import { describe, expect, it } from "vitest";
import { isSyllable } from "../../../src/read/legacy-text/is-syllable.js";
import { weigh } from "../../../src/read/legacy-text/weigh-text.js";
import { unitNames } from "../../kit/unit-names.js";

const YES =
  "xã hội khuyến học thị trấn phường quỹ quyên quốc quyết quở giếng giặt gì gìn già giữ nghĩa nghiêng ghế kỹ kiên yên yêu ỷ ý uỷ " +
  "hòa hoà thúy thuý khỏe khoẻ quý thuở huế tuệ khuya khuỷu huỳnh quỳnh xoong hoặc oản mượn hươu tiêu đoàn đường HỘI Đảng Mỹ Thuỵ";
const NO =
  "Tæng hé, kà cế ngế gế kuy ghà gii b ệ hoac tât mat chếch2 cướpp lựong Đắk Krông Lắk Kon hòá họcc ưở yà iên qúy muà " +
  "tóc̀ ếch1 cafe Björn é xò̃";

describe("syllables", () => {
  it.each(YES.split(" ").filter((word) => word.length > 1))("%s", (word) => expect(isSyllable(word)).toBe(true));

  it.each(NO.split(" "))("not %s", (word) => expect(isSyllable(word)).toBe(false));

  it.each(["bác", "bạc", "sạch", "thiếp", "mượt"])("%s ends short, and only with sắc or nặng", (word) => {
    expect(isSyllable(word)).toBe(true);
    const bare = word.normalize("NFD").replace(/[\u0301\u0323]/, "");
    for (const tone of ["", "\u0300", "\u0303", "\u0309"]) {
      expect(isSyllable(bare.replace(/([aeiouy]\p{M}*)(?=[cpt])/u, `$1${tone}`).normalize("NFC"))).toBe(false);
    }
  });

  it("covers the names of all units but those of minority languages", () => {
    const words = unitNames().flatMap((name) => name.match(/\p{L}{2,}/gu) ?? []);
    const strange = words.filter((word) => !isSyllable(word));
    expect(strange.length / words.length).toBeLessThan(0.03);
    expect(strange).toEqual(expect.arrayContaining(["Đắk", "Krông", "Pleiku"]));
  });
});

describe("weights", () => {
  it("counts words with more than plain letters, as they stand and under each encoding", () => {
    expect(weigh("Tæng sè hé gia ®×nh")).toMatchObject({ words: 4, valid: 2 });
    expect(weigh("Tæng sè hé gia ®×nh").under.TCVN3).toEqual({ valid: 4, gained: 2, lost: 0, foreign: 0 });
    expect(weigh("Hà Nội").under.VNI).toEqual({ valid: 0, gained: 0, lost: 2, foreign: 2 });
  });

  it.each(["5×3", "5 × 3 × 2", "12 m²", "HV01", "«Chi»", "±5", "10 °C", "©", "½", "1.500 ®"])(
    "%s has nothing to gain",
    (text) => {
      const { under } = weigh(text);
      expect([under.TCVN3.gained, under.VNI.gained]).toEqual([0, 0]);
    },
  );
});
