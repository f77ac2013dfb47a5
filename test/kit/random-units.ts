// Small random areas for laws: a nation of provinces of communes, who sent what, and a register of them. What is
// drawn here is plain figures; how they are added up is the test's own business.

import fc from "fast-check";
import { createRegister, type Register } from "../../src/model/register.js";
import type { Grouping, Level, Unit, UnitKey } from "../../src/model/unit.js";

export const AREA_DATE = "2025-11-30";

/** A commune's own figures by indicator: a value, or why there is none. */
export type DrawnFigure = number | "blank" | "not-on-form";

/** A figure, or for a fund one figure for each holder. */
export type DrawnFigures = ReadonlyMap<string, readonly (readonly [holder: string, figure: DrawnFigure])[]>;

export type CommuneState = "sent" | "missing" | "returned" | "no-association";

export interface DrawnCommune {
  readonly unit: Unit;
  readonly state: CommuneState;
  readonly figures: DrawnFigures;
  readonly isEstimated: boolean;
}

export interface DrawnProvince {
  readonly unit: Unit;
  readonly communes: readonly DrawnCommune[];
  /** Balance of the province's own fund; undefined where it sent no workbook of its own. */
  readonly ownFund: number | undefined;
  /** What its cover says of the communes in the area. */
  readonly cover: number | undefined;
}

export interface DrawnArea {
  readonly nation: Unit;
  readonly provinces: readonly DrawnProvince[];
  readonly register: Register;
}

export interface DrawnCodes {
  /** Indicators without a fund holder. */
  readonly plain: readonly string[];
  /** Indicators by fund holder. */
  readonly funds: readonly string[];
}

const HOLDERS = ["", "xã", "chi hội, ban", "dòng họ"];
/** Everything that the grouping «cum-1» holds. */
export const CLUSTER = "cum-1";

/** Areas of one to three provinces of one to four communes; a cluster of all provinces stands beside the tree. */
export function drawnArea(codes: DrawnCodes): fc.Arbitrary<DrawnArea> {
  const commune = fc.record({
    state: fc.constantFrom<CommuneState>("sent", "sent", "sent", "missing", "returned", "no-association"),
    isEstimated: fc.boolean(),
    plain: fc.array(figure(), { minLength: codes.plain.length, maxLength: codes.plain.length }),
    funds: fc.array(fund(), { minLength: codes.funds.length, maxLength: codes.funds.length }),
  });
  const province = fc.record({
    communes: fc.array(commune, { minLength: 1, maxLength: 4 }),
    ownFund: fc.option(fc.nat(1_000_000), { nil: undefined }),
    cover: fc.option(fc.nat(200), { nil: undefined }),
  });
  return fc.array(province, { minLength: 1, maxLength: 3 }).map((provinces) =>
    areaOf(
      provinces.map((drawn, p) => ({
        ...drawn,
        unit: unitOf(`0${p + 1}`, "province", "VN"),
        communes: drawn.communes.map(({ plain, funds, ...rest }, c) => ({
          ...rest,
          unit: unitOf(`0${p + 1}00${c + 1}`, "commune", `0${p + 1}`),
          figures: new Map([
            ...codes.plain.map((code, i) => [code, [["", plain[i] ?? "blank"]]] as const),
            ...codes.funds.map((code, i) => [code, funds[i] ?? []] as const),
          ]),
        })),
      })),
    ),
  );
}

function figure(): fc.Arbitrary<DrawnFigure> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.nat(5000) },
    { weight: 1, arbitrary: fc.constantFrom<DrawnFigure>(0, "blank", "not-on-form") },
  );
}

function fund(): fc.Arbitrary<readonly (readonly [string, DrawnFigure])[]> {
  const holder = fc.constantFrom(...HOLDERS.slice(1));
  return fc.uniqueArray(fc.tuple(holder, figure()), { minLength: 1, maxLength: 3, selector: ([name]) => name });
}

/** The area with its register: units in force since 1/7/2025, communes without an association as drawn. */
export function areaOf(provinces: readonly DrawnProvince[]): DrawnArea {
  const nation = unitOf("VN", "national", undefined);
  const communes = provinces.flatMap((province) => province.communes);
  const cluster: Grouping = {
    id: CLUSTER,
    name: "Cụm thi đua số 1",
    level: "province",
    from: undefined,
    until: undefined,
    members: provinces.map((province) => province.unit.code),
    leader: undefined,
    source: "kiểm thử",
  };
  const register = createRegister({
    units: [nation, ...provinces.map((province) => province.unit), ...communes.map((commune) => commune.unit)],
    successions: [],
    groupings: [cluster],
    associations: communes
      .filter((commune) => commune.state === "no-association")
      .map(({ unit }) => ({ unit: unit.key, founded: undefined, dissolved: undefined, source: "kiểm thử" })),
  });
  return { nation, provinces, register };
}

/** A unit in force since 1/7/2025. */
export function unitOf(code: string, level: Level, parentCode: string | undefined): Unit {
  const type = { national: "", province: "Tỉnh", district: "Huyện", commune: "Xã", branch: "" }[level];
  const key: UnitKey = `${code}@2025-07-01`;
  const name = `${type} số ${code}`.trim();
  return {
    key,
    code,
    name,
    type,
    level,
    parentCode,
    from: "2025-07-01",
    fromKnown: true,
    until: undefined,
    aliases: [],
  };
}
