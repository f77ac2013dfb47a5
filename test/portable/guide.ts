// The secretary's guide as a text for Notepad: the README's own part for secretaries, commands as the portable program
// is called.

/** Part of README between its first heading for secretaries and the one for developers; lines end as Windows wants. */
export function guideFrom(readme: string): string {
  const part = /^## Dành cho thư ký\n([\s\S]*?)^## For developers/m.exec(readme)?.[1];
  if (part === undefined) throw new Error("README.md has no part for secretaries");
  const text = part
    .replace(/<!--.*?-->\n?/g, "")
    .replace(/^```.*\n?/gm, "")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/^(\$ )?npx khuyenhoc/gm, "khuyenhoc")
    .replaceAll("npx khuyenhoc", "khuyenhoc")
    .replace(/^### /gm, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `\uFEFF${`${START}\n\n${text}\n`.replaceAll("\n", "\r\n")}`;
}

const START = `KHUYENHOC — HƯỚNG DẪN CHO THƯ KÝ

Giải nén tệp zip ra một thư mục (không chạy ngay trong tệp zip). Không cần cài đặt gì thêm.
- Kéo tệp hoặc thư mục bài nộp thả lên khuyenhoc.cmd: các bài được kiểm tra ngay.
- Bấm đúp khuyenhoc.cmd: xem có thể làm gì.
- Các lệnh dưới đây gõ trong cửa sổ lệnh, ở thư mục có khuyenhoc.cmd (gõ cmd vào thanh địa chỉ, bấm Enter).`;
