import { certificatesOfPerson, trainingCertificates } from './certificate.resolver.js';
import { KnowHowHolder } from './knowHowHolder.js';
import { KnowHowCoverageResolver, knowHowGaps, knowHowHolders, knowHowOfHousehold } from './knowHowHolder.resolver.js';
import { LevelBand } from './levelBand.js';
import { LevelTest } from './levelTest.js';
import {
  LevelPlacementResolver,
  levelBands,
  levelTests,
  testResults,
  testResultsOfPerson,
} from './levelTest.resolver.js';
import { TestResult } from './testResult.js';
import { TrainingCertificate } from './trainingCertificate.js';
import { TrainingDemand } from './trainingDemand.js';
import { DemandBoardResolver, trainingDemands, trainingMenuItems } from './trainingDemand.resolver.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

/** What people wish to learn, what they have learnt and what they are given for it. */
export const learningEntities = [
  TrainingMenuItem,
  TrainingDemand,
  KnowHowHolder,
  LevelTest,
  LevelBand,
  TestResult,
  TrainingCertificate,
] as const;

export const learningResolvers = [
  ...[trainingMenuItems, trainingDemands, knowHowHolders, knowHowGaps, levelTests, levelBands, testResults].map(
    (made) => made.resolver,
  ),
  ...[knowHowOfHousehold, testResultsOfPerson, trainingCertificates, certificatesOfPerson].map((made) => made.resolver),
  DemandBoardResolver,
  KnowHowCoverageResolver,
  LevelPlacementResolver,
] as const;
