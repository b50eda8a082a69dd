import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { pinyinOf } from '../../../api/kernel/pinyin.js';
import {
  countyKind,
  DEMO_COUNTIES,
  demoStationPlaces,
  type Place,
  PlaceFileError,
  parentsOf,
  parsePlaceFile,
  placeOf,
  settlementOf,
  shortName,
  townshipKind,
  townshipsOf,
  villagesOf,
} from '../../../api/tenancy/places/places.js';

const atLevel = (places: Place[], level: Place['level']) => places.filter((place) => place.level === level);
const settled = (places: Place[], settlement: Place['settlement']) =>
  places.filter((place) => place.settlement === settlement);
const kindOf = (code: string) => countyKind(placeOf(code) as Place);

test('a place of each level is found by its code with its parent', () => {
  expect(placeOf('62')).toMatchObject({ name: '甘肃省', level: 'PROVINCE', parentCode: null, settlement: null });
  expect(placeOf('6209')).toMatchObject({ name: '酒泉市', level: 'PREFECTURE', parentCode: '62' });
  expect(placeOf('620981')).toMatchObject({ name: '玉门市', level: 'COUNTY', parentCode: '6209' });
  expect(placeOf('620981105')).toMatchObject({ name: '黄闸湾镇', level: 'TOWNSHIP', parentCode: '620981' });
  expect(placeOf('620981105202')).toEqual({
    code: '620981105202',
    name: '黄闸湾村委会',
    level: 'VILLAGE',
    parentCode: '620981105',
    settlement: 'VILLAGE',
  });
  expect(placeOf('620982')).toMatchObject({ name: '敦煌市' });
  expect(placeOf('999999')).toBeUndefined();
  expect(placeOf('')).toBeUndefined();
});

test('the five counties have the townships and village-level units of the published list', () => {
  const sizes = DEMO_COUNTIES.map((county) => {
    const townships = townshipsOf(county);
    return [county, townships.length, townships.flatMap(({ code }) => villagesOf(code)).length];
  });
  expect(sizes).toEqual([
    ['620981', 16, 84],
    ['653123', 15, 198],
    ['620702', 24, 279],
    ['450481', 14, 290],
    ['141034', 7, 93],
  ]);
});

test('villages of other counties are not known, and a code of another level has none', () => {
  expect(townshipsOf('620982').length).toBeGreaterThan(5);
  expect(villagesOf(townshipsOf('620982')[0]?.code ?? '')).toEqual([]);
  expect(villagesOf('620981')).toEqual([]);
  expect(townshipsOf('6209')).toEqual([]);
  expect(townshipsOf('123456')).toEqual([]);
});

test('Yumen has stations at exactly 12 towns and townships and their 59 village committees', () => {
  const places = demoStationPlaces('620981');
  expect(places).toHaveLength(72);
  expect(places[0]?.code).toBe('620981');
  const serials = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 206, 208];
  expect(atLevel(places, 'TOWNSHIP').map(({ code }) => code)).toEqual(serials.map((serial) => `620981${serial}`));
  const villages = atLevel(places, 'VILLAGE');
  expect(settled(villages, 'VILLAGE')).toHaveLength(59);
  expect(villages).toHaveLength(59);
  const perTown = serials.map((serial) => villages.filter(({ parentCode }) => parentCode === `620981${serial}`).length);
  expect(perTown).toEqual([3, 8, 5, 4, 4, 6, 5, 5, 5, 5, 5, 4]);
  const all = townshipsOf('620981').flatMap(({ code }) => villagesOf(code));
  expect(settled(all, 'COMMUNITY')).toHaveLength(25);
});

test.each([
  ['653123', { TOWN: 4, TOWNSHIP: 10, OTHER: 1 }, 198],
  ['620702', { SUBDISTRICT: 5, TOWN: 13, TOWNSHIP: 4, ETHNIC_TOWNSHIP: 1, OTHER: 1 }, 279],
  ['450481', { TOWN: 14 }, 290],
  ['141034', { TOWN: 5, TOWNSHIP: 2 }, 93],
])('in %s every unit is a station', (county, kinds, villages) => {
  const places = demoStationPlaces(county);
  const counted: Record<string, number> = {};
  for (const { name } of atLevel(places, 'TOWNSHIP'))
    counted[townshipKind(name)] = (counted[townshipKind(name)] ?? 0) + 1;
  expect(counted).toEqual(kinds);
  expect(atLevel(places, 'VILLAGE')).toHaveLength(villages);
  expect(atLevel(places, 'COUNTY').map(({ code }) => code)).toEqual([county]);
});

