import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { None } from './fields.js';

/** One line of a section of a household's file. */
export interface SectionLine {
  id: string;
  text: string;
  to?: string;
}

/** The lines of a section, or the mark that there are none. */
export function SectionLines({ lines }: { lines: readonly SectionLine[] }) {
  if (!lines.length) return <None />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {lines.map(({ id, text, to }) => (
        <Typography component="li" key={id} sx={{ py: 0.5 }}>
          {to ? (
            <Link
              component={RouterLink}
              to={to}
              color="inherit"
              sx={{ '@media (pointer: coarse)': { display: 'inline-block', py: 1.25 } }}
            >
              {text}
            </Link>
          ) : (
            text
          )}
        </Typography>
      ))}
    </Box>
  );
}

/** The same as a table on paper: one row a line, under the headings given, or the sentence that there was nothing. */
export function PaperTable({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  const translate = useTranslate();
  if (!rows.length) return <p>{translate('lianxin.state.nothingOnPaper')}</p>;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, index) => (
              <td key={heads[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
