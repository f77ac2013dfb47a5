// Forms as an office has them: a workbook with a chart, a picture-like frame and formulas around its coded cells, and a
// Word document with a table. Both carry codes in plain cells, in sentences, and split over runs.

import { escapeXml, link, relationships, workbookParts, zipPackage } from "./zip-package.js";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = "Biểu 1";

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="13"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"><alignment horizontal="center"/></xf><xf borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="164" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="10" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/></cellXfs>';

/** Texts of the list: plain ones, and one in three runs that cut a code apart. */
const TEXTS = [
  "BÁO CÁO CỦA {{đơn vị}}",
  "{{mỗi đơn vị}}{{tên}}",
  "{{HV01}}",
  "{{Q02|triệu}}",
  "Cộng",
  "Tỉ lệ hội viên",
  "{{HV01R}}",
  "{{phủ}}",
] as const;
const CUT =
  '<si><r><t xml:space="preserve">Đến {{</t></r><r><rPr><b/></rPr><t>chố</t></r><r><t xml:space="preserve">t}} có </t></r><r><rPr><b/></rPr><t>{{HV01}}</t></r><r><t xml:space="preserve"> hội viên</t></r></si>';

function string(ref: string, text: (typeof TEXTS)[number], style = 2): string {
  return `<c r="${ref}" s="${style}" t="s"><v>${TEXTS.indexOf(text)}</v></c>`;
}

function formSheet(): string {
  return [
    `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><dimension ref="A1:D12"/>`,
    '<cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="4" width="16" customWidth="1"/></cols><sheetData>',
    `<row r="1">${string("A1", "BÁO CÁO CỦA {{đơn vị}}", 1)}</row><row r="2"><c r="A2" t="s"><v>${TEXTS.length}</v></c></row>`,
    '<row r="4"><c r="A4" s="2" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="B4" s="2" t="inlineStr"><is><t>Hội viên</t></is></c><c r="C4" s="2" t="inlineStr"><is><t>Vận động</t></is></c><c r="D4" s="2" t="inlineStr"><is><t>Bình quân</t></is></c></row>',
    `<row r="5" ht="18" customHeight="1">${string("A5", "{{mỗi đơn vị}}{{tên}}")}${string("B5", "{{HV01}}", 3)}${string("C5", "{{Q02|triệu}}", 3)}<c r="D5" s="3"><f>C5/B5</f><v>0</v></c></row>`,
    `<row r="6">${string("A6", "Cộng")}<c r="B6" s="3"><f t="shared" ref="B6:C6" si="0">SUM(B5:B5)</f><v>0</v></c><c r="C6" s="3"><f t="shared" si="0"/><v>0</v></c><c r="D6" s="3"><f>C6/$B$6</f><v>0</v></c></row>`,
    `<row r="8">${string("A8", "Tỉ lệ hội viên")}${string("B8", "{{HV01R}}", 4)}${string("C8", "{{HV01R}}", 3)}</row>`,
    `<row r="9">${string("A9", "{{phủ}}")}</row><row r="12"><c r="A12" t="inlineStr"><is><t>Người lập</t></is></c></row></sheetData>`,
    '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="E5:F5"/><mergeCell ref="A12:B12"/></mergeCells>',
    '<conditionalFormatting sqref="B5"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>$B$8</formula></cfRule></conditionalFormatting>',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><headerFooter><oddFooter>&amp;L{{kỳ}}&amp;RTrang &amp;P</oddFooter></headerFooter><drawing r:id="rId1"/></worksheet>',
  ].join("");
}

