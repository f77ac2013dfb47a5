// A workbook with everything in it that a sender's own workbook may have and that must survive a note in a cell: chart,
// picture, comments, checks of input, colours by condition, protection, page set-up, names, a chain of formulas, macros.
// Every part is written here by hand; one sheet carries two faults, a chart sheet and a cover carry none.

import { escapeXml, link, relationships } from "./zip-package.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = "application/vnd.openxmlformats-officedocument";
/** A picture of one point. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
  "base64",
);

const COVER = [
  ["THÔNG TIN CHUNG"],
  ["Mã đơn vị", "VN"],
  ["Tên đơn vị", "Cả nước"],
  ["Cấp", "trung ương"],
  ["Kỳ báo cáo", "Năm 2017"],
  ["Ngày chốt số liệu", "31/12/2017"],
  ["Tính chất (ước tính/chính thức)", "chính thức"],
  ["Lần nộp", "1"],
];

function text(ref: string, value: string, style = 0): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
}

function coverSheet(): string {
  const rows = COVER.map(([label = "", value], index) => {
    const row = index + 1;
    return `<row r="${row}">${text(`A${row}`, label)}${value === undefined ? "" : text(`B${row}`, value)}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="30" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

/** G5 is no number, F5 is above E5; a formula in H5 with its result; notes by others at F5 and D4. */
function figureSheet(): string {
  const heads = ["STT", "Mã", "Tên đơn vị"].map((title, index) => text(`${"ABC"[index]}3`, title, 1)).join("");
  const tiers = ["Tổng số", "Đăng ký", "Công nhận", "Tổng số", "Đăng ký", "Công nhận"]
    .map((title, index) => text(`${"DEFGHI"[index]}4`, title, 1))
    .join("");
  const data = [
    '<c r="A5" s="2"><v>1</v></c>',
    text("B5", "56", 2),
    text("C5", "Tỉnh Khánh Hòa", 2),
    '<c r="D5" s="3"><v>262000</v></c><c r="E5" s="3"><v>200000</v></c><c r="F5" s="3"><v>210000</v></c>',
    text("G5", "119/127", 4),
    '<c r="H5" s="3"><f>100+27</f><v>127</v></c><c r="I5" s="3"><f>H5-8</f><v>119</v></c>',
  ].join("");
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr codeName="Trang2"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:I5"/>`,
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="C5" sqref="C5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols><col min="3" max="3" width="30" customWidth="1"/></cols><sheetData><row r="1">${text("A1", "BIỂU 03. MÔ HÌNH HỌC TẬP")}</row>`,
    `<row r="3" spans="1:9">${heads}${text("D3", "Gia đình học tập", 1)}${text("G3", "Dòng họ học tập", 1)}</row>`,
    `<row r="4" spans="1:9">${tiers}</row><row r="5" spans="1:9">${data}</row></sheetData>`,
    '<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="5"><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:F3"/><mergeCell ref="G3:I3"/></mergeCells>',
    '<conditionalFormatting sqref="D5:I5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>',
    '<dataValidations count="1"><dataValidation type="whole" allowBlank="1" showErrorMessage="1" sqref="D5:I5"><formula1>0</formula1><formula2>9999999</formula2></dataValidation></dataValidations>',
    '<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter>',
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="0"/></worksheet>',
  ].join("");
}

function chartSheet(): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="1">${text("A1", "Biểu đồ")}</row></sheetData><drawing r:id="rId1"/></worksheet>`;
}

const CHART = `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'03 Mô hình học tập'!$D$5:$F$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

