import { rolldown } from 'rolldown';

// Our own sources are bundled, and the few lines by which decorators work; every package stays outside and is found in
// node_modules as usual.
const OURS = /^(\.|\/|[A-Za-z]:[\\/]|\0|@yaji\/|@oxc-project\/runtime\/)/;
const isPackage = (id) => !OURS.test(id);

/**
 * Bundles one program for Node: ESM, one file with its source map, aliases resolved as in the tsconfig,
 * decorators with the metadata by which Nest injects.
 * @param {{ root: string, input: string, file: string }} program
 */
export async function bundle({ root, input, file }) {
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // The nearest tsconfig says where @yaji/* is and that decorators are the old ones with metadata.
    tsconfig: true,
    external: isPackage,
    transform: { target: 'es2024' },
  });
  try {
    await bundled.write({ file, format: 'esm', sourcemap: true, keepNames: true, codeSplitting: false });
  } finally {
    await bundled.close();
  }
}
