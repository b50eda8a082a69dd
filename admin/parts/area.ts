import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { Rights } from '../provider/auth.js';
import type { Source } from '../provider/data.js';
import type { Permission } from '../provider/me.js';
import type { HouseholdSection } from './householdSection.js';

/** The groups of the menu, from top to bottom. */
export const FLOORS = ['people', 'programmes', 'oversight', 'system'] as const;

/** An area of the work as the console shows it: what its `index.tsx` exports and `areas.ts` lists. */
export interface Area {
  /** The resource's name: also its path (`/stations`) and the key of its words (`resources.stations`). */
  name: string;
  floor: (typeof FLOORS)[number];
  icon: ComponentType<{ fontSize?: 'small' | 'medium' }>;
  /** Any of these opens the area; without one of them it is not in the menu and its pages say what is missing. */
  permissions: Permission[];
  /** Which permissions open each action; an action that is not named needs `permissions`. */
  rights?: Rights;
  source?: Source;
  list?: ComponentType;
  show?: ComponentType;
  edit?: ComponentType;
  create?: ComponentType;
  /** Pages beside the four of a resource; paths begin without a slash. */
  routes?: { path: string; element: ReactNode }[];
  /** Pages for paper, without the shell; paths begin with `print/`. */
  prints?: { path: string; element: ReactNode }[];
  /** What the file of a household shows of this area's work: what was given, owed and attended. */
  householdSections?: HouseholdSection[];
  /** False keeps the area out of the menu, for resources that are only read through others. */
  isInMenu?: boolean;
  /** True puts it in the phone's bottom bar, which has room for three areas beside home. */
  isOnPhoneBar?: boolean;
  /** `g` and then this letter leads here. */
  letter?: string;
  recordRepresentation?: string;
}

/** The areas of this console, given by App to the layout and the home page. */
export const AreasContext = createContext<Area[]>([]);

/** All areas, in the order of the menu, whether or not the person may enter them. */
export function useAreas(): Area[] {
  return useContext(AreasContext);
}

/** The permissions that an action of an area needs. */
export function needed(area: Area, action: keyof Rights): Permission[] {
  return area.rights?.[action] ?? area.permissions;
}
