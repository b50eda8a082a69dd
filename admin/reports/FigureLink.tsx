import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { useMe } from '../provider/useMe.js';
import { useCatalogue } from './catalogue.js';
import { pathOfFigure, type ReportFigure } from './reportFigure.js';

interface LinkProps {
  /** The figure as it stands in the text. */
  text: string;
  figure: ReportFigure;
  /** What the way back from its rows is called, and where it leads. */
  from: { label: string; to: string };
}

/** A figure of a brief or a form: a link to what makes it, where it is shown at all. */
export function FigureLink({ text, figure, from }: LinkProps) {
  const me = useMe();
  const { data: catalogue } = useCatalogue();
  const path = catalogue ? pathOfFigure(figure, catalogue, me) : null;
  if (!path) return <span>{text}</span>;
  return (
    <Link component={RouterLink} to={path} state={{ cameFrom: from }} color="inherit">
      {text}
    </Link>
  );
}
