// «Toàn xã», «toàn tỉnh»: words after «toàn» that mean the whole of the unit that reports. One list, so that the stage
// that tells rows of sums and the stage that says whose sum it is agree.

/** «Toàn Thắng» is a name; «toàn khối» and «toàn trường» are sums over a part and stand elsewhere. */
export const WHOLE_AREAS = [
  "xã",
  "phường",
  "thị trấn",
  "đặc khu",
  "huyện",
  "quận",
  "thị xã",
  "thành phố",
  "tỉnh",
  "cụm",
  "quốc",
  "ngành",
  "hội",
  "đơn vị",
  "địa bàn",
] as const;
