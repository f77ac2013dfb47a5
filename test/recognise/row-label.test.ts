// Words of row labels, one by one.

import { expect, test } from "vitest";
import { labelKind } from "../../src/recognise/row-label.js";
import { markKind } from "../../src/recognise/row-mark.js";

test.each([
  ["Tổng cộng", "total"],
  ["TỔNG SỐ:", "total"],
  ["Tổng cộng".normalize("NFD"), "total"],
  ["Tổng toàn tỉnh", "total"],
  ["Toàn huyện", "total"],
  ["Cộng chung", "total"],
  ["Cộng", "sum"],
  ["Cộng (I+II)", "sum"],
  ["Tổng cộng huyện Hướng Hóa", "sum"],
  ["Tổng số hội viên", "sum"],
  ["Cộng khối thôn", "subtotal"],
  ["Cộng II", "subtotal"],
  ["Tổng công ty Điện lực", "plain"],
  ["Cộng Lạc", "plain"],
  ["Toàn Sơn", "plain"],
  ["Chi hội thôn Tổng", "plain"],
  ["Huyện Hướng Hóa", "district"],
  ["Thị xã Quảng Trị", "district"],
  ["Thị trấn Khe Sanh", "plain"],
  ["Ghi chú: số liệu tạm tính", "note"],
  ["(*) Mới lập", "note"],
  ["Trong đó: nữ", "of-which"],
  ["Người lập biểu", "signature"],
  ["(Ký, ghi rõ họ tên)", "signature"],
  ["KT. CHỦ TỊCH", "signature"],
  ["Khe Sanh, ngày … tháng 11 năm 2022", "signature"],
  ["Chi hội thôn 3", "plain"],
])("%j is %s", (label, kind) => {
  expect(labelKind(label)).toBe(kind);
});

test.each([
  ["1", "Chi hội thôn 1", "arabic"],
  ["1.", "Chi hội thôn 1", "arabic"],
  ["1.10", "Tổ khuyến học", "nested"],
  ["IV", "Khối thôn", "roman"],
  ["X", "Khối thôn", "roman"],
  ["VX", "Khối thôn", "none"],
  ["B.", "Khối thôn", "letter"],
  ["", "II. Khối thôn", "roman"],
  ["", "A. Khối thôn", "letter"],
  ["", "X. Tân Phú", "none"],
  ["", "P. Đông Hà", "none"],
  ["", "Chi hội thôn 1", "none"],
])("mark of %j %j is %s", (number, name, mark) => {
  expect(markKind(number, name)).toBe(mark);
});
