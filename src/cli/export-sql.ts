// One SQL text that makes the printed totals again from the exported figures, in words any engine knows.

import { FACT_COLUMNS, TOTAL_COLUMNS } from "./export-tables.js";

const NUMBERS = new Set(["gia_tri", "n_don_vi", "tong_don_vi", "uoc_tinh"]);

/**
 * Tables to load the CSV files into, the views that add up, and `khac_nhau`: printed totals of the asked unit that the
 * figures do not give, which must have no rows.
 *
 * @param unit key of the asked unit, or id of a grouping
 */
export function exportSql(unit: string): string {
  return `-- Tính lại các tổng số đã in từ số liệu đã xuất.
-- 1. Tạo bốn bảng dưới đây. 2. Nạp mọi tệp so-lieu.csv vào so_lieu, tong-so.csv vào tong_so, chi-tieu.csv vào chi_tieu,
-- thanh-phan.csv vào thanh_phan (dòng đầu là tên cột, ô trống là NULL). 3. SELECT * FROM khac_nhau; phải không có dòng nào.
-- Với DuckDB, bước 2 là: INSERT INTO so_lieu SELECT * FROM read_csv('so-lieu/**/*.csv', header=true, hive_partitioning=false);

CREATE TABLE so_lieu (${columnsOf(FACT_COLUMNS)});
CREATE TABLE tong_so (${columnsOf(TOTAL_COLUMNS)});
CREATE TABLE chi_tieu (chi_tieu VARCHAR, ten VARCHAR, don_vi_tinh VARCHAR, loai VARCHAR);
CREATE TABLE thanh_phan (chi_tieu VARCHAR, phan VARCHAR, vai VARCHAR);

-- Cộng số đã biết; chỉ tiêu không nơi nào biết thì không có dòng, không phải bằng 0.
CREATE VIEW cong_lai AS
SELECT ky, chi_tieu, SUM(gia_tri) AS gia_tri
FROM so_lieu
WHERE trang_thai = 'known'
GROUP BY ky, chi_tieu;

-- Tổng của các chỉ tiêu khác.
CREATE VIEW gop_lai AS
SELECT c.ky, p.chi_tieu, SUM(c.gia_tri) AS gia_tri
FROM thanh_phan p JOIN cong_lai c ON c.chi_tieu = p.phan
WHERE p.vai = 'cong'
GROUP BY c.ky, p.chi_tieu;

CREATE VIEW moi_tong AS
SELECT ky, chi_tieu, gia_tri FROM cong_lai
UNION ALL
SELECT ky, chi_tieu, gia_tri FROM gop_lai;

-- Tỉ lệ tính sau cùng, từ hai tổng; không cộng, không lấy trung bình.
CREATE VIEW ti_le AS
SELECT a.ky, t.chi_tieu, a.gia_tri * 1.0 / b.gia_tri AS gia_tri
FROM thanh_phan t
JOIN thanh_phan m ON m.chi_tieu = t.chi_tieu AND m.vai = 'mau_so'
JOIN moi_tong a ON a.chi_tieu = t.phan
JOIN moi_tong b ON b.chi_tieu = m.phan AND b.ky = a.ky
WHERE t.vai = 'tu_so' AND b.gia_tri <> 0;

CREATE VIEW tinh_lai AS
SELECT ky, chi_tieu, gia_tri FROM moi_tong
UNION ALL
SELECT ky, chi_tieu, gia_tri FROM ti_le;

CREATE VIEW khac_nhau AS
SELECT t.ky, t.chi_tieu, t.gia_tri AS da_in, l.gia_tri AS tinh_lai
FROM tong_so t LEFT JOIN tinh_lai l ON l.ky = t.ky AND l.chi_tieu = t.chi_tieu
WHERE t.don_vi = '${unit.replaceAll("'", "''")}' AND t.trang_thai = 'known'
  AND (l.gia_tri IS NULL OR ABS(t.gia_tri - l.gia_tri) > 0.000000001 * (1 + ABS(t.gia_tri)));
`;
}

function columnsOf(names: readonly string[]): string {
  return names.map((name) => `${name} ${NUMBERS.has(name) ? "DOUBLE PRECISION" : "VARCHAR"}`).join(", ");
}
