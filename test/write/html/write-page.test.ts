// The page of a report: one file, the same words as the other formats, told to those who do not see it too.

import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/lay-out/document/document-of.js";
import { layOutReport } from "../../../src/lay-out/report/lay-out-report.js";
import type { DocumentPlan } from "../../../src/model/document-plan.js";
import { writePage } from "../../../src/write/html/write-page.js";
import { chromium, measured, printed } from "../../kit/chromium.js";
import { exampleReportCatalogue, exampleReportInput } from "../../kit/example-report.js";

const plan = documentOf(layOutReport(exampleReportInput(), exampleReportCatalogue()));
const page = pageOf(plan);

function pageOf(document: DocumentPlan): string {
  return Buffer.from(writePage(document)).toString("utf8");
}

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
}

function planWith(text: string): DocumentPlan {
  const blocks = [{ kind: "paragraph", text, look: "body", isIndented: true } as const];
  return {
    ...plan,
    title: text,
    sections: [{ name: text, isLandscape: false, numbersFirst: false, stamp: text, blocks }],
  };
}

describe("a page", () => {
  it("needs nothing from outside and is the same bytes again", () => {
    expect(page).not.toMatch(/https?:|src=|@import|<script|<link/);
    expect(pageOf(plan)).toBe(page);
  });

  it("leads with one title, then headings without a step left out", () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => void expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    expect(page).toContain('<html lang="vi">');
  });

  it("has ids once each, and every one that something points to", () => {
    const ids = attributes(page, "id");
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...attributes(page, "aria-labelledby").flatMap((names) => names.split(" ")),
      ...attributes(page, "href").map((href) => href.slice(1)),
    ];
    expect(named.filter((name) => !ids.includes(name))).toEqual([]);
  });

  it("names tables, their headings and rows", () => {
    const tables = page.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      expect(table.match(/<th(?![^>]*scope=)[ >]/)).toBeNull();
    }
    expect(tables[0]).toContain('<th scope="colgroup" colspan="3">Hội viên</th>');
    expect(tables[0]).toMatch(/<th scope="row">Phường Đông Hà<\/th><td class="number">18\.250<\/td>/);
    expect(tables[0]).toContain('<td class="number bar" style="--share:34.9%">34,89%</td>');
  });

  it("draws charts with a title and every figure in words, and none for what is not known", () => {
    const charts = page.match(/<svg.*?<\/svg>/gs) ?? [];
    expect(charts).toHaveLength(4);
    expect(charts[0]).toMatch(/<title [^>]*>Hội viên \(người\)<\/title><desc [^>]*>[^<]*Xã Lao Bảo: …/);
    expect(charts[0]?.match(/<rect/g)).toHaveLength(4 + 2);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("says on the page and at the head of its prints that figures are provisional", () => {
    expect(page).toContain('<p class="warning">SỐ LIỆU TẠM TÍNH (2/3 xã)</p>');
    expect(page).toContain('@top-right { content: "SỐ LIỆU TẠM TÍNH (2/3 xã)"');
  });

  it("takes text as text, in the style sheet too", () => {
    const hostile = pageOf(planWith('</style><script>alert("1")</script>\u0000'));
    expect(hostile).not.toContain("<script");
    expect(hostile.match(/<\/style>/g)).toHaveLength(1);
    expect(hostile).toContain("&lt;/style&gt;&lt;script&gt;");
  });
});

const without = chromium === undefined ? " — NOT TRIED: no Chromium on this machine" : "";

describe.skipIf(chromium === undefined)(`shown by Chromium${without}`, () => {
  it("fits a phone: only tables scroll to the side, and by themselves", { timeout: 90_000 }, () => {
    const found = measured(
      page,
      360,
      `(shown) => ({
        beyond: shown.documentElement.scrollWidth - shown.documentElement.clientWidth,
        tables: [...shown.querySelectorAll(".scroll")].filter((one) => one.scrollWidth > one.clientWidth).length,
        charts: [...shown.querySelectorAll("svg")].every((one) => one.getBoundingClientRect().width > 250),
        letters: Math.min(...[...shown.querySelectorAll("svg text")].map((one) => one.getBoundingClientRect().height)),
      })`,
    );
    expect(found).toEqual({ beyond: 0, tables: 2, charts: true, letters: expect.any(Number) });
    expect(Number(Object(found).letters)).toBeGreaterThan(9);
  });

  it("prints letters upright and wide tables across", { timeout: 90_000 }, () => {
    const pdf = printed(page).toString("latin1");
    const papers = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    );
    expect(papers).toContain(true);
    expect(papers).toContain(false);
  });
});
