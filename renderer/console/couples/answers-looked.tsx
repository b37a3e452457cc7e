import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pageAsks } from '../../../shared/couple/page/page-asks';
import { practiceKindOf } from '../../../shared/couple/practice/practice-kinds';
import type { AnswersBackView } from '../../../shared/session/view/answers-view';
import { Button } from '../kit/button';
import { dateText } from '../kit/dates';
import { Dialog } from '../kit/dialog';
import { useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import { usePracticeSpeech } from './practice/use-practice-speech';
import styles from './take-home.module.css';
import { useWho } from './use-who';

interface AnswersLookedProps {
  readonly back: readonly AnswersBackView[];
  readonly takeIn: () => Promise<void>;
  readonly putAway: () => void;
}

/** What came back, file by file: whose it is, what is in it in words, and what is not taken in and why. */
export function AnswersLooked({ back, takeIn, putAway }: AnswersLookedProps) {
  const { t } = useTranslation('answers');
  const count = back.flatMap(({ answers }) => answers).filter(({ answer }) => answer !== null).length;
  const empty = back.filter(({ answers }) => answers.every(({ answer }) => answer === null)).length;
  return (
    <Dialog open={back.length > 0} title={t('title')} size="lg" onClose={putAway}>
      <Stack gap="md">
        <Text>{t('intro')}</Text>
        <ul className={styles.files} aria-label={t('files')}>
          {inOrder(back).map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and nothing in them is kept.
            <FileBack key={at} file={file} />
          ))}
        </ul>
        <Group className={styles.answersFoot ?? ''} justify="flex-end">
          <p className={styles.soft}>{count === 0 ? t('nothing') : empty > 0 && t('nothingIn', { count: empty })}</p>
          <Button first onClick={putAway}>
            {t('putAway')}
          </Button>
          <Button look="primary" disabled={count === 0} onClick={() => void takeIn()}>
            {t('takeIn', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Of which there may be something to do beside taking it in comes first. */
const inOrder = (back: readonly AnswersBackView[]): readonly AnswersBackView[] => {
  const isWrong = ({ fault }: AnswersBackView): boolean => fault !== null && fault !== 'reading' && fault !== 'twice';
  return [...back.filter(isWrong), ...back.filter((file) => !isWrong(file))];
};

function FileBack({ file: { name, fault, whose, answers } }: { readonly file: AnswersBackView }) {
  const { t } = useTranslation('answers');
  const { coupleOf, nameOf } = useWho();
  const couple = useView(({ retreat }) => retreat?.couples.find(({ id }) => id === whose?.id));
  const title =
    whose === null || couple === undefined
      ? name
      : t('whose', { couple: coupleOf(couple), name: nameOf(couple, whose.side) });
  return (
    <li>
      <h3 className={styles.title} dir="auto">
        {title}
      </h3>
      {fault !== null && <p className={styles.soft}>{t(`fault.${fault}`)}</p>}
      {answers.length > 0 && answers.every(({ standing }) => standing === 'taken') ? (
        <p className={styles.soft}>{t('allTaken')}</p>
      ) : (
        <ul className={styles.answers}>
          {answers.map((answer, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a file stay as they are.
            <AnswerBack key={at} {...answer} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AnswerBack({ ask, on, standing, answer }: AnswersBackView['answers'][number]) {
  const { t } = useTranslation('answers');
  const language = useLanguage();
  const speech = usePracticeSpeech();
  const discreet = useView((view) => view.discreet);
  const said =
    answer === null || discreet
      ? t(`ask.${ask}`)
      : practiceKindOf({ kind: pageAsks[ask].kind }).reads(answer.content, speech).join(' ');
  return (
    <li>
      <span dir="auto">{t('said', { day: dateText(on, language), text: said })}</span>{' '}
      <span className={styles.soft}>({t(`standing.${standing}`)})</span>
    </li>
  );
}
