import { useEffect, useRef, useState } from 'react';
import { useWords } from './words';

const mostDigits = 12;
const secondMs = 1_000;
const minuteMs = 60_000;
const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PadProps {
  readonly locked: boolean;
  /** Back to what was open. */
  readonly stay: () => void;
}

/** Takes the laptop back by the PIN, on a pad or by the keyboard; nobody's words are shown beside it. */
export function Pad({ locked, stay }: PadProps) {
  const words = useWords();
  const [digits, setDigits] = useState('');
  const [wrong, setWrong] = useState(false);
  const wait = useCountdown();
  const [asksForgotten, setAsksForgotten] = useState(false);
  const busy = useRef(false);

  const add = (digit: string) => {
    setWrong(false);
    setDigits((before) => (before + digit).slice(0, mostDigits));
  };
  const drop = () => setDigits((before) => before.slice(0, -1));
  async function go(): Promise<void> {
    if (digits === '' || busy.current || wait.left > 0) return;
    busy.current = true;
    const answer = await window.holdfastHandover.pin(digits).catch(() => null);
    busy.current = false;
    setDigits('');
    if (answer?.ok === true) return;
    setWrong(true);
    wait.begin(answer?.waitMs ?? 0);
  }

  const latest = useRef({ add, drop, go, stay, locked, asksForgotten });
  latest.current = { add, drop, go, stay, locked, asksForgotten };
  useEffect(() => {
    const press = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      if (ctrlKey || altKey || metaKey || latest.current.asksForgotten) return;
      if (/^\d$/.test(key)) latest.current.add(key);
      else if (key === 'Backspace') latest.current.drop();
      else if (key === 'Escape' && !latest.current.locked) latest.current.stay();
      else if (key === 'Enter' && !(document.activeElement instanceof HTMLButtonElement)) void latest.current.go();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  if (asksForgotten) return <Forgotten stay={() => setAsksForgotten(false)} />;
  const said = wait.left > 0 ? words.pinWait.replace('{s}', String(Math.ceil(wait.left / secondMs))) : words.pinWrong;
  return (
    <section className="card pad">
      <h1>{locked ? words.locked : words.pinTitle}</h1>
      {locked && <p className="soft">{words.lockedText}</p>}
      <p className="digits" role="status" aria-label={`${words.pin}: ${digits.length}`}>
        {'•'.repeat(digits.length)}
      </p>
      <div className="keys">
        {rows.map((digit) => (
          <Key key={digit} name={digit} press={() => add(digit)} />
        ))}
        <Key name={words.pinClear} press={() => setDigits('')} sign="×" />
        <Key name="0" press={() => add('0')} />
        <Key name={words.pinBackspace} press={drop} sign="←" />
      </div>
      <p className="failed" role="alert">
        {wrong || wait.left > 0 ? said : ''}
      </p>
      <p className="moves">
        {!locked && (
          <button type="button" onClick={stay}>
            {words.stay}
          </button>
        )}
        <button type="button" className="main" disabled={digits === '' || wait.left > 0} onClick={() => void go()}>
          {words.pinOk}
        </button>
      </p>
      <button type="button" className="quiet" onClick={() => setAsksForgotten(true)}>
        {words.forgotten}
      </button>
    </section>
  );
}

function Key({
  name,
  press,
  sign = name,
}: {
  readonly name: string;
  readonly press: () => void;
  readonly sign?: string;
}) {
  return (
    <button type="button" className="key" aria-label={name} onClick={press}>
      {sign}
    </button>
  );
}

/** The way back without the PIN is slow, and shows nobody's words. */
function Forgotten({ stay }: { readonly stay: () => void }) {
  const words = useWords();
  const wait = useCountdown();
  const [waits, setWaits] = useState(false);
  const begin = async (): Promise<void> => {
    const left = await window.holdfastHandover.forgotten(true).catch(() => null);
    if (left === null) return;
    setWaits(true);
    wait.begin(left);
  };
  const end = (): void => {
    void window.holdfastHandover.forgotten(false).catch(() => null);
    stay();
  };
  return (
    <section className="card">
      <h1>{words.forgotten}</h1>
      <p role="status">
        {waits
          ? words.forgottenWaits.replace('{m}', String(Math.max(1, Math.ceil(wait.left / minuteMs))))
          : words.forgottenText}
      </p>
      <p className="moves">
        <button type="button" onClick={end}>
          {words.stay}
        </button>
        {!waits && (
          <button type="button" onClick={() => void begin()}>
            {words.forgottenYes}
          </button>
        )}
      </p>
    </section>
  );
}

/** Milliseconds that are left of a wait, counted down each second. */
function useCountdown(): { readonly left: number; readonly begin: (ms: number) => void } {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (end === 0) return;
    const look = (): void => setLeft(Math.max(0, end - performance.now()));
    look();
    const timer = setInterval(look, secondMs);
    return () => clearInterval(timer);
  }, [end]);
  return { left, begin: (ms) => setEnd(ms > 0 ? performance.now() + ms : 0) };
}
