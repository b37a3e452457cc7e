import { useTranslation } from 'react-i18next';
import { Dialog } from '../kit/dialog';
import { KeyHint } from '../kit/key-hint';
import { useAsk, useLocal } from '../mirror/hooks';
import { actionGroups, actionIds, actions } from './actions';
import styles from './keys.module.css';
import { useCaps } from './use-actions';

/** The keys of a couple's form, where the keyboard is in one. */
const formKeyRows = [
  { does: 'seats', keys: ['alt+arrowdown', 'alt+arrowup'] },
  { does: 'reader', keys: ['alt+r'] },
  { does: 'move', keys: ['alt+m'] },
  { does: 'edits', keys: ['mod+z', 'mod+y'] },
] as const;

/** Every key, on one page. */
export function CheatSheet() {
  const { t } = useTranslation('shell');
  const ask = useAsk();
  const caps = useCaps();
  const open = useLocal(({ place }) => place.asking === 'keys');
  return (
    <Dialog open={open} onClose={() => ask(null)} title={t('keys.title')} size={980}>
      <p className={styles.lead}>
        {t('keys.text')} {t('keys.clicker')}
      </p>
      <div className={styles.sheet}>
        {actionGroups.map((group) => (
          <section key={group} className={styles.group} aria-label={t(`keys.${group}`)}>
            <h3 className={styles.groupTitle}>{t(`keys.${group}`)}</h3>
            <dl className={styles.rows}>
              {actionIds
                .filter((id) => actions[id].group === group && (actions[id].keys.length > 0 || actions[id].everywhere))
                .map((id) => (
                  <div key={id} className={styles.row}>
                    <dt>{t(`action.${id}`)}</dt>
                    <dd>
                      {actions[id].keys.map((key) => (
                        <Spoken key={key} caps={caps(key)} />
                      ))}
                      {actions[id].everywhere !== undefined && (
                        <span className={styles.anywhere}>
                          <Spoken caps={caps(actions[id].everywhere ?? '')} /> {t('keys.anywhere')}
                        </span>
                      )}
                    </dd>
                  </div>
                ))}
              {group === 'lead' && (
                <div className={styles.row}>
                  <dt>{t('keys.steps')}</dt>
                  <dd>
                    <Spoken caps={['1', '–', '9']} />
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
        <section className={styles.group} aria-label={t('keys.inForm')}>
          <h3 className={styles.groupTitle}>{t('keys.inForm')}</h3>
          <dl className={styles.rows}>
            {formKeyRows.map(({ does, keys }) => (
              <div key={does} className={styles.row}>
                <dt>{t(`keys.form.${does}`)}</dt>
                <dd>
                  {keys.map((key) => (
                    <Spoken key={key} caps={caps(key)} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

/** Caps for the eye, and the same for the ear. */
function Spoken({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className={styles.spoken}>
      <KeyHint caps={caps} />
      <span className={styles.said}>{caps.join(' ')}</span>
    </span>
  );
}
