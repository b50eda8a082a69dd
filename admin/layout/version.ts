declare const __VERSION__: string;

/** Version and build of this console, filled in by Vite. */
export const VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0';
