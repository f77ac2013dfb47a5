// Letters of TCVN3 (ABC, fonts named `.Vn…`) and the codes that stand for them. Data only: a test demands that it agrees
// with test/data/bang-ma-tcvn3.csv; its sources stand in test/data/NGUON-bang-ma.md.

import type { CodeTable } from "./code-table.js";

/**
 * Codes are hexadecimal; where one letter takes two of them they are joined by «+». There is no code for a capital vowel
 * with a tone: fonts whose name ends in H show the small letters as capitals, and some converters write the bare capital
 * before the code of the small letter (composite).
 */
export const TCVN3_TABLES: readonly CodeTable[] = [
  {
    mode: "small",
    letters: [
      ["B5 B8 B6 B7 B9 A8 BB BE BC BD C6 A9 C7 CA C8 C9 CB", "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ"],
      ["CC D0 CE CF D1 AA D2 D5 D3 D4 D6", "è é ẻ ẽ ẹ ê ề ế ể ễ ệ"],
      ["D7 DD D8 DC DE", "ì í ỉ ĩ ị"],
      ["DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE", "ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ"],
      ["EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9", "ù ú ủ ũ ụ ư ừ ứ ử ữ ự"],
      ["FA FD FB FC FE", "ỳ ý ỷ ỹ ỵ"],
      ["AE", "đ"],
    ],
  },
  {
    mode: "ready capitals",
    letters: [
      ["A1 A2", "Ă Â"],
      ["A7", "Đ"],
      ["A3", "Ê"],
      ["A4 A5", "Ô Ơ"],
      ["A6", "Ư"],
    ],
  },
  {
    mode: "composite",
    letters: [
      ["41+B5 41+B8 41+B6 41+B7 41+B9 A1+BB A1+BE A1+BC A1+BD A1+C6 A2+C7", "À Á Ả Ã Ạ Ằ Ắ Ẳ Ẵ Ặ Ầ"],
      ["A2+CA A2+C8 A2+C9 A2+CB", "Ấ Ẩ Ẫ Ậ"],
      ["45+CC 45+D0 45+CE 45+CF 45+D1 A3+D2 A3+D5 A3+D3 A3+D4 A3+D6", "È É Ẻ Ẽ Ẹ Ề Ế Ể Ễ Ệ"],
      ["49+D7 49+DD 49+D8 49+DC 49+DE", "Ì Í Ỉ Ĩ Ị"],
      ["4F+DF 4F+E3 4F+E1 4F+E2 4F+E4 A4+E5 A4+E8 A4+E6 A4+E7 A4+E9 A5+EA", "Ò Ó Ỏ Õ Ọ Ồ Ố Ổ Ỗ Ộ Ờ"],
      ["A5+ED A5+EB A5+EC A5+EE", "Ớ Ở Ỡ Ợ"],
      ["55+EF 55+F3 55+F1 55+F2 55+F4 A6+F5 A6+F8 A6+F6 A6+F7 A6+F9", "Ù Ú Ủ Ũ Ụ Ừ Ứ Ử Ữ Ự"],
      ["59+FA 59+FD 59+FB 59+FC 59+FE", "Ỳ Ý Ỷ Ỹ Ỵ"],
    ],
  },
];
