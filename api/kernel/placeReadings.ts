/**
 * How characters are read in the names of places where the dictionary reads them as common words (都 "dou", 县|长
 * "zhang"). One toneless syllable a character; the words of PLACE_WORDS go before it.
 */
export const PLACE_CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    乐: 'le',
    什: 'shi',
    仇: 'qiu',
    垌: 'dong',
    大: 'da',
    巷: 'xiang',
    曾: 'zeng',
    朝: 'chao',
    柏: 'bai',
    歙: 'she',
    畜: 'xu',
    盖: 'gai',
    缪: 'miao',
    莞: 'guan',
    藏: 'zang',
    都: 'du',
    长: 'chang',
    阿: 'a',
    // Absent from the dictionary; both stand in names of the national list.
    㯊: 'yan',
    㵲: 'wu',
  }),
);

/**
 * Names of places, and words in them, that are read unlike their characters elsewhere. Syllables are separated by
 * spaces, one a character. The longest word that fits wins.
 */
export const PLACE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    东涌: 'dong chong',
    东阿: 'dong e',
    丽水: 'li shui',
    乐亭: 'lao ting',
    乐清: 'yue qing',
    乐陵: 'lao ling',
    六合区: 'lu he qu',
    六安: 'lu an',
    单县: 'shan xian',
    单城: 'shan cheng',
    单集: 'shan ji',
    厦门: 'xia men',
    古荥: 'gu xing',
    台州: 'tai zhou',
    吴堡: 'wu bu',
    大城县: 'dai cheng xian',
    大埔: 'da bu',
    大夫: 'dai fu',
    宕昌: 'tan chang',
    尉犁: 'yu li',
    新圩: 'xin xu',
    朝晖: 'zhao hui',
    朝霞: 'zhao xia',
    栎阳: 'yue yang',
    泌阳: 'bi yang',
    洪洞: 'hong tong',
    浒墅: 'xu shu',
    浚县: 'xun xian',
    浚州: 'xun zhou',
    涡北: 'guo bei',
    涡南: 'guo nan',
    涡河: 'guo he',
    涡阳: 'guo yang',
    涪陵: 'fu ling',
    珠藏: 'zhu cang',
    珲春: 'hun chun',
    番禺: 'pan yu',
    礼乐: 'li yue',
    祭城: 'zha cheng',
    称多: 'chen duo',
    穆棱: 'mu ling',
    筠连: 'jun lian',
    繁峙: 'fan shi',
    莘县: 'shen xian',
    莘庄: 'xin zhuang',
    葵涌: 'kui chong',
    蔚县: 'yu xian',
    蔚州: 'yu zhou',
    藏龙: 'cang long',
    解州: 'xie zhou',
    调兵山: 'diao bing shan',
    重庆: 'chong qing',
    铅山: 'yan shan',
    长子: 'zhang zi',
    长安: 'chang an',
    霞涌: 'xia chong',
    音乐: 'yin yue',
    麻涌: 'ma chong',
    黄陂: 'huang pi',
  }),
);

/** Family names of one character that the dictionary's own table of family names lacks. */
export const FAMILY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    种: 'chong',
    祭: 'zhai',
    秘: 'bi',
    郇: 'xun',
  }),
);