test.each(DEMO_COUNTIES.map((county) => [county]))(
  'in %s parents stand before children and begin their codes',
  (county) => {
    const seen = new Set<string>();
    for (const { code, parentCode, level } of demoStationPlaces(county)) {
      expect(level === 'COUNTY' || seen.has(parentCode ?? '')).toBe(true);
      expect(code.startsWith(parentCode ?? '-')).toBe(true);
      expect(seen.has(code)).toBe(false);
      seen.add(code);
    }
  },
);

test('a county that is no demo county is refused with the list of those that are', () => {
  expect(() => demoStationPlaces('620982')).toThrow('620982 is no demo county; these are: 620981, 653123');
});

test.each([
  ['620981105203', '黄花营村'],
  ['620981101200', '南门村'],
  ['653123204203', '帕其英也尔村'],
  ['620702202203', '下堡村'],
  ['450481108001', '大业社区'],
  ['450481108213', '大献村'],
  ['450481108205', '新村'],
  ['141034100207', '南沟底村'],
  ['141034102204', '西村'],
  ['141034200208', '白衣村'],
])('%s is called %s', (code, name) => {
  expect(shortName(placeOf(code)?.name ?? '')).toBe(name);
});

test.each([
  ['梁子沟村村民委员会', '梁子沟村'],
  ['高林社区居民委员会', '高林社区'],
  ['振兴社区村委会', '振兴社区'],
  ['巴彦宝拉格嘎查委员会', '巴彦宝拉格嘎查'],
  ['巴彦宝拉格嘎查村委会', '巴彦宝拉格嘎查'],
  ['和平居民委员会', '和平居委会'],
  ['漓东街道办事处', '漓东街道'],
  ['街道直辖村民小组', '街道直辖村民小组'],
  ['黄闸湾镇', '黄闸湾镇'],
])('%s is shortened to %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

test('village and community are told by the name, and by the code where the name is silent', () => {
  expect(settlementOf('450481108001', '大业社区居委会')).toBe('COMMUNITY');
  expect(settlementOf('110101001001', '梁子沟村民委员会')).toBe('VILLAGE');
  expect(settlementOf('620981400598', '国营饮马农场虚拟生活区')).toBe('COMMUNITY');
  expect(settlementOf('110101001005', '东门居委会')).toBe('COMMUNITY');
  expect(settlementOf('110101001007', '东门')).toBe('COMMUNITY');
  expect(settlementOf('110101001207', '东门')).toBe('VILLAGE');
});

test('a county-level division is a city, a county or a district', () => {
  expect(['620981', '450481', '419001', '441900'].map(kindOf)).toEqual(['CITY', 'CITY', 'CITY', 'CITY']);
  expect(['653123', '141034', '469025', '152527'].map(kindOf)).toEqual(['COUNTY', 'COUNTY', 'COUNTY', 'COUNTY']);
  expect(['620702', '110101', '140109'].map(kindOf)).toEqual(['DISTRICT', 'DISTRICT', 'DISTRICT']);
  expect(kindOf('429021')).toBe('COUNTY');
  expect(() => kindOf('6209')).toThrow('6209 酒泉市 is no county-level division.');
});

test('a township-level unit is told by its name', () => {
  const names = ['玉门镇', '龙渠乡', '平山湖蒙古族乡', '贡宝拉格苏木', '东街街道', '太阳宫地区', '甘肃矿区'];
  const kinds = ['TOWN', 'TOWNSHIP', 'ETHNIC_TOWNSHIP', 'TOWNSHIP', 'SUBDISTRICT', 'SUBDISTRICT', 'OTHER'];
  expect(names.map(townshipKind)).toEqual(kinds);
});

test('a county directly under its province has a province and no prefecture', () => {
  const names = (code: string) => [parentsOf(code).province.name, parentsOf(code).prefecture?.name ?? null];
  expect(names('620981')).toEqual(['甘肃省', '酒泉市']);
  expect(names('653123')).toEqual(['新疆维吾尔自治区', '喀什地区']);
  expect(names('419001')).toEqual(['河南省', null]);
  expect(names('469001')).toEqual(['海南省', null]);
  expect(names('110101')).toEqual(['北京市', null]);
  expect(names('500229')).toEqual(['重庆市', null]);
  expect(names('441900')).toEqual(['广东省', '东莞市']);
  expect(() => parentsOf('620981105')).toThrow('620981105 is no county-level division');
});

test('hzw finds 黄闸湾 and no other town of Yumen', () => {
  const found = demoStationPlaces('620981').filter(({ name }) => pinyinOf(shortName(name)).initials.startsWith('hzw'));
  expect(found.map(({ name }) => name)).toEqual(['黄闸湾镇', '黄闸湾村委会']);
});

const problemsOf = (text: string, county?: string) => {
  try {
    return parsePlaceFile(text, county);
  } catch (error) {
    if (error instanceof PlaceFileError) return error.problems.map(({ line, message }) => `${line} ${message}`);
    throw error;
  }
};

test('a villages file is read with comma or tab, heading, quotes and byte order mark', () => {
  const villages = [
    { code: '620982100200', name: '甲村委会' },
    { code: '620982100201', name: '乙村委会' },
  ];
  expect(parsePlaceFile('620982100201,乙村委会\n620982100200,甲村委会\n')).toEqual(villages);
  expect(parsePlaceFile('\uFEFFcode,name\r\n620982100200,"甲村委会"\r\n\r\n620982100201, 乙村委会 ')).toEqual(villages);
  expect(parsePlaceFile('名称\t备注\t代码\n甲村委会\t\t620982100200\n乙村委会\tx\t620982100201')).toEqual(villages);
});

test('each wrong line of a villages file is named with what is wrong', () => {
  const text = [
    'code,name',
    '62098210020,甲村委会',
    '620982100200,',
    '6.20982E+11,乙村委会',
    'abc,丙村委会',
    '620982100201,丁村委会',
    '620982100201,戊村委会',
    '620982100202,"己村委会',
    '620982100203,\uFFFD\uFFFD',
    `620982100204,${'村'.repeat(61)}`,
  ].join('\n');
  expect(problemsOf(text)).toEqual([
    '2 the code "62098210020" has 11 digits; a village has 12, a township 9.',
    '3 620982100200 has no name.',
    '4 6.20982E+11 was a code before a spreadsheet rounded it; format the column as text.',
    '5 "abc" is no code; a code has digits alone.',
    '7 620982100201 stands in line 6 already.',
    '8 a quotation mark is not closed.',
    '9 the name cannot be read; save the file as UTF-8.',
    '10 the name of 620982100204 is longer than 60 characters.',
  ]);
  expect(problemsOf('620982100200')).toEqual(['1 code,name is wanted, and 1 column(s) stand here.']);
  expect(problemsOf('')).toEqual(['1 the file names no place.']);
  expect(() => parsePlaceFile('x,y\n'.repeat(12))).toThrow(/^line 1: .*\n(?:line .*\n){9}… and 2 more$/);
});

test('codes of a villages file begin with the county and a township of the list or the file', () => {
  const township = townshipsOf('620982')[0]?.code ?? '';
  expect(problemsOf(`${township}200,甲村\n620981105200,乙村\n620982199200,丙村`, '620982')).toEqual([
    '2 620981105200 does not lie in 620982 敦煌市.',
    '3 620982199 is no township of 620982 敦煌市; give it a line of its own.',
  ]);
  expect(parsePlaceFile('620982199200,丙村\n620982199,新镇', '620982').map(({ code }) => code)).toEqual([
    '620982199',
    '620982199200',
  ]);
});

function runMake(streets: string): { status: number | null; stderr: string; list: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin places '));
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  mkdirSync(join(folder, 'dist'));
  write('package.json', '{"name":"places-of-a-test","version":"1.2.3"}');
  write('dist/provinces.csv', 'code,name\n62,"甘肃省"\n');
  write('dist/cities.csv', 'code,name,provinceCode\n6209,"酒泉市",62\n');
  write('dist/areas.csv', 'code,name,cityCode,provinceCode\n620982,"敦煌市",6209,62\n620981,"玉门市",6209,62\n');
  write('dist/streets.csv', `code,name,areaCode,provinceCode,cityCode\n${streets}`);
  write(
    'dist/villages.csv',
    'code,name,streetCode\n620981105200,"梁子沟村委会",620981105\n620982100200,"甲村委会",620982100\n',
  );
  const target = join(folder, 'nation.txt');
  const script = fileURLToPath(new URL('../../../api/tenancy/places/make.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, folder, target], { encoding: 'utf8' });
  const list = status === 0 ? readFileSync(target, 'utf8') : '';
  rmSync(folder, { recursive: true });
  return { status, stderr, list };
}

test('the list is made from the package with the villages of the demo counties alone', () => {
  const { list } = runMake('620982100,"七里镇",620982,62,6209\n620981105,"黄闸湾镇",620981,62,6209\n');
  const [heading, ...lines] = list.trim().split('\n');
  expect(heading).toContain('places-of-a-test 1.2.3');
  expect(lines).toEqual([
    '62\t甘肃省',
    '\t09\t酒泉市',
    '\t\t81\t玉门市',
    '\t\t\t105\t黄闸湾镇',
    '\t\t\t\t200\t梁子沟村委会',
    '\t\t82\t敦煌市',
    '\t\t\t100\t七里镇',
  ]);
});

test('a list with a place without a parent is not made', () => {
  const { status, stderr } = runMake('620982100,"七里镇",620982,62,6209\n');
  expect(status).toBe(1);
  expect(stderr).toContain('620981105200 梁子沟村委会 has no parent 620981105.');
});
