import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { Menu } from '@mantine/core';
import { IconArrowBarToUp, IconChevronDown, IconChevronUp, IconDots, IconGripVertical } from '@tabler/icons-react';
import type { EntryId } from '@yaji/contracts';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import { NamePlate } from '../../member/plate.tsx';
import css from './desk-queue.module.css';
import { EstimateWords } from './estimate.tsx';
import type { QueuePanel, QueueRow } from './queue-panel.ts';

type Props = { panel: QueuePanel; commands: DeskCommands; /** The room is open. */ live: boolean };

/** The list of speakers as the moderator orders it: by dragging, by buttons, by keys. */
export function DeskQueue({ panel: { rows, open }, commands, live }: Props) {
  const { t } = useWords();
  const drop = ({ draggableId, destination, source }: DropResult) => {
    if (destination && destination.index !== source.index) commands.move(draggableId as EntryId, destination.index);
  };
  return (
    <section className={css.queue} data-testid="queue" aria-label={t('room.queue')}>
      <header className={css.head}>
        <h2>{t('room.queue')} <span className={css.count}>{rows.length}</span></h2>
        <Button variant="quiet" size="sm" hidden={!live} onClick={() => commands.listOpen(!open)} data-testid="list">{t(open ? 'desk.closeList' : 'desk.reopenList')}</Button>
      </header>
      {!open && <p className={css.closed}>{t('floor.listClosed')}</p>}
      {rows.length === 0 && <p className="faint">{t('floor.emptyQueue')}</p>}
      <DragDropContext onDragEnd={drop}>
        <Droppable droppableId="queue">
          {({ innerRef, droppableProps, placeholder }) => (
            <ol ref={innerRef} {...droppableProps} className={css.rows}>
              {rows.map((row, index) => <Row key={row.entryId} row={row} index={index} last={rows.length - 1} commands={commands} />)}
              {placeholder}
            </ol>
          )}
        </Droppable>
      </DragDropContext>
    </section>
  );
}

type RowProps = { row: QueueRow; index: number; last: number; commands: DeskCommands };

function Row({ row, index, last, commands }: RowProps) {
  const { t, language } = useWords();
  const { entryId, place, plate, firstTime, estimate, leaving } = row;
  const name = inLanguage(plate.name, language).text;
  return (
    <Draggable draggableId={entryId} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <li ref={innerRef} {...draggableProps} className={css.row} data-entry={plate.participantId} data-dragging={isDragging} data-leaving={leaving}>
          <span {...dragHandleProps} className={css.grip} aria-label={`${place}: ${t('desk.drag', { name })}`}><span className={css.place}>{place}</span><IconGripVertical size={16} aria-hidden /></span>
          <span className={css.who}>
            <NamePlate plate={plate} />
            <span className={css.notes}><span className="figures"><EstimateWords of={estimate} /></span>{firstTime && <span>{t('floor.firstTime')}</span>}{!plate.present && <span className={css.away}>{t('desk.notPresent')}</span>}</span>
          </span>
          <span className={css.acts}>
            <IconButton small label={`${t('desk.up')}: ${name}`} disabled={index === 0} onClick={() => commands.move(entryId, index - 1)}><IconChevronUp size={18} /></IconButton>
            <IconButton small label={`${t('desk.down')}: ${name}`} disabled={index === last} onClick={() => commands.move(entryId, index + 1)}><IconChevronDown size={18} /></IconButton>
            <IconButton small label={`${t('desk.top')}: ${name}`} disabled={index === 0} onClick={() => commands.move(entryId, 0)}><IconArrowBarToUp size={18} /></IconButton>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target><IconButton small label={t('desk.actions', { name })} data-testid="entry-menu"><IconDots size={18} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={!plate.present} onClick={() => commands.give(plate.participantId)}>{t('desk.giveFloor')}</Menu.Item>
                <Menu.Item onClick={() => commands.remove({ entryId, plate, place })}>{t('desk.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </li>
      )}
    </Draggable>
  );
}
