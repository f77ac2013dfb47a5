// Every command, declared once: commander, the generated README and the completion read this table.

export interface CommandDeclaration {
  readonly alias: string;
  readonly about: string;
  /** The same in English; a test says where it lacks. */
  readonly english?: string;
  /** What stands after its name, in both languages; nothing but options where it is absent. */
  readonly takes?: {
    readonly shape: string;
    readonly about: string;
    readonly english?: readonly [shape: string, about: string];
  };
}

const FILES = {
  shape: "<tệp hoặc thư mục...>",
  about: "các tệp bảng tính, hoặc thư mục chứa chúng",
  english: ["<files or folders...>", "spreadsheets, or folders that hold them"],
} as const;

/** Every command: its Vietnamese name, what it does, and what stands behind it. */
export const COMMANDS = {
  validate: {
    alias: "kiem-tra",
    about: "Kiểm tra các tệp báo cáo, nêu từng lỗi kèm ô và cách sửa",
    english: "Check reports: every fault with its cell and how to mend it",
    takes: FILES,
  },
  aggregate: {
    alias: "tong-hop",
    about: "Kiểm tra, cộng dồn và ghi một tệp Excel tổng hợp",
    english: "Check, add up and write one summary workbook",
    takes: FILES,
  },
  report: {
    alias: "bao-cao",
    about: "Lập một báo cáo đã khai báo từ số liệu của một hay nhiều kỳ",
    english: "Make a declared report from the figures of one or several periods",
    takes: {
      shape: "<báo cáo và tệp...>",
      about: "mã báo cáo (thang, quy, nam, cum, mo-hinh, kl49…), rồi các tệp hoặc thư mục của các kỳ",
      english: [
        "<report and files...>",
        "id of a report (thang, quy, nam, cum, mo-hinh, kl49…), then files or folders of its periods",
      ],
    },
  },
  fill: {
    alias: "dien-mau",
    about: "Điền số liệu vào mẫu riêng của đơn vị (.xlsx, .docx) có ghi mã chỉ tiêu",
    english: "Fill an office's own form (.xlsx, .docx) that carries indicator codes",
    takes: {
      shape: "<mẫu và tệp...>",
      about: "tệp mẫu, rồi các tệp hoặc thư mục số liệu",
      english: ["<form and files...>", "the form, then files or folders of figures"],
    },
  },
  template: {
    alias: "tao-mau",
    about: "Làm biểu trống cho một đơn vị, hoặc cho mọi đơn vị cấp dưới",
    english: "Make blank forms for a unit, or for all units below it",
  },
  units: {
    alias: "don-vi",
    about: "Tra mã và tên đơn vị, đơn vị cũ và mới; ghi nhớ cách viết tên đã xác nhận",
    english: "Look up codes and names of units, old and new; remember a spelling that was confirmed",
    takes: {
      shape: "[tên hoặc mã...]",
      about: "tên đơn vị trong dấu nháy kép, hoặc mã",
      english: ["[names or codes...]", "names of units in double quotes, or codes"],
    },
  },
  status: {
    alias: "tinh-hinh",
    about: "Cho biết đơn vị nào đã gửi, gửi muộn, bị trả lại, chưa gửi, chưa có Hội",
    english: "Tell which units have sent, late or not, which are returned, missing or without an association",
    takes: FILES,
  },
  compare: {
    alias: "so-sanh",
    about: "So sánh hai kỳ, hai lần nộp hoặc hai lần tổng hợp: khác nhau những gì, vì sao",
    english: "Compare two periods, revisions or runs: what differs, and why",
    takes: {
      shape: "<trước và sau...>",
      about: "hai mục: bên trước rồi bên sau, mỗi bên một tệp hoặc một thư mục",
      english: ["<before and after...>", "two: the earlier side, then the later one, each a file or a folder"],
    },
  },
  trace: {
    alias: "truy-nguon",
    about: "Cho biết một ô của tệp tổng hợp từ đâu mà có, đến tận ô của tệp gửi về",
    english: "Tell where a cell of a summary comes from, down to the cells that were sent in",
    takes: { shape: "<tệp và ô...>", about: 'tệp tổng hợp, rồi trang và ô, ví dụ "02 Quỹ!F12"' },
  },
  export: {
    alias: "xuat",
    about: "Xuất số liệu và tổng số ra CSV, Parquet, kèm một tệp SQL tính lại các tổng số",
    english: "Export facts and totals in CSV and Parquet, with SQL that computes the totals anew",
    takes: FILES,
  },
  verify: {
    alias: "doi-chieu",
    about: "Đối chiếu tệp tổng hợp với bản kê nguồn gốc và các tệp đã đọc",
    english: "Check a summary against its manifest and the files that were read",
    takes: {
      shape: "<tệp...>",
      about: "các tệp tổng hợp cần đối chiếu",
      english: ["<summaries...>", "summaries to be checked"],
    },
  },
  forms: {
    alias: "bieu-mau",
    about: "Liệt kê, giải thích biểu, chỉ tiêu, lỗi đang có hiệu lực và nơi khai báo",
    english: "List and explain forms, indicators and findings in force, and where they are declared",
    takes: {
      shape: "[mã...]",
      about: "mã của biểu (BM01), chỉ tiêu (HV01) hay lỗi (V-H03) cần xem; hoặc import và một tệp mẫu .xlsx của đơn vị",
      english: [
        "[codes...]",
        "codes of forms (BM01), indicators (HV01) or findings (V-H03) to explain; or import and an office's own .xlsx form",
      ],
    },
  },
  init: {
    alias: "khoi-tao",
    about: "Tạo một thư mục làm việc cho đơn vị, kèm hướng dẫn",
    english: "Make a working folder for a unit, with a guide",
  },
  backup: {
    alias: "sao-luu",
    about: "Gói sổ nhận và khai báo của thư mục làm việc thành một tệp, và lấy lại",
    english: "Pack the ledger and declarations of a working folder into one file, and lay them out again",
  },
  doctor: {
    alias: "chan-doan",
    about: "Xem máy và chương trình có đủ những gì cần để chạy không",
    english: "See whether the machine and the program have all that is needed",
  },
} as const satisfies Readonly<Record<string, CommandDeclaration>>;
export type CommandName = keyof typeof COMMANDS;
/** In the order of the help. */
export const COMMAND_NAMES: readonly CommandName[] = [
  "validate",
  "aggregate",
  "report",
  "fill",
  "template",
  "units",
  "status",
  "compare",
  "trace",
  "verify",
  "export",
  "forms",
  "init",
  "backup",
  "doctor",
];
