import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

/** Copies a text; says "copied" once it is done. Works over plain HTTP too, where browsers have no clipboard object. */
export function CopyButton({ text, label, size }: { text: string; label?: string; size?: 'small' | 'medium' }) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => setCopied(await copied(text));
  return (
    <Button
      size={size}
      variant="outlined"
      color="secondary"
      onClick={copy}
      onBlur={() => setCopied(false)}
      sx={{ flexShrink: 0 }}
    >
      {isCopied ? translate('lianxin.action.copied') : (label ?? translate('lianxin.action.copy'))}
    </Button>
  );
}

async function copied(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone) return true;
  }
  const place = document.createElement('textarea');
  place.value = text;
  place.style.position = 'fixed';
  (document.querySelector('[role="dialog"]') ?? document.body).append(place);
  place.select();
  const isDone = document.execCommand('copy');
  place.remove();
  return isDone;
}
