import { rolldown } from 'rolldown';

// Our own sources are bundled, and the few lines by which decorators work; packages stay outside and are found in node_modules as
// usual, but for those below.
const OURS = /^(\.|\/|[A-Za-z]:[\\/]|\0|@yaji\/|@oxc-project\/runtime\/)/;
// Finding and opening their hundreds of small files is a third of a program's start, and after a fault a start is silence. What
// belongs together is bundled together, so that nothing is there twice.
const MANY_FILES = /^(@nestjs\/[^/]+|rxjs|zod|socket\.io(-[a-z]+)?|engine\.io(-[a-z]+)?|ws|express|prom-client|jose|iterare|tslib|uid)(\/|$)/;
// Nest asks for these, and does without them.
const NOT_INSTALLED = /^(@nestjs\/microservices.*|class-transformer.*|class-validator.*|@fastify\/.*)$/;

/**
 * Bundles one program for Node: ESM, one file with its source map, aliases resolved as in the tsconfig,
 * decorators with the metadata by which Nest injects.
 * @param {{ root: string, input: string, file: string, startsFast?: boolean }} program `startsFast`: packages of many files go into it as well
 */
export async function bundle({ root, input, file, startsFast = false }) {
  const stays = (id) => !OURS.test(id) && !(startsFast && MANY_FILES.test(id) && !NOT_INSTALLED.test(id));
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // The nearest tsconfig says where @yaji/* is and that decorators are the old ones with metadata.
    tsconfig: true,
    external: stays,
    transform: { target: 'es2024' },
  });
  try {
    await bundled.write({ file, format: 'esm', sourcemap: true, keepNames: true, codeSplitting: false });
  } finally {
    await bundled.close();
  }
}
