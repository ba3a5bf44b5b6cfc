import type { LocalText } from '@yaji/contracts';
import type { Person } from './script.ts';

const house = (id: string, en: string, zh: string) => ({ id, name: { en, 'zh-CN': zh } });
const houses = {
  lantern: house('lantern', 'Lantern Alliance', '灯笼园区联盟'), river: house('river', 'River Bend Park', '河湾科技园'), terrace: house('terrace', 'Terrace Science Park', '梯田科学园'),
  lake: house('lake', 'North Lake Incubator', '北湖孵化器'), pine: house('pine', 'Pine Gate Innovation Centre', '松门创新中心'), brick: house('brick', 'Red Brick Campus', '红砖创意园'),
  salt: house('salt', 'Salt Field Laboratory', '盐田实验室'), ridge: house('ridge', 'West Ridge Institute', '西岭理工学院'), stone: house('stone', 'Cloud Stone Valley', '云石谷'),
  strait: house('strait', 'Straits Launchpad', '海峡起点站'), banyan: house('banyan', 'Banyan Works', '榕树工坊'), dock: house('dock', 'Garden Dock', '花园码头'),
  harbour: house('harbour', 'Harbour Incubator', '海港孵化器'), lough: house('lough', 'Lough Labs', '湖湾实验室'),
  maple: house('maple', 'Maple Yard', '枫院'), hill: house('hill', 'Hill University Labs', '山丘大学实验室'), tide: house('tide', 'Tidewater House', '潮汐创新馆'),
};
type House = keyof typeof houses;

const from = (country: string, language: string) => (id: string, name: LocalText, at: House, role: Person['role'] = 'speaker'): Person =>
  ({ id, name, organisation: houses[at], country, languages: [language], role });
const [china, singapore, ireland, canada] = [from('CN', 'zh-CN'), from('SG', 'en'), from('IE', 'en'), from('CA', 'en')];
const both = (en: string, zh: string): LocalText => ({ en, 'zh-CN': zh });

/** Invented, all of them. */
export const people: readonly Person[] = [
  china('host', both('Su Yuan', '苏源'), 'lantern', 'moderator'), singapore('cohost', both('Hana Idris', '哈娜·伊德里斯'), 'strait', 'moderator'),
  china('president', both('Fang Zhou', '方舟'), 'lantern'), singapore('lead', both('Aidan Teo', '张艾丹'), 'strait'), china('data', both('Qiao Lan', '乔岚'), 'lantern'),
  china('lin', both('Lin Wan', '林晚'), 'river'), china('he', both('He Tang', '何棠'), 'terrace'), china('ye', both('Ye Chu', '叶初'), 'lake'), china('bai', both('Bai Lu', '白麓'), 'pine'),
  china('shen', both('Shen Zhi', '沈之'), 'brick'), china('gu', both('Gu Ya', '顾雅'), 'salt'), china('tao', both('Tao Ran', '陶然'), 'ridge'), china('wei', both('Wei Shan', '魏山'), 'stone'),
  singapore('noor', { en: 'Noor Salleh' }, 'banyan'), singapore('joy', { en: 'Joy Lim' }, 'dock'),
  ireland('nora', { en: 'Nora Keely' }, 'harbour'), ireland('declan', { en: 'Declan Moy' }, 'lough'),
  canada('claire', { en: 'Claire Aubin' }, 'maple'), canada('owen', { en: 'Owen Harte' }, 'hill'), canada('june', { en: 'June Tremaine' }, 'tide'),
  singapore('ravi', { en: 'Ravi Menon' }, 'strait'),
  { id: 'ana', name: { en: 'Ana' }, role: 'attendee', languages: ['en'] }, { id: 'ming', name: { 'zh-CN': '小明' }, role: 'attendee', languages: ['zh-CN'] },
  { id: 'lee', name: { en: 'Lee' }, role: 'attendee', languages: ['en'] }, { id: 'yun', name: { 'zh-CN': '云朵' }, role: 'attendee', languages: ['zh-CN'] },
];
