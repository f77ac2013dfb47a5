// Letters of VNI for Windows (fonts named `VNI-…`) and the codes that stand for them. Data only: a test demands that it
// agrees with test/data/bang-ma-vni.csv; its sources stand in test/data/NGUON-bang-ma.md.

import type { CodeTable } from "./code-table.js";

/**
 * Codes are hexadecimal; most letters are a base letter and a mark, joined by «+». Capitals are also met with the mark of
 * the small letter.
 */
export const VNI_TABLES: readonly CodeTable[] = [
  {
    mode: "standard",
    letters: [
      ["61+F8 61+F9 61+FB 61+F5 61+EF 61+EA 61+E8 61+E9 61+FA 61+FC 61+EB", "à á ả ã ạ ă ằ ắ ẳ ẵ ặ"],
      ["61+E2 61+E0 61+E1 61+E5 61+E3 61+E4", "â ầ ấ ẩ ẫ ậ"],
      ["65+F8 65+F9 65+FB 65+F5 65+EF 65+E2 65+E0 65+E1 65+E5 65+E3 65+E4", "è é ẻ ẽ ẹ ê ề ế ể ễ ệ"],
      ["EC ED E6 F3 F2", "ì í ỉ ĩ ị"],
      ["6F+F8 6F+F9 6F+FB 6F+F5 6F+EF 6F+E2 6F+E0 6F+E1 6F+E5 6F+E3 6F+E4 F4", "ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ"],
      ["F4+F8 F4+F9 F4+FB F4+F5 F4+EF", "ờ ớ ở ỡ ợ"],
      ["75+F8 75+F9 75+FB 75+F5 75+EF F6 F6+F8 F6+F9 F6+FB F6+F5 F6+EF", "ù ú ủ ũ ụ ư ừ ứ ử ữ ự"],
      ["79+F8 79+F9 79+FB 79+F5 EE", "ỳ ý ỷ ỹ ỵ"],
      ["F1", "đ"],
      ["41+D8 41+D9 41+DB 41+D5 41+CF 41+CA 41+C8 41+C9 41+DA 41+DC 41+CB", "À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ"],
      ["41+C2 41+C0 41+C1 41+C5 41+C3 41+C4", "Â Ầ Ấ Ẩ Ẫ Ậ"],
      ["45+D8 45+D9 45+DB 45+D5 45+CF 45+C2 45+C0 45+C1 45+C5 45+C3 45+C4", "È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ"],
      ["CC CD C6 D3 D2", "Ì Í Ỉ Ĩ Ị"],
      ["4F+D8 4F+D9 4F+DB 4F+D5 4F+CF 4F+C2 4F+C0 4F+C1 4F+C5 4F+C3 4F+C4 D4", "Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ Ơ"],
      ["D4+D8 D4+D9 D4+DB D4+D5 D4+CF", "Ờ Ớ Ở Ỡ Ợ"],
      ["55+D8 55+D9 55+DB 55+D5 55+CF D6 D6+D8 D6+D9 D6+DB D6+D5 D6+CF", "Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự"],
      ["59+D8 59+D9 59+DB 59+D5 CE", "Ỳ Ý Ỷ Ỹ Ỵ"],
      ["D1", "Đ"],
    ],
  },
  {
    mode: "capital with small mark",
    letters: [
      ["41+F8 41+F9 41+FB 41+F5 41+EF 41+EA 41+E8 41+E9 41+FA 41+FC 41+EB", "À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ"],
      ["41+E2 41+E0 41+E1 41+E5 41+E3 41+E4", "Â Ầ Ấ Ẩ Ẫ Ậ"],
      ["45+F8 45+F9 45+FB 45+F5 45+EF 45+E2 45+E0 45+E1 45+E5 45+E3 45+E4", "È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ"],
      ["4F+F8 4F+F9 4F+FB 4F+F5 4F+EF 4F+E2 4F+E0 4F+E1 4F+E5 4F+E3 4F+E4", "Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ"],
      ["D4+F8 D4+F9 D4+FB D4+F5 D4+EF", "Ờ Ớ Ở Ỡ Ợ"],
      ["55+F8 55+F9 55+FB 55+F5 55+EF D6+F8 D6+F9 D6+FB D6+F5 D6+EF", "Ù Ú Ủ Ũ Ụ Ừ Ứ Ử Ữ Ự"],
      ["59+F8 59+F9 59+FB 59+F5", "Ỳ Ý Ỷ Ỹ"],
    ],
  },
];
