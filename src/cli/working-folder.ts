// What stands in a working folder: names of its parts, the guide, and the note where an office's own declarations go.

import type { Unit } from "../model/unit.js";

export const FOLDERS = {
  received: "bai-nop",
  results: "ket-qua",
  own: "khai-bao",
  ledger: "so-nhan",
  config: "khuyenhoc.yaml",
  guide: "HUONG-DAN.txt",
  note: "DOC-TRUOC.txt",
  /** Words of the configuration that name the folders of declarations and of the ledger. */
  key: "khai-bao",
  ledgerKey: "so-nhan",
} as const;

/** Notepad of older Windows wants the mark at the beginning and both characters at line ends. */
const BEGINNING = "\uFEFF";
const LINE_END = "\r\n";

/** The guide of a unit's working folder, for a plain text editor; `year` stands in its examples. */
export function guideText(unit: Unit, year: number): string {
  const { received, results, own, ledger } = FOLDERS;
  const isGrassroots = unit.level === "commune";
  const ofPeriod = `${received}/${year}`;
  return textFile([
    `HƯỚNG DẪN: ${unit.name} (mã ${unit.code})`,
    "",
    "Mở cửa sổ lệnh trong thư mục này (Windows: gõ cmd vào thanh địa chỉ, bấm Enter),",
    "rồi gõ các lệnh dưới đây. Gõ khuyenhoc rồi bấm Enter để chọn việc từ danh sách.",
    "",
    isGrassroots ? "1. Làm biểu trống để điền" : "1. Làm biểu trống gửi cho các đơn vị cấp dưới",
    `   khuyenhoc template --unit ${unit.code} --period ${year}`,
    "",
    `2. Chép các tệp nhận về vào ${received}, mỗi kỳ một thư mục con, rồi kiểm tra`,
    `   khuyenhoc validate ${ofPeriod}`,
    "   Có tệp phải sửa thì làm danh sách lỗi và bản gửi trả từng nơi",
    `   khuyenhoc validate ${ofPeriod} --annotate --out ${results}/kiem-tra-${year}`,
    "",
    `3. Cộng dồn, kết quả ghi vào thư mục ${results}`,
    `   khuyenhoc aggregate ${ofPeriod} --unit ${unit.code} --out ${results}/tong-hop-${year}.xlsx`,
    "",
    "4. Lập báo cáo năm (Word), so với các năm có trong thư mục; báo cáo khác: xem README, mục 7",
    `   khuyenhoc report nam ${received} --unit ${unit.code} --period ${year} --out ${results}/bao-cao-${year}.docx`,
    "",
    "5. Xem ai chưa gửi; khi đã báo cáo lên trên thì khóa kỳ lại",
    `   khuyenhoc status ${ofPeriod} --unit ${unit.code}`,
    `   khuyenhoc status ${ofPeriod} --unit ${unit.code} --lock`,
    "",
    "6. Được hỏi một con số ở đâu ra: ghi tệp, trang và ô",
    `   khuyenhoc trace ${results}/tong-hop-${year}.xlsx "02 Quỹ!F12"`,
    "",
    "7. Cất một bản sao của sổ nhận và khai báo, rồi chép sang ổ USB",
    "   khuyenhoc backup",
    "",
    `Thay ${year} bằng kỳ cần làm: ${year}-11 (tháng), ${year}-Q4 (quý), ${year}-H1 (6 tháng), ${year} (năm).`,
    "",
    "Các thư mục",
    `  ${received}   các tệp nhận về; chương trình chỉ đọc, không bao giờ sửa`,
    `  ${results}   những gì chương trình làm ra`,
    `  ${own}  khai báo riêng của đơn vị (Hội trực thuộc, biểu riêng…); để trống cũng được`,
    `  ${ledger}   sổ nhận: từng tệp đã nhận và kết quả, giải trình, kỳ đã khóa; máy tự ghi, đừng sửa`,
  ]);
}

/** What the files of the ledger are, for whoever opens its folder. */
export function ledgerNoteText(): string {
  return textFile([
    "Sổ nhận của đơn vị: mỗi lần kiểm tra hay cộng dồn có gì mới, máy thêm một tệp vào thư mục của kỳ.",
    "Mỗi dòng là một việc: tệp đã nhận và kết quả, giải trình, khóa hay mở khóa một kỳ, tổng đổi sau khi khóa.",
    "",
    "Mở bằng Notepad để xem. Không sửa, không xóa, không đổi tên: tên tệp cho biết tệp còn nguyên hay không.",
    "Chép cả thư mục đi nơi khác cũng được; máy chỉ thêm tệp mới, không bao giờ ghi đè tệp cũ.",
  ]);
}

/** What may lie in the folder of an office's own declarations. */
export function noteText(): string {
  return textFile([
    "Thư mục này chứa khai báo riêng của đơn vị. Để trống thì chương trình dùng các khai báo có sẵn.",
    "",
    "Muốn thêm Hội trực thuộc, cụm, biểu, chỉ tiêu: xem mục «Hội trực thuộc và khai báo riêng» trong README.",
    "Khai báo sai được trả lời bằng tên tệp, số dòng và lý do, trước khi mở bất kỳ tệp nào.",
  ]);
}

function textFile(lines: readonly string[]): string {
  return BEGINNING + lines.join(LINE_END) + LINE_END;
}
