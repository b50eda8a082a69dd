import { documentsOf } from '../programmes/index.js';

/** Every document of this kind of programme, by what it does. */
export const documents = documentsOf(
  'IndustryProgramme',
  'category plannedHouseholds plannedQuantity { amount unit } isVillageProject',
);

/** The list. */
export const LIST = documents.list;
/** One record with its steps and revisions. */
export const ONE = documents.one;
/** Begins a draft. */
export const CREATE = documents.create;
/** Changes a draft. */
export const UPDATE = documents.update;
/** Asks to change what was approved. */
export const AMEND = documents.amend;
/** Throws a draft away. */
export const DISCARD = documents.discard;
/** Hands a draft in. */
export const SUBMIT = documents.SUBMIT;
/** Approves it, or its amendment. */
export const APPROVE = documents.APPROVE;
/** Sends it back, or its amendment. */
export const RETURN = documents.RETURN;
/** Begins the work. */
export const START = documents.START;
/** Reports the work done. */
export const FINISH = documents.FINISH;
/** Accepts the work. */
export const ACCEPT = documents.ACCEPT;
/** Ends it before its time. */
export const STOP = documents.STOP;
