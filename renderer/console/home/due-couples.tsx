import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { useMirrorDispatch, useView } from '../mirror/hooks';
import { wentToCouples } from '../mirror/store';

/** That couples have something due, and the way to them. Who they are is not said here: Home may be what the room sees first. */
export function DueCouples() {
  const { t } = useTranslation('home');
  const dispatch = useMirrorDispatch();
  const count = useView(({ couplesDue }) => couplesDue);
  if (count === 0) return null;
  return (
    <Button look="quiet" onClick={() => dispatch(wentToCouples('due'))}>
      {t('due', { count })}
    </Button>
  );
}
