// Writes the golden salons anew: their logs, as the rules record them today, and the minutes and reports that they give. What differs is seen in
// review; nothing else writes these files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './salons/files.ts';
import { salons } from './salons/salons.ts';

const folder = 'test/golden';

for (const [name, play] of Object.entries(salons)) {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(filesOf(play()))) writeFileSync(join(folder, name, file), text);
  console.log(`${folder}/${name}`);
}
