// What Vietnamese reports say around their tables: words for sums, notes, signatures, dates, units of money.
// Facts of the language, the same for every form; anything particular to a form belongs in its declaration.
// Sources: NĐ 30/2020/NĐ-CP (signature block), Luật Thống kê practice of group rows and totals.

import { WHOLE_AREAS } from "../model/whole-areas.js";

/** Heads of a sum row; «cộng» alone may be a subtotal or the total, its place decides. */
export const SUM_HEADS = ["tổng cộng", "cộng tổng", "tổng số", "tổng", "cộng"] as const;

/** After a head: the sum is over everything («Tổng toàn xã», «Cộng chung»). */
export const WHOLE_WORDS = ["toàn", "chung", "tất cả", "xã", "phường", "thị trấn", "đặc khu", "tỉnh"] as const;

/** After a head: the sum is over a part («Cộng nhóm I», «Cộng khối thôn», «Cộng huyện Hướng Hóa»). */
export const PART_WORDS = ["nhóm", "khối", "cụm", "mục", "phần", "huyện", "quận", "thị xã", "thành phố"] as const;

/** After a head: says what is summed, not over which part. */
export const LIST_WORDS = ["các", "theo", "số"] as const;

/** «Toàn …» is a sum before one of these; «Toàn Thắng» is a commune. */
export const AREAS = [...WHOLE_AREAS, "trường", "khối"] as const;

/** Types of district units, which group communes in reports to 30/6/2025. */
export const DISTRICT_WORDS = ["huyện", "quận", "thị xã", "thành phố"] as const;

/** A row that repeats part of another: «Trong đó: nữ». */
export const OF_WHICH = "trong đó";

/** Notes under a table, as their lines begin. */
export const NOTE_STARTS = ["ghi chú", "lưu ý", "chú thích", "chú giải", "nguồn số liệu", "nguồn"] as const;

/** Who signs, as the lines of a signature block begin; on a cover some of them are labels. */
export const SIGNER_STARTS = [
  "người lập",
  "người tổng hợp",
  "người báo cáo",
  "người ký",
  "nơi nhận",
  "chủ tịch",
  "phó chủ tịch",
  "thủ trưởng",
  "kế toán",
  "thủ quỹ",
  "xác nhận của",
] as const;

/** Lines that only a signature block has, as they begin. */
export const SIGNED_STARTS = [
  "tm ban",
  "tm hội",
  "tm btv",
  "tm bch",
  "t m ban",
  "t m hội",
  "thay mặt",
  "kt chủ tịch",
  "k t chủ tịch",
  "ký ghi rõ họ tên",
  "ký tên",
  "ký và ghi rõ họ tên",
  "ký họ tên",
] as const;

/** What a name or a level begins with: at the commune, or above it. */
export const ABOVE_COMMUNE = [
  "tỉnh",
  "cấp tỉnh",
  "huyện",
  "cấp huyện",
  "quận",
  "thị xã",
  "thành phố",
  "trung ương",
  "cụm",
] as const;
export const ISSUER = "hội khuyến học";
export const COMMUNE_WORDS = ["xã", "phường", "thị trấn", "đặc khu", "cấp xã", "cơ sở", "trực thuộc"] as const;

/** A tier of a heading below which no figure of the period itself stands. */
export const OTHER_FIGURES = ["kế hoạch", "chỉ tiêu", "cùng kỳ", "năm trước", "kỳ trước", "so sánh", "so với"] as const;

/** «Hướng Phùng, ngày 30 tháng 11 năm 2022», also with dots for the day. */
export const PLACE_DATE = /ngày[\s\d.…_]*tháng[\s\d.…_]*năm/iu;

/** Words of money in a stated unit. */
export const MONEY_WORD = /(?:^|[^\p{L}])(?:đồng|nghìn|ngàn|triệu|tỷ|tỉ|vnđ|vnd|đ)(?![\p{L}])/iu;

