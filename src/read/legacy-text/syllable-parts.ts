// The closed sets that a Vietnamese syllable is made of: how it may begin, and what may follow, without tone. Data only.
// Loan words and names of minority languages («Đắk», «Krông») stand outside on purpose: what counts is the share.

export const ONSETS: ReadonlySet<string> = new Set(
  "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ").concat(""),
);

export const RHYMES: ReadonlySet<string> = new Set(
  `a ac ach ai am an ang anh ao ap at au ay
   ăc ăm ăn ăng ăp ăt
   âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et
   ê êch êm ên ênh êp êt êu êc
   i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   y yêm yên yêng yêt yêu ych yn ynh yp yt
   o oc oi om on ong op ot ooc oong
   oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet
   ô ôc ôi ôm ôn ông ôp ôt
   ơ ơi ơm ơn ơp ơt
   u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ
   uy uya uych uyn uynh uyp uyt uyu uyên uyêt
   ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/),
);
