// One workbook with very many rows, written as Excel writes it: a commune's list of branches, its texts shared, its cells
// styled. Put together from text, because no library writes a million rows in reasonable time. Seeded: the same bytes
// on every machine.

import { columnLetters } from "../../src/model/cell-address.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { workbookParts } from "../kit/zip-package.js";

/** A column: its heading and what row `n` (from 1) holds, a number or an index into the shared texts. */
interface LargeColumn {
  readonly heading: string;
  readonly cell: (n: number, texts: Texts) => string;
}

type Texts = (text: string) => number;

const STYLE_OF_TEXT = 1;
const STYLE_OF_NUMBER = 2;
const TITLES = [
  "HỘI KHUYẾN HỌC XÃ HƯỚNG PHÙNG",
  "TỔ CHỨC VÀ HỘI VIÊN",
  "Đơn vị: Xã Hướng Phùng",
  "Mã đơn vị: 19441",
  "Kỳ báo cáo: Năm 2022",
  "Số liệu tính đến ngày: 30/11/2022",
];
const TYPES = ["thôn-TDP", "trường học", "cơ quan", "dòng họ"];
const ROWS_PER_PIECE = 10_000;

const text =
  (value: (n: number) => string): LargeColumn["cell"] =>
  (n, texts) =>
    ` s="${STYLE_OF_TEXT}" t="s"><v>${texts(value(n))}`;
const number =
  (value: (n: number) => number): LargeColumn["cell"] =>
  (n) =>
    ` s="${STYLE_OF_NUMBER}"><v>${value(n)}`;
const opening = (n: number): number => 20 + ((n * 7919) % 180);
const admitted = (n: number): number => (n * 31) % 12;
const left = (n: number): number => (n * 17) % 5;
const closing = (n: number): number => opening(n) + admitted(n) - left(n);

const SYLLABLES =
  "An Bình Cát Châu Cường Dân Dương Đại Đoài Đông Đồng Đức Giang Hà Hải Hạ Hòa Hoàng Hồng Hợp Hưng Hương Khánh Khê Kim Lâm Lạc Lập Liên Long Lộc Lương Minh Mỹ Nam Nghĩa Ngọc Nhân Ninh Phong".split(
    " ",
  );

/** Another one for each number below 2,5 million. Not numbered: such names would be alike but for their numbers, which no real list is. */
function village(n: number): string {
  const words = [0, 1, 2, 3].map((place) => SYLLABLES[Math.floor(n / SYLLABLES.length ** place) % SYLLABLES.length]);
  return words.join(" ");
}

const NUMBER: LargeColumn = { heading: "STT", cell: number((n) => n) };
const NAME: LargeColumn = { heading: "Tên chi hội, ban", cell: text((n) => `Chi hội thôn ${village(n)}`) };
const KIND: LargeColumn = { heading: "Hình thức", cell: text((n) => (n % 3 === 0 ? "ban" : "chi hội")) };
const TYPE: LargeColumn = { heading: "Loại", cell: text((n) => TYPES[n % TYPES.length] ?? "") };
const CLOSING: LargeColumn = { heading: "Hội viên cuối kỳ", cell: number(closing) };
const WOMEN: LargeColumn = { heading: "Trong đó: nữ", cell: number((n) => Math.floor(closing(n) / 2)) };

/** The columns of a branch list, six of them. */
export const NARROW: readonly LargeColumn[] = [NUMBER, NAME, KIND, TYPE, CLOSING, WOMEN];

/** The columns of a branch list, twelve of them. */
export const WIDE: readonly LargeColumn[] = [
  NUMBER,
  { heading: "Mã", cell: text((n) => `CH${n}`) },
  NAME,
  KIND,
  TYPE,
  { heading: "Dân số", cell: number((n) => 300 + ((n * 13) % 700)) },
  { heading: "Hội viên đầu kỳ", cell: number(opening) },
  { heading: "Mới kết nạp", cell: number(admitted) },
  { heading: "Giảm", cell: number(left) },
  CLOSING,
  WOMEN,
  { heading: "Trong đó: đảng viên", cell: number((n) => Math.floor(closing(n) / 5)) },
];

const SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Hồ", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const MIDDLES = ["Văn", "Thị", "Thị Thu", "Quang", "Ngọc", "Đức", "Thanh", "Minh", "Xuân", "Hữu"];
const GIVENS = [
  "An",
  "Bình",
  "Châu",
  "Dũng",
  "Giang",
  "Hòa",
  "Hương",
  "Khánh",
  "Lan",
  "Minh",
  "Nam",
  "Sơn",
  "Tùng",
  "Yến",
];

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? "";
const twoDigits = (n: number): string => String(n).padStart(2, "0");
const day = (n: number): string =>
  `${twoDigits(1 + (n % 28))}/${twoDigits(1 + ((n >> 3) % 12))}/${1940 + ((n * 13) % 64)}`;
