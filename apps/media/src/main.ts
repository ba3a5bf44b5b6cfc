import 'reflect-metadata';
import { runApp } from '@yaji/platform';
import { serve } from './serve.ts';

await runApp('media', serve);