/** A whole unit of money: «đồng», «1.000 đồng», «triệu đồng», «tỷ». */
export const MONEY_UNIT =
  /^(?:một |1 )?(?:1?[.,]?000(?:[.,]000)? ?)?(?:nghìn|ngàn|triệu|tỷ|tỉ)? ?(?:đồng|đ|vnđ|vnd|đồng việt nam|việt nam đồng)?$/iu;

/** Labels of title lines beside those of the cover form, by the cover's field. */
export const TITLE_LABELS: readonly (readonly [label: string, code: string])[] = [
  ["Đơn vị báo cáo", "unit.name"],
  ["Đơn vị gửi báo cáo", "unit.name"],
  ["Đơn vị nộp báo cáo", "unit.name"],
  ["Đơn vị", "unit.name"],
  ["Tên đơn vị", "unit.name"],
  ["Mã đơn vị", "unit.code"],
  ["Mã số đơn vị", "unit.code"],
  ["Kỳ báo cáo", "period"],
  ["Kỳ", "period"],
  ["Ngày chốt số liệu", "asOf"],
  ["Số liệu tính đến ngày", "asOf"],
  ["Tính đến ngày", "asOf"],
  ["Tính chất số liệu", "standing"],
  ["Tính chất", "standing"],
  ["Đơn vị tính", "moneyUnit"],
  ["Đơn vị tính tiền", "moneyUnit"],
  ["ĐVT", "moneyUnit"],
  ["Lần nộp", "revision"],
];

/** Title lines that speak of a document, a plan or another period: no period is read from them. */
export const CITATION =
  /ngày[\s\d.…_]*tháng|quyết định|kèm theo|ban hành|công văn|nghị quyết|nghị định|thông tư|kết luận số|so với|kế hoạch|căn cứ|(?:^|\s)luật\s/iu;

/** What title lines say without a label. */
export interface TitlePattern {
  readonly code: string;
  /** Whatever the pattern matches carries one of these, in lower case: most texts need no closer look. */
  readonly needs: readonly string[];
  /** Its first group is the value. */
  readonly pattern: RegExp;
}

export const TITLE_PATTERNS: readonly TitlePattern[] = [
  {
    code: "moneyUnit",
    needs: ["đơn vị", "đvt"],
    pattern:
      /(?:^|[\s(,;-])(?:đơn vị(?: tính)?(?: tiền)?|đvt)\s*[:.]?\s*((?:(?:một|1)\s+)?(?:đồng|nghìn|ngàn|triệu|tỷ|tỉ|vnđ|vnd|1[.,]000)[^()]*)/iu,
  },
  {
    code: "period",
    needs: ["19", "20"],
    pattern:
      /(?:^|[\s(,:;-])((?:(?:6|9|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?\s+năm\s+|tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)|quý\s+(?:[1-4]|iv|i{1,3})(?:\s*[/-]\s*|\s+năm\s+)|năm\s+|giai đoạn\s+(?:từ\s+)?)(?:19|20)\d{2}(?!\d)(?:\s*(?:-|đến)\s*(?:19|20)\d{2}(?!\d))?)/iu,
  },
  {
    code: "asOf",
    needs: ["đến"],
    pattern:
      /(?:^|(?:tính|chốt|số liệu|có|điểm)\s+)đến\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu,
  },
  {
    code: "standing",
    needs: ["ước", "chính thức"],
    pattern: /(?:^|số liệu\s+|\()\s*(ước(?:\s+tính|\s+thực hiện)?|chính thức)\s*(?:$|[),;.])/iu,
  },
  {
    code: "revision",
    needs: ["lần nộp"],
    pattern: /(?:^|[\s(])lần nộp\s*[:.]?\s*(?:thứ\s+)?(\d{1,2})(?!\d)/iu,
  },
  {
    code: "unit.code",
    needs: ["đơn vị"],
    pattern: /(?:^|[\s(])mã(?:\s+số)?\s+đơn vị\s*[:.]?\s*(\d{2,5}|tt:[a-z0-9-]+)/iu,
  },
];
