import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const library = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

/**
 * Parts of two libraries that no browser of ours runs, about 12 kB of the 190 kB that a listener may load: mediasoup-client's React
 * Native, its Chrome before 111, its own test doubles and its debug logger; Socket.IO's transports other than WebSocket.
 */
const unused: readonly { files: RegExp; instead: string }[] = [
  { files: /mediasoup-client\/lib\/(handlers\/(ReactNative106|Chrome74|FakeHandler)|test\/fakeParameters)\.js$/, instead: '\0left-out:handler.cjs' },
  { files: /engine\.io-client\/.*\/(polling-xhr|polling-fetch|webtransport)(\.node)?\.js$/, instead: '\0left-out:transport.js' },
];
const instead: Record<string, string> = {
  '\0left-out:handler.cjs': 'exports.ReactNative106 = exports.Chrome74 = exports.FakeHandler = { createFactory() { throw new Error("this browser is too old"); } }; exports.generateRouterRtpCapabilities = () => ({});',
  '\0left-out:debug.cjs': 'const quiet = () => Object.assign(() => undefined, { enabled: false, log() {} }); module.exports = quiet; module.exports.default = quiet;',
  '\0left-out:transport.js': 'export class XHR {} export class Fetch {} export class WT {}',
};
const leaveOut = (): Plugin => ({
  name: 'yaji-leave-out',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source === 'debug' && importer?.includes('node_modules')) return '\0left-out:debug.cjs';
    if (!source.startsWith('.') || !/mediasoup-client|engine\.io-client/.test(importer ?? '')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return unused.find(({ files }) => found && files.test(found.id))?.instead ?? null;
  },
  load: (id) => instead[id] ?? null,
});

const inRoom = /mediasoup|socket\.io|engine\.io|sdp-transform|h264-profile|events-alias|awaitqueue|libs\/salon|src\/(live|media|features)\//;
/** Shared by pages and dialogs of which a listener needs none: loaded with them. */
const onDemand = /xstate|react-query|query-core|server-state|features\/device\/(?!remedy)|features\/recording\/(?!mark)|media\/device\/(echo|sound|level-meter)|floor\/queue\/reason-words|features\/help\/help\.module|IconPlayer(Play|Pause)\.mjs|recording\/recorded-time|ui\/route\/query|features\/(stream\/(?!elsewhere)|(written|replay|caption)\/)|stage\/own\/(own-controls|own-view|not-heard)|Icon(Microphone|Video|EyeOff)/;
/** What the room brings once it is there: loaded after, and shared with the pages of the hall and the desk. */
const afterwards = /features\/(question|poll|vote|action)\/(?!open-questions|is-asked|is-vote-asked|receipts)|floor\/queue\/due-elsewhere/;
/** Rules that only those pages need; they stand on no other, so the group of the room must not bring them. */
const leaves = /salon\/src\/(question\/(alike|across)|poll\/(ranking|result)|ballot\/(majority|board))/;

export default defineConfig({
  root,
  plugins: [leaveOut(), react()],
  resolve: { alias: { '@yaji/kit': library('kit'), '@yaji/salon': library('salon') } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Fonts and the seal are files of their own: the content policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What several pages share is two files, not two dozen: those compress worse and cost a listener 5 kB. The way into a room stays out of the booklet.
        codeSplitting: {
          groups: [
            { name: 'live', priority: 3, minShareCount: 2, test: (id: string) => inRoom.test(id) && !onDemand.test(id) && !afterwards.test(id) },
            { name: 'counting', priority: 4, test: (id: string) => leaves.test(id) },
            { name: 'afterwards', priority: 1, minShareCount: 2, test: (id: string) => afterwards.test(id) },
            { name: 'shared', priority: 2, minShareCount: 2, test: (id: string) => !onDemand.test(id) && !afterwards.test(id) },
          ],
        },
      },
    },
  },
});
