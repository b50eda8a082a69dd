/** Labels of the enums of wishes, know-how holders and level tests. */
export const learningEnums = {
  TrainingDemandState: {
    REQUESTED: 'To be arranged',
    SCHEDULED: 'Scheduled',
    MET: 'Met',
    DECLINED: 'Declined',
  },
  TrainingPriority: {
    HIGH: 'Needed soon',
    USUAL: 'Wanted',
    LOW: 'When there is room',
  },
  KnowHowState: {
    TRAINED: 'Trained',
    CONFIRMED: 'Confirmed',
    ENDED: 'Ended',
  },
  LevelTestState: {
    PLANNED: 'Planned',
    HELD: 'Held',
    SCORED: 'Scored',
    PLACED: 'Placed',
  },
};

/** What the audit calls their acts and records. */
export const learningAudit = {
  acts: {
    trainingMenuItemCreate: 'Add to the training menu',
    trainingMenuItemClose: 'Take off the training menu',
    trainingDemandCreate: 'Enter a training wish',
    trainingDemandsSchedule: 'Schedule training wishes',
    trainingDemandsMeet: 'Mark training wishes as met',
    trainingDemandDecline: 'Decline a training wish',
    knowHowHolderCreate: 'Enter a know-how holder',
    knowHowHolderConfirm: 'Confirm a know-how holder',
    knowHowHolderEnd: 'End a know-how holder',
    levelTestCreate: 'Plan a level test',
    levelTestHold: 'Enter the day of a level test',
    levelTestSetBands: 'Set the score rule of a level test',
    levelTestEnterScores: 'Enter scores',
    levelTestPlace: 'Place by a level test',
    trainingCertificatesIssue: 'Issue certificates',
  },
  records: {
    TrainingMenuItem: 'Training menu item',
    TrainingDemand: 'Training wish',
    KnowHowHolder: 'Know-how holder',
    LevelTest: 'Level test',
    LevelBand: 'Score rule',
    TestResult: 'Test result',
    TrainingCertificate: 'Certificate',
  },
};
