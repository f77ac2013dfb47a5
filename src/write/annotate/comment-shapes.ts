// The boxes of comments in the old drawing format, without which Excel shows no comment. Its parts are often no well-formed
// XML (Excel itself leaves line breaks unclosed), so they are changed as text: shapes are added before the end or taken out.

import type { CellAddress } from "../../model/cell-address.js";

const SPACES = [
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["x", "urn:schemas-microsoft-com:office:excel"],
] as const;
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const LAST_COLUMN = 16_384;
/** Columns and rows a box takes; long texts take more rows. */
const BOX_COLUMNS = 4;
const LETTERS_A_LINE = 42;
const LAST_ROW = 1_048_576;

/** A drawing part without any shape. `number` keeps ids of several sheets apart. */
export function emptyDrawing(number: number): string {
  const spaces = SPACES.map(([prefix, space]) => ` xmlns:${prefix}="${space}"`).join("");
  return `<xml${spaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>${SHAPE_TYPE}</xml>`;
}

export interface NoteBox {
  readonly cell: CellAddress;
  readonly text: string;
}

/** The drawing with one box more for each note. */
export function withBoxes(drawing: string, boxes: readonly NoteBox[]): string {
  if (boxes.length === 0) return drawing;
  const end = drawing.lastIndexOf("</xml>");
  if (end < 0) return drawing;
  const block = 1024 * Number(/<o:idmap\b[^>]*\bdata="(\d{1,5})/.exec(drawing)?.[1] ?? "1");
  const first = 1 + Math.max(block, ...[...drawing.matchAll(/_x0000_s(\d{1,9})/g)].map(([, id]) => Number(id)));
  const type = drawing.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
  const shapes = boxes.map((box, index) => shapeXml(box, first + index));
  const added = declared(drawing, type + shapes.join(""));
  return drawing.slice(0, end) + added + drawing.slice(end);
}

/** The drawing without the comment boxes of these cells. */
export function withoutBoxes(drawing: string, isGone: (cell: CellAddress) => boolean): string {
  return drawing.replace(/<v:shape\b(?:(?!<v:shape\b)[\s\S])*?<\/v:shape>\s*/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
    const isNote = /ObjectType\s*=\s*["']Note["']/.test(shape) && row !== undefined && column !== undefined;
    return isNote && isGone({ row: Number(row) + 1, column: Number(column) + 1 }) ? "" : shape;
  });
}

/** Shapes under the usual prefixes, which are declared on them where the drawing does not. */
function declared(drawing: string, shapes: string): string {
  const missing = SPACES.filter(([prefix, space]) => !drawing.includes(`xmlns:${prefix}="${space}"`));
  const spaces = missing.map(([prefix, space]) => ` xmlns:${prefix}="${space}"`).join("");
  return shapes.replace(/<v:shape(?:type)? /g, (start) => `${start.trimEnd()}${spaces} `);
}

function shapeXml({ cell, text }: NoteBox, id: number): string {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / LETTERS_A_LINE), 1);
  const left = Math.min(cell.column, LAST_COLUMN - BOX_COLUMNS - 1);
  const top = Math.min(Math.max(0, cell.row - 2), LAST_ROW - 30);
  const anchor = [left, 15, top, 10, left + BOX_COLUMNS, 31, top + Math.min(24, Math.max(4, lines)), 9].join(", ");
  return [
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:230pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${cell.row - 1}</x:Row><x:Column>${cell.column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join("");
}
