// How many times too large or too small a figure is that slipped: one digit, nghìn for đồng, triệu for đồng.

import * as z from "zod";

export const TIMES = z.union([z.literal(10), z.literal(1_000), z.literal(1_000_000)]);
