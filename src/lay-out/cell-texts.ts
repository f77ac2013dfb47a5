// The few marks and words that stand for states on paper. Sheets that are read again print 0, «…» and «x», never a dash.

import type { ReceivedAs, UnitRef, Verdict } from "../model/aggregation.js";
import type { Severity } from "../model/finding.js";
import type { Standing } from "../model/period.js";
import type { MissingReason, NotApplicableReason, Quantity } from "../model/quantity.js";

export const MISSING_MARK = "…";
export const NOT_APPLICABLE_MARK = "x";

/** The cell of a quantity: its number, «…» for missing, «x» for not-applicable. */
export function shownQuantity(quantity: Quantity): number | string {
  switch (quantity.kind) {
    case "known":
      return quantity.value;
    case "missing":
      return MISSING_MARK;
    case "not-applicable":
      return NOT_APPLICABLE_MARK;
  }
}

export const REASON_TEXTS: Readonly<Record<MissingReason | NotApplicableReason, string>> = {
  blank: "để trống, chưa có số liệu",
  "not-submitted": "chưa có báo cáo",
  rejected: "báo cáo bị trả lại",
  "no-association": "chưa có tổ chức Hội",
  "not-on-form": "không có trên biểu đã nhận",
  "before-programme": "trước khi có chương trình",
};

export const STANDING_TEXTS: Readonly<Record<Standing, string>> = { estimate: "ước tính", final: "chính thức" };

export const RECEIVED_TEXTS: Readonly<Record<ReceivedAs, string>> = {
  "own-workbook": "đã nhận",
  "from-below": "từ đơn vị cấp dưới",
  "parent-row": "từ báo cáo cấp trên",
  returned: "trả lại",
  missing: "chưa nộp",
  "no-association": "chưa có Hội",
};

export const VERDICT_TEXTS: Readonly<Record<Verdict, string>> = {
  accepted: "đã tính",
  returned: "trả lại, còn lỗi",
  duplicate: "trùng nội dung với tệp khác",
  superseded: "đã có lần nộp sau",
  unreadable: "không đọc được",
  ignored: "bỏ qua",
};

export const SEVERITY_TEXTS: Readonly<Record<Severity, string>> = {
  error: "Lỗi",
  query: "Cần giải trình",
  note: "Lưu ý",
};

/** What stands in the column of severities for a query that was answered. */
export const ANSWERED_TEXT = "Đã giải trình";

export const LEVEL_TEXTS: Readonly<Record<UnitRef["level"], string>> = {
  branch: "chi hội, ban",
  commune: "cấp xã",
  district: "cấp huyện",
  province: "cấp tỉnh",
  national: "trung ương",
  grouping: "cụm thi đua",
};

/** A text with its first letter in upper case. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
