/**
 * What reading does not plan, and why: where a selection holds one of these fields, resolvers answer its root field. The list stands
 * among the house's rules, and not in the API, because nothing at run time reads it; the aim is that it is empty.
 */
export const fallbacks: Readonly<Record<string, string>> = {
  'Edition.drift': 'it asks the catalogue the same question again',
  'Edition.isIntact': 'it hashes what is kept anew',
  'Edition.report': 'it is one value, kept whole, and the rows behind its figures are those of a report',
  'MetricCell.rows': 'its statement is written from the catalogue for the metric of its figure',
  'Query.auditCheck': 'it recomputes every seal of the county, portion by portion, so that none meets the time limit',
  'Query.briefPreview': 'its figures are asked of the catalogue as its text names them',
  'Query.briefReading': 'its figures are asked of the catalogue as its text names them',
  'Query.dividendPreview': 'it works a dividend out by the very code that enters it, and says what is wrong with it',
  'Query.dispatchRetention': 'it counts the same rows by batch and by town, and shows them behind each figure',
  'Query.explainAccess': 'it judges the rights of another person, on a record that rooms above are asked for',
  'Query.fittingOpenings': 'it weighs each opening against what somebody can and wishes, and says why',
  'Query.metrics': 'it is a list of the code, and no record is read',
  'Query.paySheet': 'it is worked out by the rule of whole fen, line by line',
  'Query.knowHowCoverage': 'it counts households by their mark, and no record is read',
  'Query.levelTestPlacement': 'it tries the score rule of a test out on its results',
  'Query.reportFormFilled': 'its figures are asked of the catalogue as its cells name them',
  'Query.stationActPreview': 'it tries an act out, and rooms above are asked for what it would touch',
  'Query.trainingDemandBoard': 'it sums wishes up by item and village, and no wish is read',
  'ReportLine.station': 'it hangs on a line that code has made',
};
