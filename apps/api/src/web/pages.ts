import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { StartFault } from '@yaji/platform';
import type { NextFunction, Request, Response } from 'express';

/** Vite puts a digest into the names below this folder, so they never change. */
const unchanging = 'assets';
const year = '365d';
/** Not pages: what answers there answers for itself. */
const doors = /^\/(api|health|metrics|socket\.io|assets)(\/|$)/;

/** A page for browsers, figures for programs. */
const both = /^\/verify\//;

/** The built web app: its files, and its one page for every other address. Throws `StartFault` when it is not built. */
export function servePages(app: NestExpressApplication, webDir: string): void {
  const folder = resolve(webDir);
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new StartFault(`There is no ${page}: run \`npm run build\`, or correct YAJI_WEB_DIR.`);
  app.useStaticAssets(join(folder, unchanging), { prefix: `/${unchanging}`, immutable: true, maxAge: year, index: false });
  app.useStaticAssets(folder, { index: false, maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || doors.test(request.path) || (both.test(request.path) && request.accepts(['json', 'html']) === 'json')) next();
    else response.sendFile(page, { cacheControl: false, headers: { 'cache-control': 'no-cache' } });
  });
}
