/** A brief of the demo, about a station by its code. */
export interface DemoBrief {
  at: string;
  period: string;
  asOf: string;
  titleZh: string;
  titleEn: string;
  textZh: string;
  textEn: string;
}

const sheep = 'within=620981101 split=SPECIES:SHEEP';

const yumen: DemoBrief = {
  at: '620981',
  period: '..2020-03-23',
  asOf: '2020-03-23',
  titleZh: '玉门市新时代文明实践阵地建设与养羊帮扶简报（截至{asOf}）',
  titleEn: 'Yumen: civilization practice stations and help with sheep, as of {asOf}',
  textZh: `截至{asOf}，{station}共设立新时代文明实践中心{stations.count split=LEVEL:COUNTY}个、实践所{stations.count split=LEVEL:TOWNSHIP}个、实践站{stations.count split=LEVEL:VILLAGE}个，形成市、镇、村三级实践阵地。
产业帮扶方面，玉门镇尊重群众意愿，采取“团购自养”和“代养分红”两种方式发展养羊产业，共带动贫困户{industry.livestockHouseholds ${sheep}}户，投放羊只{industry.livestockHead ${sheep}}只。按照代养协议，合作社逐年向农户分羊，2020年年底应分羊{industry.instalmentsDue ${sheep} period=2020 asOf=2020-12-31}只。`,
  textEn: `As of {asOf}, Yumen had set up {stations.count split=LEVEL:COUNTY} civilization practice centre, {stations.count split=LEVEL:TOWNSHIP} township offices and {stations.count split=LEVEL:VILLAGE} village stations, so that practice reaches from the city through the towns to the villages.
In help with industry, Yumen Town followed what households wished, and raised sheep in two ways: bought together and raised at home, or raised by a cooperative for a yearly share. Together they reached {industry.livestockHouseholds ${sheep}} poor households with {industry.livestockHead ${sheep}} sheep. Under the contracts with the cooperatives, {industry.instalmentsDue ${sheep} period=2020 asOf=2020-12-31} sheep fell due to households at the end of 2020.`,
};

const registered = 'split=STATUS:REGISTERED';
const planYear = 'within=653123 period=2019';
const zone = 'within=653123 period=..2019-01-31 split=CATEGORY:BREEDING_ZONE';

const yengisar: DemoBrief = {
  at: '653123204203',
  period: '2018-12-28..2019-01-31',
  asOf: '2019-01-31',
  titleZh: '帕其英也尔村“冬季攻势”培训与产业项目简报（{period}）',
  titleEn: 'Paqi Yingye’er village: training and projects of the winter campaign, {period}',
  textZh: `{period}，{station}扎实开展“冬季攻势”，累计培训{training.personTimes}人次，覆盖建档立卡贫困户{training.households ${registered}}户{training.persons ${registered}}人，建档立卡户培训覆盖率{training.householdCoverage ${registered}}%。农民夜校坚持月月测试、分班教学，2019年1月参加测试{training.testResults period=2019-01}人；经考核确认科技明白人{training.knowHowHolders}人。
项目建设方面，2019年度财政专项扶贫资金项目涵盖{industry.projects ${planYear} split=FUND:FISCAL_SPECIAL}类，逐户逐人落实。投资{industry.projectFunds ${zone} per=10000}万元的标准化养殖小区建成投用，预计当年向{industry.dividendPeople ${planYear}}名建档立卡贫困群众人均分红{industry.dividendPerShare ${planYear}}元，预计分红总额{industry.dividendExpected ${planYear}}元。`,
  textEn: `From {period}, the winter campaign in Paqi Yingye’er village drew {training.personTimes} attendances at training and reached {training.households ${registered}} registered poor households with {training.persons ${registered}} people, which is {training.householdCoverage ${registered}}% of those households. The farmers’ night school tests its learners every month and places them in classes: {training.testResults period=2019-01} sat the test of January 2019. {training.knowHowHolders} people have been confirmed as holders of farming know-how.
For 2019, projects under the fiscal special fund for poverty relief came in {industry.projects ${planYear} split=FUND:FISCAL_SPECIAL} kinds, each carried down to household and person. A standard breeding zone of {industry.projectFunds ${zone} per=1000000} million yuan was built and put to use; it is expected to pay {industry.dividendPerShare ${planYear}} yuan to each of {industry.dividendPeople ${planYear}} registered poor people in that year, {industry.dividendExpected ${planYear}} yuan in all.`,
};

