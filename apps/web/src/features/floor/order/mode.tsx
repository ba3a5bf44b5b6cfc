import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { FloorMode } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { confirm } from '../../../ui/dialog/confirm.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import type { ModePanel } from './mode-panel.ts';
import { modeWording } from './order-words.ts';
import css from './order.module.css';
import { PlaylistDialog } from './playlist.tsx';

type Props = { panel: ModePanel; view: RoomView; commands: DeskCommands };
const modes: readonly FloorMode[] = ['queue', 'playlist', 'nomination', 'draw', 'open'];

/** Who is next: by the list, a fixed order, the speaker's word, a lot, or everybody at once. The list is kept whatever is chosen. */
export function ModeLine({ panel, view, commands }: Props) {
  const { t, language } = useWords();
  const [choosing, setChoosing] = useState(false);
  const { mode, busy, cuts } = panel;
  const choose = (chosen: FloorMode) => {
    if (chosen === 'playlist') return setChoosing(true);
    if (chosen !== 'open' || !cuts) return commands.setMode(chosen);
    return confirm({ title: t('order.openAsk'), text: t('order.openText', { name: inLanguage(cuts.name, language).text }), yes: t('order.openYes'), run: () => commands.setMode('open') });
  };
  return (
    <div className={css.mode} data-testid="mode" data-mode={mode}>
      <span className={css.modeHead}>
        <span className="label">{t('order.mode')}</span>
        <Menu position="bottom-start" withinPortal>
          <Menu.Target><Button size="sm" variant="plain" busy={busy} data-testid="mode-menu">{t(modeWording[mode].title)} <IconChevronDown size={16} aria-hidden /></Button></Menu.Target>
          <Menu.Dropdown className={css.modes}>
            {modes.map((one) => (
              <Menu.Item key={one} onClick={() => choose(one)} aria-current={one === mode} data-testid={`mode-${one}`}>
                <strong>{t(modeWording[one].title)}</strong><span className={css.hint}>{t(modeWording[one].hint)}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
      <ModeSays panel={panel} commands={commands} change={() => setChoosing(true)} />
      {choosing && <PlaylistDialog panel={panel} view={view} use={(people) => { commands.setMode('playlist', people); setChoosing(false); }} onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** So many names of a fixed order are read at a glance. */
const named = 4;

function ModeSays({ panel: { mode, playlist, nominee, among }, commands, change }: { panel: ModePanel; commands: DeskCommands; change: () => void }) {
  const { t, language } = useWords();
  switch (mode) {
    case 'queue': return null;
    case 'open': return <p className={css.says}>{t('order.openNow')}</p>;
    case 'draw': return <p className={css.says}>{t('order.drawAmong', { count: among })}</p>;
    case 'nomination':
      return (
        <p className={css.says} aria-live="polite">
          <span>{nominee ? t('order.nominee', { name: inLanguage(nominee.plate.name, language).text }) : t('order.nobodyNamed')}</span>
          {nominee && <Button size="sm" variant="light" onClick={() => commands.veto(nominee.turn)} data-testid="veto">{t('order.veto')}</Button>}
        </p>
      );
    case 'playlist': {
      const names = new Intl.ListFormat(language, { type: 'unit' }).format([...playlist.slice(0, named).map(({ name }) => inLanguage(name, language).text), ...(playlist.length > named ? ['…'] : [])]);
      return (
        <p className={css.says}>
          <span>{playlist.length === 0 ? t('order.playlistDone') : t('order.playlistNext', { names })}</span>
          <Button size="sm" variant="quiet" onClick={change} data-testid="change-playlist">{t('order.playlistChange')}</Button>
        </p>
      );
    }
  }
}
