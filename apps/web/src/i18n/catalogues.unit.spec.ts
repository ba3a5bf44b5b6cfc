import { describe, expect, it } from '@jest/globals';
import { refusalCodes } from '@yaji/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

type Catalogue = { [key: string]: string | Catalogue };
const here = join(process.cwd(), 'apps/web/src');
const languages = ['en', 'zh-CN', 'es'] as const;

const flat = (part: Catalogue, path = ''): [string, string][] =>
  Object.entries(part).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`)));
const read = (language: string) => new Map(flat(JSON.parse(readFileSync(join(here, 'i18n', `${language}.json`), 'utf8')) as Catalogue));
const plural = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(plural, '');
const bases = (catalogue: Map<string, string>) => [...new Set([...catalogue.keys()].map(base))].sort();
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'));
const sources = new Map(files.map((file) => [file, readFileSync(join(here, file), 'utf8')]));
const english = read('en');

describe.each(languages)('the catalogue of %s', (language) => {
  const catalogue = read(language);
  it('has every sentence and no other', () => expect(bases(catalogue)).toEqual(bases(english)));
  it('leaves no sentence empty', () => expect([...catalogue].filter(([, text]) => text.trim() === '')).toEqual([]));
  it('fills the same blanks', () => {
    const differing = [...catalogue].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(`${base(key)}_other`);
      return model === undefined || blanks(model).join() !== blanks(text).join();
    });
    expect(differing).toEqual([]);
  });
  it('has the plural forms that its grammar needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => form as string).sort();
    const counted = [...new Set([...english.keys()].filter((key) => plural.test(key)).map(base))];
    for (const key of counted) expect([key, ...needed.filter((form) => catalogue.has(`${key}_${form}`))]).toEqual([key, ...needed]);
  });
  it('has a sentence for every refusal', () => expect(refusalCodes.filter((code) => !catalogue.has(`refusal.${code}`))).toEqual([]));
});

/** Composed at run time from a union that the compiler knows: `kind.${kind}`, `refusal.${code}`, … */
const composed = /^(kind|questionNews|pollKind|pollState|motionStage|choice|secrecy|secrecyName|electorateName|majority|majorityOf|tie|quorumKind|awardMethod|boardState|verified|role|log|refusal|language|problem|media|jobName|jobMeans|jobState|diagnostics|layout|replayKind|missing|missingWhy|pushWhy|written\.(note|part|notYet|notYetText|state|stateText|approveTitle)|stream\.(state|because)|caption\.(means|sizes|sources)|figures\.of|takeAway\.(format|what))\./;

describe('the pages', () => {
  const all = [...sources.values()].join('\n');
  it('use every sentence', () => expect(bases(english).filter((key) => !composed.test(key) && !all.includes(`'${key}'`))).toEqual([]));
  it.each([...sources].filter(([file]) => file.endsWith('.tsx')))('hold no words outside the catalogues: %s', (file, source) => {
    expect(loose(file, source)).toEqual([]);
  });
});

/** Words that a person would read, written into a page: text between tags, and attributes that are shown or told. */
function loose(file: string, source: string): string[] {
  const found: string[] = [];
  const shown = new Set(['title', 'label', 'placeholder', 'alt', 'aria-label', 'hint', 'wrong']);
  const isWords = (text: string) => /\p{L}{2}/u.test(text) && text !== '雅集';
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && shown.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && isWords(node.initializer.text)) found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
