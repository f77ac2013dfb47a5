// One SQL text that makes the printed totals again from the exported figures, in words any engine knows, and the lines
// that load the files into DuckDB.

import { BELONGING_COLUMNS, FACT_COLUMNS, NUMBER_COLUMNS, TOTAL_COLUMNS } from "./export-tables.js";

/** Table → its columns in the order of its files. Folders with `/ky=…` below them are read as one table. */
const TABLES = {
  so_lieu: { columns: FACT_COLUMNS, files: "so-lieu/**/so-lieu" },
  tong_so: { columns: TOTAL_COLUMNS, files: "tong-so/**/tong-so" },
  thuoc_ve: { columns: BELONGING_COLUMNS, files: "thuoc-ve/**/thuoc-ve" },
  thanh_phan: { columns: ["chi_tieu", "phan", "vai"], files: "thanh-phan" },
} as const;

/**
 * Tables to load the files into, the views that add up, and `khac_nhau`: printed totals that the figures do not give, of
 * whatever unit, which must have no rows.
 */
export function exportSql(): string {
  return `-- Tính lại mọi tổng số đã in từ số liệu đã xuất.
-- 1. Chạy tệp này. 2. Nạp các tệp cùng tên vào bốn bảng (với DuckDB: nap-csv.sql hoặc nap-parquet.sql).
-- 3. SELECT * FROM khac_nhau; phải không có dòng nào.

${tables()}
-- Cộng số đã biết của mọi đơn vị bên trong; chỉ tiêu không nơi nào biết thì không có dòng, không phải bằng 0.
CREATE VIEW cong_lai AS
SELECT s.ky, v.thuoc_ve AS don_vi, s.chi_tieu, SUM(s.gia_tri) AS gia_tri
FROM so_lieu s JOIN thuoc_ve v ON v.ky = s.ky AND v.don_vi = s.don_vi
WHERE s.trang_thai = 'known'
GROUP BY s.ky, v.thuoc_ve, s.chi_tieu;

-- Tổng của các chỉ tiêu khác.
CREATE VIEW gop_lai AS
SELECT c.ky, c.don_vi, p.chi_tieu, SUM(c.gia_tri) AS gia_tri
FROM thanh_phan p JOIN cong_lai c ON c.chi_tieu = p.phan
WHERE p.vai = 'cong'
GROUP BY c.ky, c.don_vi, p.chi_tieu;

CREATE VIEW moi_tong AS
SELECT ky, don_vi, chi_tieu, gia_tri FROM cong_lai
UNION ALL
SELECT ky, don_vi, chi_tieu, gia_tri FROM gop_lai;

-- Tỉ lệ tính sau cùng, từ hai tổng; không cộng, không lấy trung bình.
CREATE VIEW ti_le AS
SELECT a.ky, a.don_vi, t.chi_tieu, a.gia_tri * 1.0 / b.gia_tri AS gia_tri
FROM thanh_phan t
JOIN thanh_phan m ON m.chi_tieu = t.chi_tieu AND m.vai = 'mau_so'
JOIN moi_tong a ON a.chi_tieu = t.phan
JOIN moi_tong b ON b.chi_tieu = m.phan AND b.ky = a.ky AND b.don_vi = a.don_vi
WHERE t.vai = 'tu_so' AND b.gia_tri <> 0;

CREATE VIEW tinh_lai AS
SELECT ky, don_vi, chi_tieu, gia_tri FROM moi_tong
UNION ALL
SELECT ky, don_vi, chi_tieu, gia_tri FROM ti_le;

CREATE VIEW khac_nhau AS
SELECT t.ky, t.don_vi, t.chi_tieu, t.gia_tri AS da_in, l.gia_tri AS tinh_lai
FROM tong_so t LEFT JOIN tinh_lai l ON l.ky = t.ky AND l.don_vi = t.don_vi AND l.chi_tieu = t.chi_tieu
WHERE t.trang_thai = 'known'
  AND (l.gia_tri IS NULL OR ABS(t.gia_tri - l.gia_tri) > 0.000000001 * (1 + ABS(t.gia_tri)));
`;
}

/** Statements that load the exported files into DuckDB, started in their folder. */
export function loadSql(format: "csv" | "parquet"): string {
  const reader = (files: string): string =>
    format === "csv"
      ? `read_csv('${files}.csv', header = true, all_varchar = true, hive_partitioning = false)`
      : `read_parquet('${files}.parquet', hive_partitioning = false)`;
  const inserts = Object.entries(TABLES).map(([name, { columns, files }]) => {
    const cells = columns.map((column) => (NUMBER_COLUMNS.has(column) ? `CAST(${column} AS DOUBLE)` : column));
    return `INSERT INTO ${name} SELECT ${cells.join(", ")} FROM ${reader(files)};\n`;
  });
  return `-- Chạy trong thư mục này, sau tinh-lai.sql.\n${inserts.join("")}`;
}

function tables(): string {
  return Object.entries(TABLES)
    .map(([name, { columns }]) => `CREATE TABLE ${name} (${columns.map(columnOf).join(", ")});\n`)
    .join("");
}

function columnOf(name: string): string {
  return `${name} ${NUMBER_COLUMNS.has(name) ? "DOUBLE PRECISION" : "VARCHAR"}`;
}
