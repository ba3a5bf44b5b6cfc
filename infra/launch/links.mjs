// The block that a person was waiting for.
const labels = { moderator: 'Moderator', speaker: 'Speaker', attendee: 'Attendee', hall: 'Hall display', seat: 'Seat in the hall', usher: 'Usher' };

/** @param {{ urls: Record<string, string>, links: Record<string, string>, env?: Record<string, string> }} system */
export function linksBlock({ urls, links, publicUrl = urls.api }) {
  const rows = Object.entries(links).map(([name, url]) => [labels[name] ?? name, url]);
  if (rows.length === 0) rows.push(['Open', publicUrl]);
  const width = Math.max(...rows.map(([label]) => label.length));
  return ['', ...rows.map(([label, url]) => `  ${label.padEnd(width)}   ${url}`), ''].join('\n');
}
