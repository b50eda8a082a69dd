import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useShortcut } from '../parts/useShortcut.js';
import { useMenu } from './Menu.js';

const HelpSheet = lazy(() => import('./HelpSheet.js'));

/** The keys that work on every page: `g` and a letter to go somewhere, `?` for the sheet that lists them all. */
export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const areas = useMenu();
  useShortcut('?', () => setHelpOpen(true));
  return (
    <>
      <Go letter="h" to="/" />
      {areas.map(({ name, letter }) => letter && <Go key={name} letter={letter} to={`/${name}`} />)}
      {isHelpOpen && (
        <Suspense fallback={null}>
          <HelpSheet close={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function Go({ letter, to }: { letter: string; to: string }) {
  const navigate = useNavigate();
  useShortcut(`g ${letter}`, () => navigate(to));
  return null;
}