function frame(inside: string): string {
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

const PICTURE_FRAME = frame(
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Hình 1"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>',
);
const CHART_FRAME = frame(
  `<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
);

/** Notes that others wrote: one in plain text at F5, where a fault stands, one in runs at D4, where none does. */
const COMMENTS = `${HEAD}<comments xmlns="${MAIN}"><authors><author>Thu Hà</author></authors><commentList><comment ref="F5" authorId="0"><text><t>Số của Sở</t></text></comment><comment ref="D4" authorId="0"><text><r><t>Theo UBND tỉnh</t></r></text></comment></commentList></comments>`;

function note(id: number, row: number, column: number): string {
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='visibility:hidden'><v:textbox><div>một<br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>1, 0, 1, 0, 3, 0, 4, 0</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** As Excel writes it, with a line break left open. */
const SHAPES = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${note(1025, 4, 5)}${note(1026, 3, 3)}</xml>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0&quot; hộ&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="double"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0" applyFill="1"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs></styleSheet>`;

function workbook(active: number): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr codeName="SoLamViec"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" firstSheet="1" activeTab="${active}"/></bookViews><sheets><sheet name="00 Chung" sheetId="4" r:id="rId1"/><sheet name="03 Mô hình học tập" sheetId="7" r:id="rId2"/><sheet name="Biểu đồ" sheetId="9" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'03 Mô hình học tập'!$A$1:$I$5</definedName><definedName name="Tong">'03 Mô hình học tập'!$D$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">'Biểu đồ'!$1:$1</definedName></definedNames><calcPr calcId="171027"/></workbook>`;
}

function contentTypes(kind: RichKind): string {
  const main =
    kind === "xlsm" ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : `${TYPE}.spreadsheetml.sheet.main+xml`;
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const sheets = [1, 2, 3].map((sheet) =>
    override(`xl/worksheets/sheet${sheet}.xml`, `${TYPE}.spreadsheetml.worksheet+xml`),
  );
  return [
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>`,
    override("xl/workbook.xml", main),
    ...sheets,
    override("xl/styles.xml", `${TYPE}.spreadsheetml.styles+xml`),
    override("xl/calcChain.xml", `${TYPE}.spreadsheetml.calcChain+xml`),
    override("xl/comments1.xml", `${TYPE}.spreadsheetml.comments+xml`),
    override("xl/drawings/drawing1.xml", `${TYPE}.drawing+xml`),
    override("xl/drawings/drawing2.xml", `${TYPE}.drawing+xml`),
    override("xl/charts/chart1.xml", `${TYPE}.drawingml.chart+xml`),
    "</Types>",
  ].join("");
}

type RichKind = "xlsx" | "xlsm";

/** The parts, to be changed by a test before they are packed. `active` is the place of the sheet that opens. */
export function richParts({
  kind = "xlsx",
  active = 1,
}: {
  kind?: RichKind;
  active?: number;
} = {}): Map<string, string | Buffer> {
  const macro =
    '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';
  const links = [1, 2, 3].map((sheet) => link(`rId${sheet}`, "worksheet", `worksheets/sheet${sheet}.xml`));
  const book = [...links, link("rId4", "styles", "styles.xml"), link("rId5", "calcChain", "calcChain.xml")];
  const parts = new Map<string, string | Buffer>([
    ["[Content_Types].xml", contentTypes(kind)],
    ["_rels/.rels", relationships([link("rId1", "officeDocument", "xl/workbook.xml")])],
    ["xl/workbook.xml", workbook(active)],
    ["xl/_rels/workbook.xml.rels", relationships(kind === "xlsm" ? [...book, macro] : book)],
    ["xl/worksheets/sheet1.xml", coverSheet()],
    ["xl/worksheets/sheet2.xml", figureSheet()],
    [
      "xl/worksheets/_rels/sheet2.xml.rels",
      relationships([
        link("rId1", "drawing", "../drawings/drawing1.xml"),
        link("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        link("rId3", "comments", "../comments1.xml"),
      ]),
    ],
    ["xl/worksheets/sheet3.xml", chartSheet()],
    ["xl/worksheets/_rels/sheet3.xml.rels", relationships([link("rId1", "drawing", "../drawings/drawing2.xml")])],
    ["xl/drawings/drawing1.xml", PICTURE_FRAME],
    ["xl/drawings/_rels/drawing1.xml.rels", relationships([link("rId1", "image", "../media/image1.png")])],
    ["xl/drawings/drawing2.xml", CHART_FRAME],
    ["xl/drawings/_rels/drawing2.xml.rels", relationships([link("rId1", "chart", "../charts/chart1.xml")])],
    ["xl/drawings/vmlDrawing1.vml", SHAPES],
    ["xl/charts/chart1.xml", CHART],
    ["xl/media/image1.png", PICTURE],
    ["xl/comments1.xml", COMMENTS],
    ["xl/styles.xml", STYLES],
    ["xl/calcChain.xml", `${HEAD}<calcChain xmlns="${MAIN}"><c r="H5" i="7"/><c r="I5" i="7"/></calcChain>`],
  ]);
  if (kind === "xlsm")
    parts.set("xl/vbaProject.bin", Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 37) % 251)));
  return parts;
}
