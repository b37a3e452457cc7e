import { type RefObject, useEffect } from 'react';
import { bridge } from '../mirror/bridge';

const restMs = 250;

/** Tells the main process where the picture of the room is, again whenever it comes to rest elsewhere, and that it is gone. */
export function usePreviewBounds(picture: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = picture;
    if (current === null) return;
    let timer: number | undefined;
    let told = '';
    const tell = (): void => {
      const { x, y, width, height } = current.getBoundingClientRect();
      const place = { x, y, width, height };
      if (width < 1 || height < 1 || JSON.stringify(place) === told) return;
      told = JSON.stringify(place);
      bridge().pictureAt(place);
    };
    const later = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, restMs);
    };
    const observer = new ResizeObserver(later);
    observer.observe(current);
    // The picture may keep its size and stand elsewhere.
    window.addEventListener('resize', later);
    tell();
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
      window.removeEventListener('resize', later);
      bridge().pictureAt(null);
    };
  }, [picture]);
}
