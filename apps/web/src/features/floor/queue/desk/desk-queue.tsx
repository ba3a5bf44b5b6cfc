import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { Menu } from '@mantine/core';
import { IconArrowBarToUp, IconChevronDown, IconChevronUp, IconDots, IconGripVertical } from '@tabler/icons-react';
import type { EntryId } from '@yaji/contracts';
import { type ReactNode, useId, useState } from 'react';
import { inLanguage } from '../../../../i18n/local-text.ts';
import { useWords } from '../../../../i18n/words.ts';
import type { RoomView } from '../../../../live/room-view.ts';
import { Button, IconButton } from '../../../../ui/controls/button.tsx';
import type { DeskCommands } from '../../../desk/commands.ts';
import { GiveItems } from '../../../desk/give-menu.tsx';
import { givingTo } from '../../../desk/giving.ts';
import { NamePlate } from '../../../member/plate.tsx';
import { EntryMarks } from '../entry-marks.tsx';
import { EstimateWords } from '../estimate.tsx';
import { useFirstRows } from '../first-rows.tsx';
import css from './desk-queue.module.css';
import type { QueuePanel, QueueRow } from '../queue-panel.ts';
import { reasonWords } from '../reason-words.ts';

type Props = { panel: QueuePanel; view: RoomView; commands: DeskCommands; /** The room is open. */ live: boolean; /** How the list is ordered, and who is next. */ children: ReactNode };

/** The list of speakers as the moderator orders it: by dragging, by buttons, by keys. */
export function DeskQueue({ panel: { rows, open, mode }, view, commands, live, children }: Props) {
  const { t } = useWords();
  const { shown, rest } = useFirstRows(rows);
  const drop = ({ draggableId, destination, source }: DropResult) => {
    if (destination && destination.index !== source.index) commands.move(draggableId as EntryId, destination.index);
  };
  return (
    <section className={css.queue} data-testid="queue" data-mode={mode} aria-label={t('room.queue')}>
      <header className={css.head}>
        <h2>{t('room.queue')} <span className={css.count}>{rows.length}</span></h2>
        <Button variant="quiet" size="sm" hidden={!live} onClick={() => commands.listOpen(!open)} data-testid="list">{t(open ? 'desk.closeList' : 'desk.reopenList')}</Button>
      </header>
      {!open && <p className={css.closed}>{t('floor.listClosed')}</p>}
      {children}
      {rows.length === 0 && <p className="faint">{t('floor.emptyQueue')}</p>}
      <DragDropContext onDragEnd={drop}>
        <Droppable droppableId="queue">
          {({ innerRef, droppableProps, placeholder }) => (
            <ol ref={innerRef} {...droppableProps} className={css.rows}>
              {shown.map((row, index) => <Row key={row.entryId} row={row} index={index} last={rows.length - 1} view={view} commands={commands} />)}
              {placeholder}
            </ol>
          )}
        </Droppable>
      </DragDropContext>
      {rest}
    </section>
  );
}

type RowProps = { row: QueueRow; index: number; last: number; view: RoomView; commands: DeskCommands };

function Row({ row, index, last, view, commands }: RowProps) {
  const { t, language } = useWords();
  const reasons = useId();
  const [why, setWhy] = useState(false);
  const { entryId, place, plate, leaving, lane, estimate, firstTime, addedBy } = row;
  const name = inLanguage(plate.name, language).text;
  return (
    <Draggable draggableId={entryId} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <li ref={innerRef} {...draggableProps} className={css.row} data-entry={plate.participantId} data-lane={lane} data-moved={row.moved !== null} data-dragging={isDragging} data-leaving={leaving}>
          <span {...dragHandleProps} className={css.grip} aria-label={`${place}: ${t('desk.drag', { name })}`}><span className={css.place}>{place}</span><IconGripVertical size={16} aria-hidden /></span>
          <span className={css.who}>
            <NamePlate plate={plate} />
            <EntryMarks row={row} />
            <span className={css.notes}>
              <span className="figures"><EstimateWords of={estimate} /></span>
              {firstTime && <span>{t('floor.firstTime')}</span>}
              {addedBy && <span><bdi>{t('floor.addedBy', { name: inLanguage(addedBy.name, language).text })}</bdi></span>}
              {!plate.present && <span className={css.away}>{t('desk.notPresent')}</span>}
            </span>
          </span>
          <span className={css.acts}>
            <button type="button" className={css.why} aria-expanded={why} aria-controls={reasons} onClick={() => setWhy(!why)} data-testid="why">{t('desk.whyHere')}</button>
            <IconButton small label={`${t('desk.up')}: ${name}`} disabled={index === 0} onClick={() => commands.move(entryId, index - 1)}><IconChevronUp size={18} /></IconButton>
            <IconButton small label={`${t('desk.down')}: ${name}`} disabled={index === last} onClick={() => commands.move(entryId, index + 1)}><IconChevronDown size={18} /></IconButton>
            <IconButton small label={`${t('desk.top')}: ${name}`} disabled={index === 0} onClick={() => commands.move(entryId, 0)}><IconArrowBarToUp size={18} /></IconButton>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target><IconButton small label={t('desk.actions', { name })} data-testid="entry-menu"><IconDots size={18} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                <GiveItems giving={givingTo(view, plate.participantId, entryId)} commands={commands} />
                <Menu.Item onClick={() => commands.remove({ entryId, plate, place })} data-testid="remove-entry">{t('desk.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
          <ul id={reasons} className={css.reasons} hidden={!why} data-testid={why ? 'reasons' : undefined}>
            {why && row.reasons.map((reason) => <li key={reason.why + ('over' in reason ? reason.over : '')}><bdi>{reasonWords(reason, { t, room: view.room, language })}</bdi></li>)}
          </ul>
        </li>
      )}
    </Draggable>
  );
}
