import { Box, type SvgIconProps } from '@mui/material';
import type { ComponentType } from 'react';

interface IconWordProps {
  icon: ComponentType<SvgIconProps>;
  color?: SvgIconProps['color'];
  text: string;
  /** What a pointer that rests on it is told. */
  title?: string;
}

/** A state by icon and word, for colour alone says nothing to many. */
export function IconWord({ icon: Icon, color, text, title }: IconWordProps) {
  return (
    <Box
      component="span"
      title={title}
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', verticalAlign: 'middle' }}
    >
      <Icon fontSize="small" color={color} aria-hidden />
      {text}
    </Box>
  );
}
