import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Language, QuestionId } from '@yaji/contracts';
import type { Translations } from '@yaji/messaging';
import type { Configuration, Log } from '@yaji/platform';
import { tongues } from '@yaji/salon';
import { CONFIGURATION, LOG, TRANSLATIONS } from '../ports.ts';
import { inTurn } from '../translation/in-turn.ts';
import { newTranslator, type Translator } from '../translation/translator.ts';
import { every } from './every.ts';
import type { LiveRoom } from './live-room.ts';
import { LiveRooms } from './live-rooms.ts';
import { isCompared, takeStock, tellTranslations } from './tell-translations.ts';
import type { Translated } from './translated.ts';

const everyMs = 1_000;
const atOnce = 4;
/** What this process could not have translated by then is left alone. */
const mostFailures = 3;

type Work = { questionId: QuestionId; one: Translated; languages: readonly Language[] };

/**
 * [Q15] Has the questions of a room translated into the salon's other languages, where a service is configured, so that alike ones are
 * found across them. It compares what there is with what is wanted instead of waiting for news; each wording is claimed by one process.
 */
@Injectable()
export class QuestionTranslations implements OnModuleInit, OnModuleDestroy {
  private readonly translator: Translator | null;
  private readonly whenFree = inTurn(atOnce);
  private stop: (() => void) | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    @Inject(TRANSLATIONS) private readonly translations: Translations,
    @Inject(CONFIGURATION) { translation }: Configuration,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.translator = translation && newTranslator(translation, (err, target) => { log.warn({ err, target }, 'questions are not translated'); });
  }

  onModuleInit(): void {
    const { translator } = this;
    if (!translator) return;
    const round = async (): Promise<void> => { for (const live of [...this.rooms.all()]) await this.look(live, translator); };
    this.stop = every(everyMs, round, (err) => { this.log.error({ err }, 'the translations of questions could not be looked after'); });
  }

  onModuleDestroy(): void {
    this.stop?.();
    this.translator?.close();
  }

  private async look(live: LiveRoom, translator: Translator): Promise<void> {
    const { phase, languages } = live.feed.room;
    if (phase === 'closed') return this.forgetRoom(live);
    const among = tongues(languages);
    if (phase !== 'open' || among.length < 2 || live.sockets.size === 0) return;
    const over = takeStock(live);
    await this.learn(live);
    tellTranslations(live, over);
    // Reworded, erased, or done with: nobody needs it, and of what was erased nothing may stay.
    for (const [questionId, { digest }] of over) await this.translations.forget(live.roomId, { questionId, digest });
    if (translator.resting()) return;
    for (const [questionId, one] of live.translated) {
      if (!one.translation && !one.underWay && one.failures < mostFailures) this.begin(live, { questionId, one, languages: among }, translator);
    }
  }

  /** What another process has had translated meanwhile. */
  private async learn(live: LiveRoom): Promise<void> {
    const missing = [...live.translated].filter(([, { translation }]) => !translation);
    if (missing.length === 0) return;
    const known = await this.translations.known(live.roomId, missing.map(([questionId, { digest }]) => ({ questionId, digest })));
    if (known === 'unknown') return;
    missing.forEach(([, one], n) => { one.translation ??= known[n] ?? null; });
  }

  private begin(live: LiveRoom, work: Work, translator: Translator): void {
    work.one.underWay = true;
    this.whenFree(() => this.translate(live, work, translator))
      .catch((err: unknown) => { this.log.error({ err, roomId: live.roomId }, 'a question could not be translated'); })
      .finally(() => { work.one.underWay = false; });
  }

  private async translate(live: LiveRoom, { questionId, one, languages }: Work, translator: Translator): Promise<void> {
    const isWanted = (): boolean => live.translated.get(questionId) === one && isCompared(live, questionId, one.text);
    const wording = { questionId, digest: one.digest };
    if (one.translation || !isWanted() || translator.resting() || !(await this.translations.claim(live.roomId, wording))) return;
    const translation = await translator.translate(one.text, languages);
    if (translation === 'resting') await this.translations.release(live.roomId, wording);
    if (translation === 'failed') one.failures += 1;
    // What was reworded or erased meanwhile is told to nobody and kept nowhere.
    if (typeof translation === 'string' || !isWanted()) return;
    one.translation = translation;
    await this.translations.keep(live.roomId, wording, translation);
  }

  private async forgetRoom(live: LiveRoom): Promise<void> {
    if (live.translated.size === 0) return;
    live.translated.clear();
    await this.translations.forget(live.roomId);
  }
}
