// One commune's report on a single sheet, as rows of text: title lines that say who and when, one table of branches.
// The same rows are written in every format that the program reads.

export const COMMUNE_ROWS: readonly (readonly string[])[] = [
  ["HỘI KHUYẾN HỌC XÃ HƯỚNG PHÙNG"],
  ["TỔ CHỨC VÀ HỘI VIÊN"],
  ["Đơn vị: Xã Hướng Phùng"],
  ["Mã đơn vị: 19441"],
  ["Kỳ báo cáo: Năm 2022"],
  ["Số liệu tính đến ngày: 30/11/2022"],
  [],
  [
    "STT",
    "Tên chi hội, ban",
    "Hình thức",
    "Loại",
    "Hội viên đầu kỳ",
    "Mới kết nạp",
    "Giảm",
    "Hội viên cuối kỳ",
    "Ghi chú",
  ],
  ["1", "Chi hội thôn 1", "chi hội", "thôn-TDP", "1.066", "12", "0", "1.078", ""],
  ["2", 'Chi hội thôn "Đồng Tiến"', "chi hội", "thôn-TDP", "35", "1", "0", "36", "họp tháng 3; tháng 9"],
  ["3", "Ban khuyến học họ Nguyễn, Trần", "ban", "dòng họ", "56", "1", "0", "57", ""],
  ["", "Tổng cộng", "", "", "1.157", "14", "0", "1.171", ""],
];

/** Figures a reader must find in them, by indicator. */
export const COMMUNE_FIGURES: Readonly<Record<string, number>> = { HV00: 1157, HV01: 1171, HV02: 14, HV03: 0 };

const WIDTH = Math.max(...COMMUNE_ROWS.map((row) => row.length));

/** The rows with a separator between their cells, padded as Excel pads them. */
export function delimited(separator: string, rows: readonly (readonly string[])[] = COMMUNE_ROWS): string {
  const quoted = (cell: string): string =>
    /["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const padded = rows.map((row) => [...row, ...Array.from({ length: WIDTH - row.length }, () => "")]);
  return padded.map((row) => `${row.map(quoted).join(separator)}\r\n`).join("");
}
