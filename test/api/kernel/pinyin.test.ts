import { expect, test } from '@jest/globals';
import { pinyinOf, pinyinOfPerson } from '../../../api/kernel/pinyin.js';

const placeCases: [name: string, pinyin: string, initials: string][] = [
  ['黄闸湾', 'huangzhawan', 'hzw'],
  ['岑溪', 'cenxi', 'cx'],
  ['汾西', 'fenxi', 'fx'],
  ['英吉沙', 'yingjisha', 'yjs'],
  ['甘州', 'ganzhou', 'gz'],
  ['玉门', 'yumen', 'ym'],
  ['昌马', 'changma', 'cm'],
  ['独山子东乡族乡', 'dushanzidongxiangzuxiang', 'dszdxzx'],
  ['小金湾东乡族乡', 'xiaojinwandongxiangzuxiang', 'xjwdxzx'],
  ['甘浚镇', 'ganjunzhen', 'gjz'],
  ['勍香镇', 'qingxiangzhen', 'qxz'],
  ['佃坪乡', 'dianpingxiang', 'dpx'],
  ['团柏乡', 'tuanbaixiang', 'tbx'],
  ['糯垌镇', 'nuodongzhen', 'ndz'],
  ['什八名村', 'shibamingcun', 'sbmc'],
  ['缪家堡村', 'miaojiabaocun', 'mjbc'],
  ['曾子村', 'zengzicun', 'zzc'],
  ['喀什地区', 'kashidiqu', 'ksdq'],
  ['帕其英也尔村', 'paqiyingyeercun', 'pqyyec'],
  ['重庆', 'chongqing', 'cq'],
  ['单县', 'shanxian', 'sx'],
  ['长安', 'changan', 'ca'],
  ['长子县', 'zhangzixian', 'zzx'],
  ['六安', 'luan', 'la'],
  ['蔚县', 'yuxian', 'yx'],
  ['尉犁县', 'yulixian', 'ylx'],
  ['铅山', 'yanshan', 'ys'],
  ['番禺', 'panyu', 'py'],
  ['大埔', 'dabu', 'db'],
  ['厦门', 'xiamen', 'xm'],
  ['东阿', 'donge', 'de'],
  ['浚县', 'xunxian', 'xx'],
  ['莘县', 'shenxian', 'sx'],
  ['台州', 'taizhou', 'tz'],
  ['丽水', 'lishui', 'ls'],
  ['涪陵', 'fuling', 'fl'],
  ['成都市', 'chengdushi', 'cds'],
  ['民乐县', 'minlexian', 'mlx'],
  ['乐亭县', 'laotingxian', 'ltx'],
  ['洪洞县', 'hongtongxian', 'htx'],
];

test.each(placeCases)('the place %s is read %s and found by %s', (name, pinyin, initials) => {
  expect(pinyinOf(name)).toEqual({ pinyin, initials });
});

test('a word that spans two words of a name does not change the reading of a place', () => {
  expect(pinyinOf('林甸县长青林场').pinyin).toBe('lindianxianchangqinglinchang');
});

const peopleCases: [name: string, pinyin: string, initials: string][] = [
  ['解小明', 'xiexiaoming', 'xxm'],
  ['单小明', 'shanxiaoming', 'sxm'],
  ['仇小明', 'qiuxiaoming', 'qxm'],
  ['区小明', 'ouxiaoming', 'oxm'],
  ['曾小明', 'zengxiaoming', 'zxm'],
  ['查小明', 'zhaxiaoming', 'zxm'],
  ['盖小明', 'gexiaoming', 'gxm'],
  ['种小明', 'chongxiaoming', 'cxm'],
  ['任小明', 'renxiaoming', 'rxm'],
  ['尉迟小明', 'yuchixiaoming', 'ycxm'],
  ['吕小明', 'lvxiaoming', 'lxm'],
  ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ['单江·艾山', 'danjiangaishan', 'djas'],
];

test.each(peopleCases)('the person %s is read %s and found by %s', (name, pinyin, initials) => {
  expect(pinyinOfPerson(name)).toEqual({ pinyin, initials });
});

test('letters and digits stay in lower case, other signs and spaces are dropped', () => {
  expect(pinyinOf('3号村 ＡB（东）·')).toEqual({ pinyin: '3haocunabdong', initials: '3hcabd' });
  expect(pinyinOf(' ·（）')).toEqual({ pinyin: '', initials: '' });
  expect(pinyinOf('')).toEqual({ pinyin: '', initials: '' });
});

test('a character without a reading is dropped and its neighbours keep theirs', () => {
  expect(pinyinOf('輋𣒍村')).toEqual({ pinyin: 'shecun', initials: 'sc' });
  expect(pinyinOf('𣒍', 'mang')).toEqual({ pinyin: 'mang', initials: 'm' });
});

test.each([
  ['板么村', 'ban yao cun', 'banyaocun', 'byc'],
  ['板么村', 'BanYaoCun', 'banyaocun', 'byc'],
  ['会稽', 'kuaiji', 'kuaiji', 'kj'],
  ['东阿', "Dōng'ē", 'donge', 'de'],
  ['绿洲', 'lǜ zhōu', 'lvzhou', 'lz'],
  ['吕梁', 'lu:liang', 'lvliang', 'll'],
  ['黄闸湾', '  ', 'huangzhawan', 'hzw'],
])('%s with the reading "%s" set by hand is %s, found by %s', (name, override, pinyin, initials) => {
  expect(pinyinOf(name, override)).toEqual({ pinyin, initials });
});

test('a reading set by hand that fits no character is kept, with the initials of the name', () => {
  expect(pinyinOf('黄闸湾', 'xyz')).toEqual({ pinyin: 'xyz', initials: 'hzw' });
});
