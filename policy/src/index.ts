/**
 * The trust's school improvement strategy as pure functions: given the policy, the facts recorded so far and the time
 * now, what is owed, by whom, to whom, and is this input allowed? No input or output happens here, and no clock is
 * read: `now` is always handed in. This is the room's only door.
 *
 * A walk through it: `OWLS` (or `loadPolicy`) gives the policy; `halfTermAt` says where in the year it is; `due` lists
 * what is owed; `startingPoint`, `parseSoapStep`, `findings` and `blocks` carry a return from card to submission;
 * `suggestion`, `checkProposal`, `checkValidation` and `summary` carry a round of categories; `plan` makes the year's
 * meetings; `planImport` reads the government's files; `access` decides who may; the views are what screens show.
 */

export { access, type Decision } from './access/access.ts';
export { ACTIONS, type Action } from './access/action.ts';
export { ceoOf, clusterLeaderOf, headedBy, headLeaderOf, headOf } from './access/roles.ts';
export {
  type AnalysisAction,
  type AnalysisRecord,
  analysisInWords,
  analysisKey,
  isOfAnalysis,
  type NeedWritten,
  standingActions,
} from './analysis/analysis-record.ts';
export {
  missingFrom,
  needActionFindings,
  needFindings,
  needRemovalFindings,
  sentFindings,
} from './analysis/check-analysis.ts';
export { analysedFigures } from './analysis/figures.ts';
export {
  academicYearAt,
  dateAt,
  halfTermAt,
  halfTermBefore,
  halfTermById,
  halfTermLabel,
  halfTerms,
  instantAt,
  isSchoolDay,
} from './calendar/academic-calendar.ts';
export { dayInWords } from './calendar/day-in-words.ts';
export {
  type AcademicYear,
  HALF_TERM_ID,
  type HalfTerm,
  type HalfTermId,
  type HalfTermName,
} from './calendar/half-term.ts';
export {
  AGREEMENT_ANSWERS,
  type Agreement,
  type AgreementAnswer,
  agreementOf,
  checkAgreement,
  termOf,
} from './categorisation/agreement.ts';
export type { CategoryCode, Judgement, Suggestion } from './categorisation/judgement.ts';
export { judgementOf, lastJudgement } from './categorisation/kept.ts';
export { checkProposal, checkValidation } from './categorisation/proposal.ts';
export { type RoundState, type RoundWindow, roundState, roundWindow, schoolsInRound } from './categorisation/round.ts';
export { categoryByCode, choicesFor, type Move, move, scaleOf } from './categorisation/scale.ts';
export { suggestion } from './categorisation/suggestion.ts';
export { type CategorySummary, summary } from './categorisation/summary.ts';
export {
  checkJudgementTakenBack,
  JUDGEMENT_PARTS,
  type JudgementPart,
  partToTakeBack,
} from './categorisation/taking-back.ts';
export { visitsBeside } from './categorisation/visits-beside.ts';
export { type Accuracy, accuracyOf, standingWord } from './collection/accuracy.ts';
export { checkStep, type WantedStep } from './collection/check-step.ts';
export {
  COLLECTION_STEPS,
  type CollectionRecords,
  type CollectionStep,
  type SaidStep,
  type TakenBack,
} from './collection/collection-step.ts';
export { standingNudge } from './collection/nudges.ts';
export { endOf, isTaken, isTakenFrom, lastWord } from './collection/taken.ts';
export {
  checkTakeBack,
  LONGEST_TAKE_BACK_NOTE,
  type SaidTakenBack,
  saidTakenBack,
  standingTakenBack,
} from './collection/taken-back.ts';
// Topics of the strategy beside returns, categories and the year's meetings: what records are, what is allowed, what is owed.
export type { Concern, Intervention, ProgressSeen } from './concerns/concern.ts';
export { closeConcern, escalate, escalationDue } from './concerns/escalation.ts';
export { openConcern, openingLevel } from './concerns/opening.ts';
export { moveToProcedure, requiredProcedure } from './concerns/procedure.ts';
export { recordIntervention, recordProgress } from './concerns/progress.ts';
export { schoolStanding } from './concerns/school-standing.ts';
export { nextSteps, recordStep } from './concerns/steps.ts';
export { due } from './duties/due.ts';
export type { CalendarDuty, ChannelDuty, Duty, PersonDuty } from './duties/duty.ts';
export type { Task } from './duties/task.ts';
export { type Edition, editionsOf, policyOf, policyOn, widest } from './editions/editions.ts';
export type { Why } from './explanation/why.ts';
export { extraDataFindings, extraFigureLabel, lastBefore } from './extra-data/check-extra-data.ts';
export { type ExtraDataAsked, extraDataAsked } from './extra-data/extra-data-asked.ts';
export type { ExtraFigures, ExtraFiguresGiven } from './extra-data/extra-figures.ts';
export { extraDataName, extraFiguresInWords } from './extra-data/in-words.ts';
export type { Facts } from './facts.ts';
export { type AgendaItem, agendaOf } from './gatherings/agenda.ts';
export { type Apology, invitedTo, movedSince, standInOf } from './gatherings/apology.ts';
export { type Attendance, attendance } from './gatherings/attendance.ts';
export type { Delegates } from './gatherings/delegates.ts';
export type {
  ArrangedGathering,
  Gathering,
  GatheringPlan,
  RecordedGathering,
  UnplacedGathering,
} from './gatherings/gathering.ts';
export type { GatheringsRecords } from './gatherings/gatherings-tasks.ts';
export { ics } from './gatherings/ics.ts';
export { areasFoundBy, minutesOf } from './gatherings/kept-minutes.ts';
export { meetingAccess } from './gatherings/meeting-access.ts';
export { type Action as MeetingAction, agreed, openActions } from './gatherings/meeting-action.ts';
export { type MeetingPoint, type MinutesSheet, POINT_KINDS, type PointKind } from './gatherings/meeting-point.ts';
export { type Minutes, minuted } from './gatherings/minutes.ts';
export { gatheringPlan, occurrences } from './gatherings/occurrences.ts';
export { momentOf } from './gatherings/owed.ts';
export { replanned } from './gatherings/replanned.ts';
export { type Rhythm, rhythms } from './gatherings/rhythm.ts';
export { groupMeasures, groupsAsked, groupYears } from './groups/asked.ts';
export { type GroupChange, groupChanges } from './groups/group-changes.ts';
export type { GroupPolicy, GroupsPolicy } from './groups/groups-policy.ts';
export type { FieldChange, FileRead, ImportPlan, ImportProblem, ResultsRow, SchoolRow } from './imports/import-plan.ts';
export { mergeImport } from './imports/merge.ts';
export { planImport } from './imports/plan-import.ts';
export { MISSING, type Missing, type PublishedFigure, type PublishedResult } from './imports/published-result.ts';
export { readResultsCsv } from './imports/results-csv.ts';
export { readSchoolsCsv } from './imports/schools-csv.ts';
export { checkInspection } from './inspections/check-inspection.ts';
export { historyOf } from './inspections/history.ts';
export { inspectionInWords } from './inspections/in-words.ts';
export type { Inspection, InspectionGiven } from './inspections/inspection.ts';
export type { Framework, InspectionsPolicy } from './inspections/inspections-policy.ts';
export { mapped } from './inspections/mapping.ts';
export { ofstedPartAt, schoolsInspected, supportKept } from './inspections/ofsted-part.ts';
export { recordingFindings } from './inspections/recording.ts';
export type { SeenInspection } from './inspections/seen.ts';
export { loadPolicy, PolicyError } from './load-policy.ts';
export type { Meeting, MeetingAnswer, MeetingKind, RecordedMeeting } from './meetings/meeting.ts';
export { nextMeetings } from './meetings/next.ts';
export { plan } from './meetings/plan.ts';
export { isAcademicYear } from './national/academic-year.ts';
export { publishedAgainstNation } from './national/analysis.ts';
export {
  assessmentFindings,
  assessmentRemovalFindings,
  LONGEST_REMOVAL_REASON,
} from './national/assessment-findings.ts';
export type { AssessmentGiven, AssessmentRecord } from './national/assessment-record.ts';
export { assessmentInWords, assessmentName } from './national/assessment-words.ts';
export { assessmentsOf } from './national/assessments.ts';
export { againstNation, nationalOf } from './national/averages.ts';
export { nameOn } from './national/names.ts';
export type { Assessment, NationalPolicy } from './national/national-policy.ts';
export { trustAgainstNation } from './national/trust-analysis.ts';
export { offered, prioritiesOf } from './outside/offered.ts';
export { peopleGaps } from './outside/people-gaps.ts';
export { register } from './outside/register.ts';
export { checkTalk, tellings } from './outside/telling.ts';
export { OWLS } from './owls.ts';
export { agreeReviews, type ReviewGiven } from './peer-review/agree-reviews.ts';
export { assignReviewers } from './peer-review/assign-reviewers.ts';
export { checkPeerReview } from './peer-review/check-peer-review.ts';
export { type PeerReview, peerReviewKey, type WithdrawnReview } from './peer-review/peer-review.ts';
export type { PeerReviewRecords } from './peer-review/peer-review-tasks.ts';
export { type ProtocolStep, protocolSteps } from './peer-review/protocol-steps.ts';
export { reviewDays } from './peer-review/review-days.ts';
export { isPeerReview } from './peer-review/review-gatherings.ts';
export { mayTick, tickFindings } from './peer-review/tick-step.ts';
export { withdrawalFindings } from './peer-review/withdraw-review.ts';
export { type Ahead, ahead, type TimesAhead } from './planning/ahead.ts';
export { type BusyTime, bestSlots, type Slot } from './planning/best-slots.ts';
export type { AheadView, CalendarJob, NotDone } from './planning/calendar-job.ts';
export { compared, type PlansCompared } from './planning/compared.ts';
export type { MeetingMove } from './planning/moves.ts';
export { recordedGatherings } from './planning/recorded.ts';
export { dayOff, hasMailbox, type Trouble } from './planning/troubles.ts';
export { yearPlan } from './planning/year-plan.ts';
export { agreePlan, notePlan, reviewPlan } from './plans/agreeing.ts';
export { closePlan } from './plans/closing.ts';
export { planFindings } from './plans/findings.ts';
export { planImpact } from './plans/impact.ts';
export type { Plan, PlanReview } from './plans/plan.ts';
export { requiredPlans } from './plans/required-plans.ts';
export { reviewDue } from './plans/reviews.ts';
export { NO_RECORDS, type StrategyRecords } from './records.ts';
export { annualEvaluation } from './reports/annual-evaluation.ts';
export { boardSoap } from './reports/board-soap.ts';
export { ceoTermly } from './reports/ceo-termly.ts';
export { headsReport } from './reports/heads-report.ts';
export type { Report, ReportAnswer, ReportSection } from './reports/report.ts';
export type { ReportSources } from './reports/report-sources.ts';
export { standardsAndRisk } from './reports/standards-and-risk.ts';
export { strategyWorking } from './reports/strategy-working.ts';
export { RULES, type RuleId } from './rules.ts';
export {
  type ExportMapping,
  type ExportTable,
  exportTable,
  fittedMapping,
  groupsIn,
  guessGroup,
  guessMapping,
} from './sheets/export-mapping.ts';
export { type ExportReading, readExport } from './sheets/read-export.ts';
export { isTemplate, readTemplate, type TemplateReading } from './sheets/read-template.ts';
export { recordsSheet } from './sheets/records-sheet.ts';
export type { Sheet, SheetCell, SheetFinding } from './sheets/sheet.ts';
export { soapTemplate, type TemplateCell, type TemplateSheet } from './sheets/template.ts';
export type { UploadedWorkbook } from './sheets/uploaded.ts';
export { type Weighted, weighted } from './soap/aggregation.ts';
export { type CollectionState, type CollectionWindow, collectionState, collectionWindow } from './soap/collection.ts';
export { type Change, comparison } from './soap/comparison.ts';
export type { SoapContent } from './soap/content.ts';
export { blocks, type Checked, findings, impossible } from './soap/findings.ts';
export { type InputValues, inputOf, valuesOf } from './soap/inputs.ts';
export { draftOf, latestReturn, previousReturn, returnsOf } from './soap/kept.ts';
export { measuresFor, measuresOfYear, schoolMeasures, stepsFor, yearsAsked, yearsOf } from './soap/measures.ts';
export type { Cohort, Figures, Finding, PupilGroup, SoapDraft, SoapReturn } from './soap/return.ts';
export { sameYear, startingPoint } from './soap/starting-point.ts';
export { numberFrom, parseSoapStep, type StepContent, type StepInput, withStep } from './soap/step-input.ts';
export { type Suppressed, suppressed } from './soap/suppression.ts';
export { allocate, checkSupport } from './support/allocation.ts';
export { ledgerOf } from './support/ledger.ts';
export { routesFor } from './support/routes.ts';
export type { RingFence, SpentEntry, Support } from './support/support.ts';
export { takeApprovalBack } from './targets/approval-taken-back.ts';
export {
  approveTrustTargets,
  boardApproval,
  putsOf,
  putToBoard,
  type TargetsForBoard,
} from './targets/board-approval.ts';
export { answerBoardQuestion, askBoardQuestion, type BoardQuestion } from './targets/board-questions.ts';
export { checkTarget } from './targets/check-target.ts';
export { contentBesideTargets, type StandingTarget, standingTargets } from './targets/content-beside.ts';
export { kpiReadings } from './targets/kpis.ts';
export type { Progress } from './targets/monitoring.ts';
export type { StartingFigure, TargetProposal } from './targets/proposal.ts';
export { targetProposals } from './targets/proposal.ts';
export { agreeTarget, proposeTarget, reviseTarget, signOffTarget } from './targets/setting.ts';
export { TARGET_DOINGS, type TargetDoing, type TargetWanted, takeTargetSteps } from './targets/steps.ts';
export {
  betterBy,
  TARGET_STATES,
  type Target,
  type TargetCell,
  type TargetFigures,
  type TargetRevision,
  type TargetState,
} from './targets/target.ts';
export type { TargetRecords } from './targets/targets-tasks.ts';
export { type CombinedReading, combinedReadings, targetsMonitored } from './targets/trust-monitoring.ts';
export { type TrustTarget, trustTargets } from './targets/trust-targets.ts';
export { angleOf } from './trajectory/angle.ts';
export { type Chance, chanceInWords } from './trajectory/chance-words.ts';
export { chanceOf, type Known, outlookOf, predicted, type YearEnd } from './trajectory/outlook.ts';
export type { Trajectory } from './trajectory/trajectory.ts';
export type { TrajectoryPolicy } from './trajectory/trajectory-policy.ts';
export { belongs, schoolsOn } from './trust/belonging.ts';
export { nameOf } from './trust/name-of.ts';
export { type Person, ROLES, type Role, type RoleHeld, type Scope } from './trust/people.ts';
export {
  GOVERNANCE,
  type Governance,
  type OfstedGrade,
  PHASES,
  type Phase,
  type School,
  YEAR_GROUPS,
  type YearGroup,
} from './trust/school.ts';
export { yearName, yearsInWords } from './trust/year-group.ts';
export type {
  AcademicYearPolicy,
  CategorisationPolicy,
  CategoryPolicy,
  DayOffset,
  Measure,
  MeetingPolicy,
  SoapPolicy,
  SoapStep,
  TrustPolicy,
} from './trust-policy.ts';
export { agreementView } from './views/agreement.ts';
export { type AnalysisView, analysisOf, analysisView, type ShownFigure, type ShownNeed } from './views/analysis.ts';
export type { ShownGroupFigure, ShownGroups } from './views/analysis-groups.ts';
export { type AssessmentsView, assessmentsView, type ShownAssessment } from './views/assessments.ts';
export { categoriesView } from './views/categories.ts';
export {
  type CategoryMatrixView,
  categoryMatrixView,
  type MatrixCategory,
  type MatrixRow,
} from './views/category-matrix.ts';
export { type CollectedSchool, type CollectionView, collectionView } from './views/collection.ts';
export { type DashboardExtra, dashboard } from './views/dashboard.ts';
export { type ExtraDataView, type ExtraMeasure, extraDataView, type ShownExtraData } from './views/extra-data.ts';
export {
  type GatheringsKept,
  type GatheringView,
  gatheringOfChat,
  gatheringView,
  type KeptAction,
  type MyGatherings,
  myGatherings,
} from './views/gathering.ts';
export { type Audited, type AuditedChange, type HistoryEntry, type HistoryView, historyView } from './views/history.ts';
export { type InspectionsView, inspectionsView, type ShownInspection } from './views/inspections.ts';
export { me } from './views/me.ts';
export { meetingsView } from './views/meetings.ts';
export { onAPageView } from './views/on-a-page.ts';
export type {
  BesideRow,
  OnAPageView,
  PageCell,
  PageGroups,
  PagePoint,
  PageTable,
} from './views/on-a-page-view.ts';
export {
  type PeerReviewsView,
  peerReviewsView,
  type Reviewer,
  type ReviewStep,
  type SchoolReview,
} from './views/peer-reviews.ts';
export { peopleView } from './views/people.ts';
export { type MadeMove, movesInForce, type PlanMeeting, type PlanView, planningFacts, planView } from './views/plan.ts';
export { schoolView } from './views/school.ts';
export { schoolTargetsView } from './views/school-targets.ts';
export { soapFormView } from './views/soap-form.ts';
export { targetsView } from './views/targets.ts';
export {
  type SchoolAnalysis,
  type TrustAnalysisView,
  type TrustFigure,
  trustAnalysisView,
} from './views/trust-analysis.ts';
export type {
  AgreementView,
  BoardTargetsView,
  CategoriesView,
  DashboardView,
  HeatCell,
  MeetingsView,
  MeView,
  NamedTrustTarget,
  PeopleView,
  SchoolTarget,
  SchoolTargetsState,
  SchoolTargetsView,
  SchoolView,
  SoapFormView,
  TargetsView,
} from './views/views.ts';
export { checkVisit } from './visits/check-visit.ts';
export { focusOf } from './visits/focus-of.ts';
export { lengthOf } from './visits/length-of.ts';
export { checkReview, ReviewHeldShape } from './visits/review-held.ts';
export { type PlannedVisit, type UnplacedVisit, visitPlan } from './visits/visit-plan.ts';
export {
  type MeetingDifference,
  meetingDifferences,
  type ValueDifference,
  valueDifferences,
} from './what-if/differences.ts';
export { type OutcomeDifference, outcomeDifferences, type Situation } from './what-if/outcomes.ts';
export { overlay } from './what-if/overlay.ts';
