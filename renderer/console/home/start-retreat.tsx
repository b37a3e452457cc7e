import { Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName, mostCouples } from '../../../shared/retreat/retreat-constants';
import { dateOf } from '../../../shared/retreat/schedule';
import { oneLine } from '../../../shared/room/one-line';
import { wallCaps } from '../../../shared/room/wall-constants';
import { Button } from '../kit/button';
import { countDoubts, countReturning, couplesOf } from '../kit/couple-preview';
import { CouplesTable } from '../kit/couples-table';
import { DatePicker } from '../kit/date-picker';
import { dateText, isDate } from '../kit/dates';
import { Dialog } from '../kit/dialog';
import { privately } from '../kit/privately';
import { useSending } from '../kit/use-sending';
import { Warning } from '../kit/warning';
import { useClocks, useContent } from '../mirror/content';
import { useClock, useCommand, useGo, useOneAtATime, useView } from '../mirror/hooks';
import { useCouples } from '../mirror/use-couples';
import { useFormDraft } from '../mirror/use-draft';
import { useLanguage } from '../mirror/use-language';
import { useNameWarning } from '../mirror/use-name-warning';
import styles from './home.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is filled in. It is there again however the form was left, or its page died; only Cancel forgets it, and starting uses it up. */
function useFields() {
  return {
    program: useFormDraft('start-program'),
    title: useFormDraft('start-title'),
    date: useFormDraft('start-date'),
    couples: useCouples('start-couples'),
    count: useFormDraft('start-count'),
  };
}

export function StartRetreat({ open, onClose }: DialogProps) {
  const { t } = useTranslation(['home', 'shell']);
  const fields = useFields();
  const { couples, ...lines } = fields;
  const giveUp = () => {
    for (const field of [...Object.values(lines), couples.text, couples.corrections]) field.change('');
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('form.title')} size={820}>
      <RetreatForm fields={fields} onMade={onClose} onGiveUp={giveUp} />
    </Dialog>
  );
}

interface FormProps {
  readonly fields: ReturnType<typeof useFields>;
  readonly onMade: () => void;
  readonly onGiveUp: () => void;
}

