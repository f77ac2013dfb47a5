// An office's own rows beside the shipped register, and the rows that are refused: file, line, reason.

import { describe, expect, test } from "vitest";
import { loadRegister, type RegisterFiles } from "../../src/catalogue/load-register.js";
import { treeAt } from "../../src/model/org-tree.js";
import { UsageError } from "../../src/model/usage-error.js";
import { declared, shippedRegister } from "../kit/shipped-register.js";

const UNITS = "code,from,from_known,until,name,type,level,parent,aliases";
const SUCCESSIONS = "old,next,extent,source";
const ASSOCIATIONS = "unit,founded,dissolved,source";
const BASE = [
  UNITS,
  "VN,2022-10-01,false,,Cả nước,,national,,",
  "38,2022-10-01,false,2025-07-01,Tỉnh Thanh Hóa,Tỉnh,province,VN,",
  "38,2025-07-01,true,,Tỉnh Thanh Hóa,Tỉnh,province,VN,",
  "14758,2025-07-01,true,,Phường Hàm Rồng,Phường,commune,38,",
].join("\n");

function own(text: Partial<Record<keyof RegisterFiles, string>>): Partial<RegisterFiles> {
  return Object.fromEntries(Object.entries(text).map(([kind, rows]) => [kind, [declared(`rieng/${kind}`, rows)]]));
}

function load(more: Partial<Record<keyof RegisterFiles, string>>) {
  const given = own(more);
  return loadRegister({
    units: [declared("units.csv", BASE), ...(given.units ?? [])],
    successions: given.successions ?? [],
    associations: given.associations ?? [],
    groupings: given.groupings ?? [],
  });
}