const CHART = `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Hội viên {{n</a:t></a:r><a:r><a:t>ăm}}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>'${SHEET}'!$A$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>'${SHEET}'!$B$5:$B$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
const FRAME = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>13</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>28</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

/** A sheet without codes, a formula of which speaks of the filled one. */
const OTHER = `<sheetData><row r="1"><c r="A1"><f>'${SHEET}'!B6*2</f><v>0</v></c><c r="B1"><v>7</v></c></row></sheetData>`;
const APART = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>';
const TYPES = [
  ["xl/workbook.xml", "spreadsheetml.sheet.main"],
  ["xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"],
  ["xl/worksheets/sheet2.xml", "spreadsheetml.worksheet"],
  ["xl/worksheets/sheet3.xml", "spreadsheetml.worksheet"],
  ["xl/sharedStrings.xml", "spreadsheetml.sharedStrings"],
  ["xl/styles.xml", "spreadsheetml.styles"],
  ["xl/calcChain.xml", "spreadsheetml.calcChain"],
  ["xl/drawings/drawing1.xml", "drawing"],
  ["xl/charts/chart1.xml", "drawingml.chart"],
] as const;

/** The parts of the workbook; `change` puts others in their place. */
export function officeWorkbook(change: (parts: Map<string, string>) => void = () => undefined): Uint8Array {
  const strings = TEXTS.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join("") + CUT;
  const parts = workbookParts({
    sheets: [
      [SHEET, formSheet()],
      ["Biểu 2", OTHER],
      ["Riêng", APART],
    ],
    strings,
    styles: STYLES,
    after: `<definedNames><definedName name="Tong">'${SHEET}'!$B$6</definedName></definedNames><calcPr calcId="171027"/>`,
  });
  const overrides = TYPES.map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  const all = new Map([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    ],
    ...parts,
  ]);
  const links = parts.get("xl/_rels/workbook.xml.rels") ?? "";
  all.set(
    "xl/_rels/workbook.xml.rels",
    links.replace("</Relationships>", `${link("rIdChain", "calcChain", "calcChain.xml")}</Relationships>`),
  );
  all.set("xl/worksheets/_rels/sheet1.xml.rels", relationships([link("rId1", "drawing", "../drawings/drawing1.xml")]));
  all.set("xl/drawings/drawing1.xml", FRAME);
  all.set("xl/drawings/_rels/drawing1.xml.rels", relationships([link("rId1", "chart", "../charts/chart1.xml")]));
  all.set("xl/charts/chart1.xml", CHART);
  all.set(
    "xl/calcChain.xml",
    `${HEAD}<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D5" i="1"/><c r="B6" i="1"/></calcChain>`,
  );
  change(all);
  return zipPackage(all);
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const WORD_TYPES = [
  ["word/document.xml", "document.main"],
  ["word/header1.xml", "header"],
  ["word/footer1.xml", "footer"],
  ["word/settings.xml", "settings"],
] as const;

function paragraph(...runs: readonly string[]): string {
  const pieces = runs.map((text, index) => {
    const look = index % 2 === 1 ? "<w:rPr><w:b/></w:rPr>" : "";
    const space = text === text.trim() ? "" : ' xml:space="preserve"';
    return `<w:r>${look}<w:t${space}>${escapeXml(text)}</w:t></w:r>`;
  });
  return `<w:p>${pieces.join('<w:proofErr w:type="spellEnd"/>')}</w:p>`;
}

function tableRow(...texts: readonly string[]): string {
  const cells = texts.map((text) => `<w:tc><w:tcPr><w:tcW w:w="2300" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`);
  return `<w:tr>${cells.join("")}</w:tr>`;
}

const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4"/>`)
  .join("");
const TABLE = [
  `<w:tbl><w:tblPr><w:tblBorders>${EDGES}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2300"/>'.repeat(4)}</w:tblGrid>`,
  tableRow("TT", "Đơn vị", "Hội viên", "Vận động (triệu đồng)"),
  tableRow("{{mỗi đơn vị}}{{stt}}", "{{tên}}", "{{HV01}}", "{{Q02 | triệu | 0 số lẻ}}"),
  tableRow("", "Cộng", "{{HV01}}", "{{Q02 | triệu | 0 số lẻ}}"),
  "</w:tbl>",
].join("");
const SENTENCE = [
  "Năm {{n",
  "ăm}}, toàn cụm có {{",
  "HV01",
  " | gọn}} hội viên, vận động {{Q02|tỷ|1 số ",
  "lẻ}} tỷ đồng.",
];

/** The document: a sentence whose codes are cut apart, a table with a row for each unit, codes in head and foot. */
export function officeDocument(sentence: readonly string[] = SENTENCE): Uint8Array {
  const overrides = WORD_TYPES.map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  );
  const sides = `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>`;
  return zipPackage([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join("")}</Types>`,
    ],
    ["_rels/.rels", relationships([link("rId1", "officeDocument", "word/document.xml")])],
    [
      "word/document.xml",
      `${HEAD}<w:document ${WORD} xmlns:r="${OFFICE}"><w:body>${paragraph(...sentence)}${TABLE}${paragraph("Người lập")}${sides}</w:body></w:document>`,
    ],
    [
      "word/_rels/document.xml.rels",
      relationships([
        link("rId1", "header", "header1.xml"),
        link("rId2", "footer", "footer1.xml"),
        link("rId3", "settings", "settings.xml"),
      ]),
    ],
    ["word/header1.xml", `${HEAD}<w:hdr ${WORD}>${paragraph("{{đơn vị}}")}</w:hdr>`],
    ["word/footer1.xml", `${HEAD}<w:ftr ${WORD}>${paragraph("{{tạm tính}}")}</w:ftr>`],
    ["word/settings.xml", `${HEAD}<w:settings ${WORD}><w:zoom w:percent="100"/></w:settings>`],
  ]);
}
