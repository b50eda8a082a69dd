import type { Area } from './parts/area.js';

/** The areas of the console in the order of the menu; the only file that names them all (App.tsx says how to add one). */
export const areas: Area[] = [];