function refusal(more: Partial<Record<keyof RegisterFiles, string>>): UsageError {
  try {
    load(more);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("không bị từ chối");
}

describe("khai báo riêng của văn phòng", () => {
  test("Hội trực thuộc là đơn vị báo cáo của tỉnh, và xã đổi tên theo nghị quyết mới", () => {
    const register = shippedRegister(
      own({
        units: `${UNITS}\r\ntt:cong-an-tinh,2025-07-01,true,,Hội Khuyến học Công an tỉnh,,commune,38,\r\n14758,2025-07-01,true,2027-01-01,Xã Cũ,Xã,commune,38,\r\n14758,2027-01-01,true,,Phường Mới,Phường,commune,38,Xã Cũ\r\n`,
        successions: `${SUCCESSIONS}\n14758@2025-07-01,14758@2027-01-01,whole,nghị quyết thử`,
      }),
    );
    const tree = treeAt(register, "2027-01-31");
    const reporters = tree.reportersTo("38@2025-07-01").map((unit) => unit.name);
    expect(reporters).toHaveLength(167);
    expect(reporters).toContain("Hội Khuyến học Công an tỉnh");
    expect(register.at("14758", "2027-01-31")?.unit.name).toBe("Phường Mới");
    expect(register.at("14758", "2026-12-31")?.unit.name).toBe("Xã Cũ");
    expect(register.successorsOf("14758@2025-07-01")).toHaveLength(1);
  });

  test("chưa có Hội, thành lập, giải thể rồi thành lập lại", () => {
    const key = "14758@2025-07-01";
    const none = load({ associations: `${ASSOCIATIONS}\n${key},,,công văn` });
    expect(none.lacksAssociation(key, "2026-01-31")).toBe(true);
    expect(none.lacksAssociation("38@2025-07-01", "2026-01-31")).toBe(false);
    const twice = load({
      associations: `${ASSOCIATIONS}\n${key},2025-10-01,2026-02-01,a\n${key},2026-05-01,,b`,
    });
    const lacks = (["2025-09-30", "2025-10-01", "2026-02-01", "2026-05-01"] as const).map((date) =>
      twice.lacksAssociation(key, date),
    );
    expect(lacks).toEqual([true, false, true, false]);
  });

  test("cụm khai lại thay cho cụm cùng id", () => {
    const register = shippedRegister(
      own({
        groupings:
          '- id: cum-4\n  name: Cụm 4\n  level: province\n  from: 2025-07-01\n  members: ["38", "40"]\n  leader: "40"\n  source: thử\n',
      }),
    );
    expect(register.groupingAt("cum-4", "2025-12-31")?.members).toEqual(["38", "40"]);
    expect(register.groupingAt("cum-4", "2022-11-30")).toBeUndefined();
    expect(register.groupingAt("cum-1", "2022-11-30")?.members).toHaveLength(9);
  });
});

describe("dòng sai bị từ chối, kèm tệp và dòng", () => {
  test.each([
    ["ngày không có thật", "00001,2025-02-30,true,,Xã A,Xã,commune,38,", "ngày «2025-02-30»"],
    ["cấp lạ", "00001,2025-07-01,true,,Xã A,Xã,xa,38,", "không có cấp «xa»"],
    ["mã mất số 0", "4,2025-07-01,true,,Xã A,Xã,commune,38,", "mã «4» không đúng"],
    ["cấp trên lạ", "00001,2025-07-01,true,,Xã A,Xã,commune,99,", "không có đơn vị cấp trên mã «99»"],
    ["thiếu cấp trên", "00001,2025-07-01,true,,Xã A,Xã,commune,,", "ô parent"],
    [
      "hết hiệu lực trước khi bắt đầu",
      "00001,2025-07-01,true,2025-07-01,Xã A,Xã,commune,38,",
      "không sau ngày bắt đầu",
    ],
    ["tên khác loại", "00001,2025-07-01,true,,Phường A,Xã,commune,38,", "không bắt đầu bằng loại"],
    ["trùng thời gian", "14758,2026-01-01,true,,Xã A,Xã,commune,38,", "trùng thời gian với «Phường Hàm Rồng»"],
    ["thiếu ô", "00001,2025-07-01,true,,Xã A,Xã,commune,38", "có 8 ô, cần 9 ô"],
    ["nháy kép", '00001,2025-07-01,true,,"Xã A",Xã,commune,38,', "dấu nháy kép"],
    ["cờ lạ", "00001,2025-07-01,có,,Xã A,Xã,commune,38,", "from_known"],
  ])("units.csv: %s", (_case, row, reason) => {
    const error = refusal({ units: `${UNITS}\n\n${row}\n` });
    expect(error.code).toBe("declaration");
    expect(error.message).toContain("rieng/units, dòng 3: ");
    expect(error.message).toContain(reason);
    expect(error.hint).not.toBe("");
  });

  test("cấp trên hết hiệu lực trước đơn vị", () => {
    const rows = `${UNITS}\n45,2022-10-01,false,2025-07-01,Tỉnh Quảng Trị,Tỉnh,province,VN,\ntt:dai-hoc,2023-01-01,true,,Hội Đại học,,commune,45,`;
    const error = refusal({ units: rows });
    expect(error.message).toContain("dòng 3: cấp trên mã 45 không có hiệu lực trong suốt thời gian");
  });

  test("cùng khóa hai lần trong một tệp", () => {
    const row = "00001,2025-07-01,true,,Xã A,Xã,commune,38,";
    const error = refusal({ units: `${UNITS}\n${row}\n\n${row}` });
    expect(error.message).toContain("dòng 4: «00001@2025-07-01» đã có ở dòng 2");
  });

  test("dòng tiêu đề ngăn bằng dấu chấm phẩy", () => {
    expect(refusal({ units: UNITS.replaceAll(",", ";") }).message).toContain("dòng 1: dòng tiêu đề");
  });

  test.each([
    ["khóa lạ", "38@2022-10-01,39@2025-07-01,whole,nq", "không có đơn vị «39@2025-07-01»"],
    ["mức lạ", "38@2022-10-01,38@2025-07-01,all,nq", "mức kế thừa «all»"],
    ["thiếu nguồn", "38@2022-10-01,38@2025-07-01,whole,", "thiếu nguồn"],
    ["đơn vị cũ còn hiệu lực", "14758@2025-07-01,38@2025-07-01,whole,nq", "còn hiệu lực"],
  ])("successions.csv: %s", (_case, row, reason) => {
    const { message } = refusal({ successions: `${SUCCESSIONS}\n${row}` });
    expect(message).toContain("rieng/successions, dòng 2: ");
    expect(message).toContain(reason);
  });

  test.each([
    ["thành viên không có vào ngày ấy", 'until: 2025-07-01\n  members: ["38", "45"]', "thành viên «45»"],
    ["thành viên khác cấp", 'members: ["14758"]', "thành viên «14758»"],
    ["cụm trưởng ngoài cụm", 'members: ["38"]\n  leader: "40"', "cụm trưởng «40»"],
    ["ngày sai", 'from: 2025-13-01\n  members: ["38"]', "ngày không đúng"],
  ])("cụm thi đua: %s", (_case, rest, reason) => {
    const { message } = refusal({ groupings: `- id: c\n  name: Cụm\n  level: province\n  source: s\n  ${rest}\n` });
    expect(message).toContain("rieng/groupings, dòng ");
    expect(message).toContain(reason);
  });

  test("hai mục cùng id trùng thời gian", () => {
    const entry = '- id: c\n  name: Cụm\n  level: province\n  source: s\n  members: ["38"]\n';
    const { message } = refusal({ groupings: `${entry}  until: 2025-07-01\n${entry}  from: 2025-01-01\n` });
    expect(message).toContain("«c» có hai mục trùng thời gian");
  });
});