function RetreatForm({ fields, onMade, onGiveUp }: FormProps) {
  const { t } = useTranslation(['home', 'shell']);
  const send = useCommand();
  const oneAtATime = useOneAtATime();
  const go = useGo();
  const clock = useClock();
  const { programs } = useContent();
  const { text: title } = fields.title;
  const program = fields.program.text || (programs[0]?.id ?? '');
  const count = Number(fields.count.text) || 0;
  // Today is there to begin with, and the field can be emptied all the same.
  const [date, setDate] = useState(() => fields.date.text || dateOf(clock.now().wall));
  const changeDate = (next: string) => {
    setDate(next);
    fields.date.change(next);
  };
  const discreet = useView((view) => view.discreet);
  const onStage = useView(({ live }) => live.stage.playing !== null);
  const language = useLanguage();

  const { rows } = fields.couples;
  const named = couplesOf(rows);
  const seats = Math.max(count, named.length);
  const toCheck = countDoubts(rows);
  const back = countReturning(rows, fields.couples.returning);
  const couplesWrong = (): string | null => {
    if (rows.some(({ doubts }) => doubts.includes('too-long')))
      return t('shell:couples.tooLong', { most: longestName });
    return seats > mostCouples ? t('shell:couples.tooMany', { most: mostCouples }) : null;
  };
  const wrong = {
    title:
      oneLine(title) === ''
        ? t('form.nameNeeded')
        : oneLine(title).length > wallCaps.title
          ? t('form.nameLong', { most: wallCaps.title })
          : null,
    date: isDate(date.trim()) ? null : t('form.dateNeeded'),
    couples: couplesWrong(),
  };
  const warning = useNameWarning(
    [title],
    named.flatMap(({ A, B }) => [A, B]),
  );

  const make = async () => {
    const { couples: pasted, ...lines } = fields;
    await Promise.all([...Object.values(lines), pasted.text, pasted.corrections].map((field) => field.rest()));
    const couples = [...named, ...Array.from({ length: seats - named.length }, () => ({ A: '', B: '', seat: null }))];
    const command = { type: 'retreat/create', program, title: oneLine(title), date: date.trim(), couples } as const;
    if (!(await send(command)).ok) return;
    onMade();
    go('prepare');
  };
  const { form, tried } = useSending(
    Object.values(wrong).some((reason) => reason !== null),
    () => void oneAtATime(make),
  );

  return (
    <form {...form}>
      <Stack gap="md">
        {onStage && <OnStage />}
        <ProgramChoice value={program} onChange={fields.program.change} />
        <Group grow align="flex-start">
          <div>
            <TextInput
              data-autofocus
              label={t('form.name')}
              description={t('form.nameHint')}
              value={title}
              error={tried && wrong.title}
              onChange={(event) => fields.title.change(event.currentTarget.value)}
            />
            <Warning text={warning} />
          </div>
          <TextInput
            label={t('form.date')}
            description={isDate(date.trim()) ? dateText(date.trim(), language) : '\u00a0'}
            rightSection={<DatePicker label={t('form.pickDate')} value={date} onPick={changeDate} />}
            value={date}
            error={tried && wrong.date}
            onChange={(event) => changeDate(event.currentTarget.value)}
          />
        </Group>
        <Textarea
          {...privately(discreet)}
          label={t('form.couples')}
          description={t('form.couplesHint')}
          placeholder={t('form.couplesPlaceholder')}
          rows={3}
          value={fields.couples.text.text}
          error={couplesWrong()}
          onChange={(event) => fields.couples.text.change(event.currentTarget.value)}
        />
        <CouplesTable
          rows={rows}
          returning={fields.couples.returning}
          hidden={discreet}
          onCorrect={fields.couples.correct}
        />
        <NumberInput
          label={t('form.count')}
          w={150}
          min={0}
          max={mostCouples}
          value={seats}
          onChange={(value) => fields.count.change(String(value || ''))}
        />
        <Group justify="flex-end" className={styles.foot}>
          <p className={styles.counted} role="status">
            {t('form.counted', { count: seats, named: named.filter(({ A, B }) => A + B !== '').length })}
            {back > 0 && <span className={styles.back}>{t('shell:couples.back', { count: back })}</span>}
            {toCheck > 0 && <b className={styles.toCheck}>{t('shell:couples.toCheck', { count: toCheck })}</b>}
          </p>
          <Button onClick={onGiveUp}>{t('shell:cancel')}</Button>
          <Button look="primary" type="submit" disabled={onStage}>
            {t('form.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What stands in the way is said before anything is typed, with what takes it away. */
function OnStage() {
  const { t } = useTranslation('home');
  const send = useCommand();
  const title = useView(({ live }) => live.stage.playing?.title ?? '');
  return (
    <div className={styles.inTheWay} role="status">
      <p>{t('form.onStage', { title })}</p>
      <Button onClick={() => void send({ type: 'stage/end' })}>{t('form.endIt')}</Button>
    </div>
  );
}

interface ProgramChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function ProgramChoice({ value, onChange }: ProgramChoiceProps) {
  const { t } = useTranslation('home');
  const name = useId();
  const { programs } = useContent();
  const clocks = useClocks();
  const at = (clock = '') => clocks.text(clock);
  return (
    <div className={styles.programs} role="radiogroup" aria-label={t('form.program')}>
      {programs.map((program) => (
        <label key={program.id} className={styles.program}>
          <input
            type="radio"
            name={name}
            aria-label={program.title}
            aria-describedby={`${name}-${program.id}`}
            checked={program.id === value}
            onChange={() => onChange(program.id)}
          />
          <span className={styles.programTitle}>
            {program.title}
            <span className={styles.programMeta}>
              {program.days.length > 1
                ? t('form.days', { count: program.days.length })
                : t('form.hours', { start: at(program.days[0]?.start), end: at(program.days[0]?.end) })}
            </span>
          </span>
          <span id={`${name}-${program.id}`} className={styles.programText}>
            {program.summary}
          </span>
        </label>
      ))}
    </div>
  );
}
