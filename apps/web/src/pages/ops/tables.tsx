import type { OpsReport } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { Link } from '../../ui/route/link.tsx';
import { Local } from '../../ui/name.tsx';
import { paths } from '../../ui/route/paths.ts';
import css from './ops.module.css';
import { Table } from './table.tsx';

const none = '–';

export function Rooms({ rooms }: { rooms: OpsReport['rooms'] }) {
  const { t } = useWords();
  return (
    <Table testid="ops-rooms" title={t('ops.rooms')} none={t('ops.noRooms')} heads={[t('ops.room'), t('ops.people'), t('ops.floor'), t('ops.recording'), t('ops.entries')]}
      rows={rooms === 'unknown' ? rooms : rooms.map(({ roomId, salonId, salon, title, present, floor, recording, seq }) => ({
        key: roomId,
        cells: [
          <span key="room" className={css.named}><Link to={paths.booklet(salonId)}><Local of={salon} /></Link><span className="faint"><Local of={title} /></span></span>,
          present === 'unknown' ? t('ops.unknown') : t('ops.present', { remote: present.remote, hall: present.hall }),
          floor ? <Local key="floor" of={floor.name} /> : none, t(recording ? 'recording.on' : 'recording.off'), seq,
        ],
      }))} />
  );
}

export function MediaNodes({ nodes }: { nodes: OpsReport['media'] }) {
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Table testid="ops-media" title={t('ops.media')} none={t('ops.noMedia')} heads={[t('ops.node'), t('ops.address'), t('ops.load'), t('ops.workers'), t('ops.people')]}
      rows={nodes === 'unknown' ? nodes : nodes.map(({ nodeId, url, load, workers, people }) => ({ key: nodeId, cells: [nodeId, url, share.format(load), workers ?? none, people ?? none] }))} />
  );
}

export function Queues({ queues }: { queues: OpsReport['queues'] }) {
  const { t } = useWords();
  return (
    <Table testid="ops-queues" title={t('ops.queues')} none={none} heads={[t('ops.work'), t('jobState.waiting'), t('jobState.running'), t('jobState.failed')]}
      rows={queues === 'unknown' ? queues : queues.map(({ name, waiting, running, failed }) => ({ key: name, cells: [t(`jobName.${name}`), waiting, running, failed] }))} />
  );
}