const person = (n: number): string => `${pick(SURNAMES, n)} ${pick(MIDDLES, n >> 2)} ${pick(GIVENS, (n * 7919) >> 4)}`;

/** The columns of a roster of members; one in a thousand stands in it twice, in another branch and without a card. */
export const ROSTER: readonly LargeColumn[] = [
  NUMBER,
  { heading: "Số thẻ", cell: text((n) => (n % 1000 === 0 ? "" : `QT-${n}`)) },
  { heading: "Họ và tên", cell: text((n) => person(n % 1000 === 0 ? n - 1 : n)) },
  { heading: "Ngày, năm sinh", cell: text((n) => day(n % 1000 === 0 ? n - 1 : n)) },
  { heading: "Giới tính", cell: text((n) => (n % 2 === 0 ? "nam" : "nữ")) },
  { heading: "Dân tộc", cell: text((n) => (n % 9 === 0 ? "Vân Kiều" : "Kinh")) },
  { heading: "Đảng viên", cell: text((n) => (n % 4 === 0 ? "x" : "")) },
  { heading: "Ngày vào Hội", cell: text((n) => String(2000 + (n % 22))) },
  { heading: "Chi hội, ban", cell: text((n) => `Chi hội thôn ${n % 400}`) },
];

/** A workbook of one sheet with so many rows of these columns, `blankRows` empty styled ones below them. */
export function largeBook(columns: readonly LargeColumn[], rows: number, blankRows = 0): Uint8Array {
  const index = new Map<string, number>();
  const texts: Texts = (value) => {
    const known = index.get(value);
    if (known !== undefined) return known;
    index.set(value, index.size);
    return index.size - 1;
  };
  const sheet = Buffer.concat(sheetPieces(columns, { rows, blankRows, texts }));
  const parts = workbookParts({ sheets: [["Danh sách chi hội", ""]], strings: "", styles: styles() });
  parts.delete("xl/sharedStrings.xml");
  parts.delete("xl/worksheets/sheet1.xml");
  return writeZip([
    ...[...parts].map(([name, content]) => packPart(name, Buffer.from(content))),
    packPart("xl/worksheets/sheet1.xml", sheet),
    packPart("xl/sharedStrings.xml", sharedTexts([...index.keys()])),
  ]);
}

interface LargeSheet {
  readonly rows: number;
  readonly blankRows: number;
  readonly texts: Texts;
}

function sheetPieces(columns: readonly LargeColumn[], { rows, blankRows, texts }: LargeSheet): Buffer[] {
  const letters = columns.map((_, column) => columnLetters(column + 1));
  const first = TITLES.length + 2;
  const cell = (column: number, row: number, content: string): string =>
    `<c r="${letters[column] ?? ""}${row}"${content}</v></c>`;
  const line = (row: number, cells: string): string => `<row r="${row}" spans="1:${columns.length}">${cells}</row>`;
  const titles = TITLES.map((title, at) => line(at + 1, cell(0, at + 1, ` t="s"><v>${texts(title)}`)));
  const headings = columns.map(({ heading }, column) =>
    cell(column, first, ` s="${STYLE_OF_TEXT}" t="s"><v>${texts(heading)}`),
  );
  const pieces = [
    Buffer.from(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${titles.join("")}${line(first, headings.join(""))}`,
    ),
  ];
  const lineOf = (n: number): string =>
    n <= rows
      ? line(first + n, columns.map((column, at) => cell(at, first + n, column.cell(n, texts))).join(""))
      : line(first + n, letters.map((letter) => `<c r="${letter}${first + n}" s="${STYLE_OF_TEXT}"/>`).join(""));
  for (let start = 1; start <= rows + blankRows; start += ROWS_PER_PIECE) {
    const count = Math.min(ROWS_PER_PIECE, rows + blankRows + 1 - start);
    pieces.push(Buffer.from(Array.from({ length: count }, (_, offset) => lineOf(start + offset)).join("")));
  }
  return [...pieces, Buffer.from("</sheetData></worksheet>")];
}

function sharedTexts(texts: readonly string[]): Buffer {
  const items = texts.map((one) => `<si><t>${one}</t></si>`);
  return Buffer.from(
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${texts.length}" uniqueCount="${texts.length}">${items.join("")}</sst>`,
  );
}

function styles(): string {
  const xf = (format: number): string => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  return `<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">${xf(0)}${xf(0)}${xf(3)}</cellXfs>`;
}
