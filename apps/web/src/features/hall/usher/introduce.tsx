import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import css from './introduce.module.css';
import type { UsherCommands } from './usher-commands.ts';

const nameMost = 120;

/** Somebody who stands in the hall and on no list: a name is enough. */
export function Introduce({ name, commands, done }: { name: string; commands: UsherCommands; done: () => void }) {
  const { t, language } = useWords();
  const [organisation, setOrganisation] = useState('');
  const [onList, setOnList] = useState<boolean | null>(null);
  const add = async (wanted: boolean) => {
    setOnList(wanted);
    const house = organisation.trim();
    const isIn = await commands.introduce({ name: { [language]: name.slice(0, nameMost) }, organisation: house === '' ? null : { [language]: house }, onList: wanted });
    setOnList(null);
    // A refused name stays in the box.
    if (isIn) done();
  };
  return (
    <section className={css.introduce} aria-label={t('usher.introduce', { name })} data-testid="introduce-form">
      <h2 className={css.title}><bdi>{t('usher.introduce', { name })}</bdi></h2>
      <TextField label={t('join.organisation')} value={organisation} maxLength={200} autoComplete="off" onChange={(event) => setOrganisation(event.currentTarget.value)} />
      <div className={css.acts}>
        <Button busy={onList === false} disabled={onList !== null} onClick={() => void add(false)} data-testid="introduce">{t('usher.introduceOnly')}</Button>
        <Button variant="light" busy={onList === true} disabled={onList !== null} onClick={() => void add(true)} data-testid="introduce-list">{t('usher.introduceList')}</Button>
      </div>
    </section>
  );
}