const ganzhou: DemoBrief = {
  at: '620702202',
  period: '2023-08',
  asOf: '2023-08-29',
  titleZh: '龙渠乡新时代文明实践阵地简报（{period}）',
  titleEn: 'Longqu Township: civilization practice stations, {period}',
  textZh: `截至{asOf}，{station}设立新时代文明实践所{stations.count split=LEVEL:TOWNSHIP}个、实践站{stations.count split=SETTLEMENT:VILLAGE}个，实践站全部建在行政村，由实践所统筹谋划、实践站组织实施，依托志愿服务队把服务送到群众家门口。`,
  textEn: `As of {asOf}, Longqu Township had {stations.count split=LEVEL:TOWNSHIP} civilization practice office and {stations.count split=SETTLEMENT:VILLAGE} stations, all of them in villages. The office plans, the stations organize, and volunteer teams carry services to people’s doors.`,
};

const fruit = 'split=ITEM:百香果苗';
const pear = 'split=ITEM:香蜜顺梨苗';
const chick = 'split=ITEM:三黄鸡苗';

const cenxi: DemoBrief = {
  at: '450481108',
  period: '..2017-11-10',
  asOf: '2017-11-10',
  titleZh: '岑溪市大业镇产业扶持到户简报（截至{asOf}）',
  titleEn: 'Daye Town, Cenxi: seedlings and chicks brought to households, as of {asOf}',
  textZh: `截至{asOf}，{station}因户施策发展种植养殖业，累计向{industry.distributionHouseholds ${fruit}}户贫困户发放百香果苗{industry.distributed ${fruit} unit=PLANT}株，向{industry.distributionHouseholds ${pear}}户发放香蜜顺梨苗{industry.distributed ${pear} unit=PLANT}株，向{industry.distributionHouseholds ${chick}}户发放三黄鸡苗{industry.distributed ${chick} unit=BIRD}羽。
在摸清群众种养意愿的基础上，全镇已有{industry.specialties period=2017}个村确定特色产业：胜垌村发展澳洲坚果和百香果，奕清村发展生猪养殖，大献村发展香蜜顺梨。`,
  textEn: `By {asOf}, Daye Town had fitted its help to each household: {industry.distributed ${fruit} unit=PLANT} passion fruit seedlings went to {industry.distributionHouseholds ${fruit}} poor households, {industry.distributed ${pear} unit=PLANT} honey pear seedlings to {industry.distributionHouseholds ${pear}}, and {industry.distributed ${chick} unit=BIRD} Sanhuang chicks to {industry.distributionHouseholds ${chick}}.
Once it was known what households wished to grow and raise, {industry.specialties period=2017} villages settled on a specialty: macadamia and passion fruit in Shengdong, pigs in Yiqing, and honey pears in Daxian.`,
};

const first = 'period=..2019-05-14';
const third = 'period=2019-05-15..2019-05-15';

const fenxi: DemoBrief = {
  at: '141034',
  period: '..2019-05-30',
  asOf: '2019-05-30',
  titleZh: '汾西县就业扶贫与技能培训简报（截至{asOf}）',
  titleEn: 'Fenxi: work and skills against poverty, as of {asOf}',
  textZh: `劳务输出方面，{station}与省内企业签订用工协议，前两批共输送{jobs.dispatched ${first}}人到岗务工；2019年5月15日第三批{jobs.dispatched ${third}}人免费乘车启程，截至{asOf}累计输出{jobs.dispatched}人。据务工人员介绍，技术工月工资约{jobs.quotedWage period=2019-05 split=GRADE:TECHNICAL}元，普通工约{jobs.quotedWage period=2019-05 split=GRADE:GENERAL}元（口述数，非统计数）。
公益专岗方面，全县按照因才选岗的原则设置{jobs.openings period=2019 split=KIND:PUBLIC_WELFARE}类岗位。技能培训方面，永安镇南沟底村邀请农科专家讲授红薯栽培技术，{training.persons within=141034100207 period=2019-03-01..2019-05-30}名村民到场学习。`,
  textEn: `In sending workers out, Fenxi signed an agreement with a firm of the province. The first two batches brought {jobs.dispatched ${first}} people to work; on 15 May 2019 a third of {jobs.dispatched ${third}} left by free coach, which makes {jobs.dispatched} by {asOf}. As a worker told it, a skilled hand earns about {jobs.quotedWage period=2019-05 split=GRADE:TECHNICAL} yuan a month and a general one about {jobs.quotedWage period=2019-05 split=GRADE:GENERAL}; these are words and no statistic.
For public-welfare posts the county set up {jobs.openings period=2019 split=KIND:PUBLIC_WELFARE} kinds of work and chose people by what they can do. In training, Nangoudi village of Yong’an Town invited an agronomist to teach the growing of sweet potatoes, and {training.persons within=141034100207 period=2019-03-01..2019-05-30} villagers came.`,
};

/** The five briefs, which state the figures of the articles as far as the records give them. */
export const demoBriefs: readonly DemoBrief[] = [yumen, yengisar, ganzhou, cenxi, fenxi];
