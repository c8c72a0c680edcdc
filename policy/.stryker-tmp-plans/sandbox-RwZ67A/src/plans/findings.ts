// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import { date } from '../policy-values.ts';
import type { Milestone, Objective, Plan, PlanAction } from './plan.ts';

/** Something wrong with a plan. An `error` keeps it from being agreed; a `warning` is worth a look. */
export interface PlanFinding {
  readonly level: 'error' | 'warning';
  readonly rule: 'M35' | 'M36';
  /** Id of the objective it is about, where it is about one. */
  readonly objective?: string;
  /** What is wrong and what to do. */
  readonly says: string;
}

/** What is wrong with a plan before anybody works by it (M35, M36): a development plan and both attainment plans. */
export function planFindings(plan: Plan): readonly PlanFinding[] {
  if (stryMutAct_9fa48("292")) {
    {}
  } else {
    stryCov_9fa48("292");
    const rule: PlanFinding['rule'] = (stryMutAct_9fa48("295") ? plan.kind !== 'development' : stryMutAct_9fa48("294") ? false : stryMutAct_9fa48("293") ? true : (stryCov_9fa48("293", "294", "295"), plan.kind === (stryMutAct_9fa48("296") ? "" : (stryCov_9fa48("296"), 'development')))) ? stryMutAct_9fa48("297") ? "" : (stryCov_9fa48("297"), 'M35') : stryMutAct_9fa48("298") ? "" : (stryCov_9fa48("298"), 'M36');
    const answered = new Set(plan.objectives.map(stryMutAct_9fa48("299") ? () => undefined : (stryCov_9fa48("299"), ({
      area
    }) => area)));
    const supported = stryMutAct_9fa48("300") ? plan.objectives.every(({
      actions
    }) => actions.some(({
      support = ''
    }) => !blank(support))) : (stryCov_9fa48("300"), plan.objectives.some(stryMutAct_9fa48("301") ? () => undefined : (stryCov_9fa48("301"), ({
      actions
    }) => stryMutAct_9fa48("302") ? actions.every(({
      support = ''
    }) => !blank(support)) : (stryCov_9fa48("302"), actions.some(stryMutAct_9fa48("303") ? () => undefined : (stryCov_9fa48("303"), ({
      support = stryMutAct_9fa48("304") ? "Stryker was here!" : (stryCov_9fa48("304"), '')
    }) => stryMutAct_9fa48("305") ? blank(support) : (stryCov_9fa48("305"), !blank(support))))))));
    const found = stryMutAct_9fa48("306") ? () => undefined : (stryCov_9fa48("306"), (() => {
      const found = (level: PlanFinding['level'], says: string): PlanFinding => stryMutAct_9fa48("307") ? {} : (stryCov_9fa48("307"), {
        level,
        rule,
        says
      });
      return found;
    })());
    return stryMutAct_9fa48("308") ? [] : (stryCov_9fa48("308"), [...((stryMutAct_9fa48("312") ? plan.objectives.length <= 0 : stryMutAct_9fa48("311") ? plan.objectives.length >= 0 : stryMutAct_9fa48("310") ? false : stryMutAct_9fa48("309") ? true : (stryCov_9fa48("309", "310", "311", "312"), plan.objectives.length > 0)) ? stryMutAct_9fa48("313") ? ["Stryker was here"] : (stryCov_9fa48("313"), []) : stryMutAct_9fa48("314") ? [] : (stryCov_9fa48("314"), [found(stryMutAct_9fa48("315") ? "" : (stryCov_9fa48("315"), 'error'), stryMutAct_9fa48("316") ? "" : (stryCov_9fa48("316"), 'It has no objective. Add one at least.'))])), ...((stryMutAct_9fa48("319") ? plan.kind === 'development' && plan.areas.length > 0 : stryMutAct_9fa48("318") ? false : stryMutAct_9fa48("317") ? true : (stryCov_9fa48("317", "318", "319"), (stryMutAct_9fa48("321") ? plan.kind !== 'development' : stryMutAct_9fa48("320") ? false : (stryCov_9fa48("320", "321"), plan.kind === (stryMutAct_9fa48("322") ? "" : (stryCov_9fa48("322"), 'development')))) || (stryMutAct_9fa48("325") ? plan.areas.length <= 0 : stryMutAct_9fa48("324") ? plan.areas.length >= 0 : stryMutAct_9fa48("323") ? false : (stryCov_9fa48("323", "324", "325"), plan.areas.length > 0)))) ? stryMutAct_9fa48("326") ? ["Stryker was here"] : (stryCov_9fa48("326"), []) : stryMutAct_9fa48("327") ? [] : (stryCov_9fa48("327"), [found(stryMutAct_9fa48("328") ? "" : (stryCov_9fa48("328"), 'error'), stryMutAct_9fa48("329") ? "" : (stryCov_9fa48("329"), 'It names no area of concern. Name those that put the school at risk.'))])), ...(stryMutAct_9fa48("330") ? plan.areas.map(area => found('error', `No objective answers the area ${area}. Add one, or take the area out.`)) : (stryCov_9fa48("330"), plan.areas.filter(stryMutAct_9fa48("331") ? () => undefined : (stryCov_9fa48("331"), area => stryMutAct_9fa48("332") ? answered.has(area) : (stryCov_9fa48("332"), !answered.has(area)))).map(stryMutAct_9fa48("333") ? () => undefined : (stryCov_9fa48("333"), area => found(stryMutAct_9fa48("334") ? "" : (stryCov_9fa48("334"), 'error'), stryMutAct_9fa48("335") ? `` : (stryCov_9fa48("335"), `No objective answers the area ${area}. Add one, or take the area out.`)))))), ...((stryMutAct_9fa48("338") ? plan.kind === 'full' || !supported : stryMutAct_9fa48("337") ? false : stryMutAct_9fa48("336") ? true : (stryCov_9fa48("336", "337", "338"), (stryMutAct_9fa48("340") ? plan.kind !== 'full' : stryMutAct_9fa48("339") ? true : (stryCov_9fa48("339", "340"), plan.kind === (stryMutAct_9fa48("341") ? "" : (stryCov_9fa48("341"), 'full')))) && (stryMutAct_9fa48("342") ? supported : (stryCov_9fa48("342"), !supported)))) ? stryMutAct_9fa48("343") ? [] : (stryCov_9fa48("343"), [found(stryMutAct_9fa48("344") ? "" : (stryCov_9fa48("344"), 'error'), stryMutAct_9fa48("345") ? "" : (stryCov_9fa48("345"), 'It has no support of the trust. Say with an action what the trust adds.'))]) : stryMutAct_9fa48("346") ? ["Stryker was here"] : (stryCov_9fa48("346"), [])), ...plan.objectives.flatMap(stryMutAct_9fa48("347") ? () => undefined : (stryCov_9fa48("347"), one => objectiveFindings(plan, one).map(stryMutAct_9fa48("348") ? () => undefined : (stryCov_9fa48("348"), each => stryMutAct_9fa48("349") ? {} : (stryCov_9fa48("349"), {
      ...each,
      rule
    }))))), ...repeated(plan.objectives.map(stryMutAct_9fa48("350") ? () => undefined : (stryCov_9fa48("350"), ({
      id
    }) => id))).map(stryMutAct_9fa48("351") ? () => undefined : (stryCov_9fa48("351"), id => found(stryMutAct_9fa48("352") ? "" : (stryCov_9fa48("352"), 'error'), stryMutAct_9fa48("353") ? `` : (stryCov_9fa48("353"), `Two objectives have the id ${id}. Give each its own.`)))), ...nothingBefore(plan).map(stryMutAct_9fa48("354") ? () => undefined : (stryCov_9fa48("354"), says => found(stryMutAct_9fa48("355") ? "" : (stryCov_9fa48("355"), 'error'), says)))]);
  }
}
function objectiveFindings(plan: Plan, given: Objective): Omit<PlanFinding, 'rule'>[] {
  if (stryMutAct_9fa48("356")) {
    {}
  } else {
    stryCov_9fa48("356");
    const {
      id,
      what,
      owner = stryMutAct_9fa48("357") ? "Stryker was here!" : (stryCov_9fa48("357"), ''),
      actions,
      milestones,
      impact
    } = given;
    const name = blank(what) ? id : what;
    const error = stryMutAct_9fa48("358") ? () => undefined : (stryCov_9fa48("358"), (() => {
      const error = (says: string) => stryMutAct_9fa48("359") ? {} : (stryCov_9fa48("359"), {
        level: 'error' as const,
        objective: id,
        says
      });
      return error;
    })());
    return stryMutAct_9fa48("360") ? [] : (stryCov_9fa48("360"), [...(blank(what) ? stryMutAct_9fa48("361") ? [] : (stryCov_9fa48("361"), [error(stryMutAct_9fa48("362") ? `` : (stryCov_9fa48("362"), `The objective ${id} is empty. Say what is to be reached.`))]) : stryMutAct_9fa48("363") ? ["Stryker was here"] : (stryCov_9fa48("363"), [])), ...(blank(owner) ? stryMutAct_9fa48("364") ? [] : (stryCov_9fa48("364"), [error(stryMutAct_9fa48("365") ? `` : (stryCov_9fa48("365"), `"${name}" has no owner. Name who answers for it.`))]) : stryMutAct_9fa48("366") ? ["Stryker was here"] : (stryCov_9fa48("366"), [])), ...((stryMutAct_9fa48("370") ? actions.length <= 0 : stryMutAct_9fa48("369") ? actions.length >= 0 : stryMutAct_9fa48("368") ? false : stryMutAct_9fa48("367") ? true : (stryCov_9fa48("367", "368", "369", "370"), actions.length > 0)) ? stryMutAct_9fa48("371") ? ["Stryker was here"] : (stryCov_9fa48("371"), []) : stryMutAct_9fa48("372") ? [] : (stryCov_9fa48("372"), [error(stryMutAct_9fa48("373") ? `` : (stryCov_9fa48("373"), `"${name}" has no action. Add what will be done.`))])), ...((stryMutAct_9fa48("377") ? milestones.length <= 0 : stryMutAct_9fa48("376") ? milestones.length >= 0 : stryMutAct_9fa48("375") ? false : stryMutAct_9fa48("374") ? true : (stryCov_9fa48("374", "375", "376", "377"), milestones.length > 0)) ? stryMutAct_9fa48("378") ? ["Stryker was here"] : (stryCov_9fa48("378"), []) : stryMutAct_9fa48("379") ? [] : (stryCov_9fa48("379"), [error(stryMutAct_9fa48("380") ? `` : (stryCov_9fa48("380"), `"${name}" has no milestone. Add what can be seen, and by when.`))])), ...(blank(impact) ? stryMutAct_9fa48("381") ? [] : (stryCov_9fa48("381"), [error(stryMutAct_9fa48("382") ? `` : (stryCov_9fa48("382"), `"${name}" names no impact. Say what will be better for pupils.`))]) : stryMutAct_9fa48("383") ? ["Stryker was here"] : (stryCov_9fa48("383"), [])), ...repeated((stryMutAct_9fa48("384") ? [] : (stryCov_9fa48("384"), [...actions, ...milestones])).map(stryMutAct_9fa48("385") ? () => undefined : (stryCov_9fa48("385"), one => one.id))).map(stryMutAct_9fa48("386") ? () => undefined : (stryCov_9fa48("386"), twice => error(stryMutAct_9fa48("387") ? `` : (stryCov_9fa48("387"), `"${name}" has the id ${twice} twice. Give each action and milestone its own.`)))), ...(stryMutAct_9fa48("388") ? actions.map(action => error(`"${action.what}" costs ${action.cost}. Give whole pounds, 0 or more.`)) : (stryCov_9fa48("388"), actions.filter(stryMutAct_9fa48("389") ? () => undefined : (stryCov_9fa48("389"), ({
      cost
    }) => stryMutAct_9fa48("392") ? !Number.isInteger(cost) && cost < 0 : stryMutAct_9fa48("391") ? false : stryMutAct_9fa48("390") ? true : (stryCov_9fa48("390", "391", "392"), (stryMutAct_9fa48("393") ? Number.isInteger(cost) : (stryCov_9fa48("393"), !Number.isInteger(cost))) || (stryMutAct_9fa48("396") ? cost >= 0 : stryMutAct_9fa48("395") ? cost <= 0 : stryMutAct_9fa48("394") ? false : (stryCov_9fa48("394", "395", "396"), cost < 0))))).map(stryMutAct_9fa48("397") ? () => undefined : (stryCov_9fa48("397"), action => error(stryMutAct_9fa48("398") ? `` : (stryCov_9fa48("398"), `"${action.what}" costs ${action.cost}. Give whole pounds, 0 or more.`)))))), ...(stryMutAct_9fa48("399") ? [] : (stryCov_9fa48("399"), [...actions, ...milestones])).flatMap(stryMutAct_9fa48("400") ? () => undefined : (stryCov_9fa48("400"), one => dated(plan, one, id)))]);
  }
}

/** An action or milestone needs words and a day; one before the plan began is looked at twice. */
function dated(plan: Plan, one: PlanAction | Milestone, objective: string): Omit<PlanFinding, 'rule'>[] {
  if (stryMutAct_9fa48("401")) {
    {}
  } else {
    stryCov_9fa48("401");
    const name = blank(one.what) ? one.id : one.what;
    return stryMutAct_9fa48("402") ? [] : (stryCov_9fa48("402"), [...(blank(one.what) ? stryMutAct_9fa48("403") ? [] : (stryCov_9fa48("403"), [stryMutAct_9fa48("404") ? {} : (stryCov_9fa48("404"), {
      level: 'error' as const,
      objective,
      says: stryMutAct_9fa48("405") ? `` : (stryCov_9fa48("405"), `${one.id} is empty. Say what it is.`)
    })]) : stryMutAct_9fa48("406") ? ["Stryker was here"] : (stryCov_9fa48("406"), [])), ...((stryMutAct_9fa48("407") ? date.safeParse(one.by).success : (stryCov_9fa48("407"), !date.safeParse(one.by).success)) ? stryMutAct_9fa48("408") ? [] : (stryCov_9fa48("408"), [stryMutAct_9fa48("409") ? {} : (stryCov_9fa48("409"), {
      level: 'error' as const,
      objective,
      says: stryMutAct_9fa48("410") ? `` : (stryCov_9fa48("410"), `"${name}" has no day. Give one as YYYY-MM-DD.`)
    })]) : (stryMutAct_9fa48("414") ? one.by >= plan.begun : stryMutAct_9fa48("413") ? one.by <= plan.begun : stryMutAct_9fa48("412") ? false : stryMutAct_9fa48("411") ? true : (stryCov_9fa48("411", "412", "413", "414"), one.by < plan.begun)) ? stryMutAct_9fa48("415") ? [] : (stryCov_9fa48("415"), [stryMutAct_9fa48("416") ? {} : (stryCov_9fa48("416"), {
      level: 'warning' as const,
      objective,
      says: stryMutAct_9fa48("417") ? `` : (stryCov_9fa48("417"), `"${name}" is for ${one.by}, before the plan began.`)
    })]) : stryMutAct_9fa48("418") ? ["Stryker was here"] : (stryCov_9fa48("418"), []))]);
  }
}

/** Governors note what was agreed with the head, not what is still being written (M35). */
function nothingBefore({
  begun,
  agreed,
  noted
}: Plan): readonly string[] {
  if (stryMutAct_9fa48("419")) {
    {}
  } else {
    stryCov_9fa48("419");
    return stryMutAct_9fa48("420") ? [] : (stryCov_9fa48("420"), [...((stryMutAct_9fa48("423") ? agreed || agreed.on < begun : stryMutAct_9fa48("422") ? false : stryMutAct_9fa48("421") ? true : (stryCov_9fa48("421", "422", "423"), agreed && (stryMutAct_9fa48("426") ? agreed.on >= begun : stryMutAct_9fa48("425") ? agreed.on <= begun : stryMutAct_9fa48("424") ? true : (stryCov_9fa48("424", "425", "426"), agreed.on < begun)))) ? stryMutAct_9fa48("427") ? [] : (stryCov_9fa48("427"), [stryMutAct_9fa48("428") ? `` : (stryCov_9fa48("428"), `It was agreed on ${agreed.on}, before it began. Correct a date.`)]) : stryMutAct_9fa48("429") ? ["Stryker was here"] : (stryCov_9fa48("429"), [])), ...((stryMutAct_9fa48("432") ? noted || !agreed : stryMutAct_9fa48("431") ? false : stryMutAct_9fa48("430") ? true : (stryCov_9fa48("430", "431", "432"), noted && (stryMutAct_9fa48("433") ? agreed : (stryCov_9fa48("433"), !agreed)))) ? stryMutAct_9fa48("434") ? [] : (stryCov_9fa48("434"), [stryMutAct_9fa48("435") ? "" : (stryCov_9fa48("435"), 'It was noted by governors but not agreed with the head. Agree it first.')]) : stryMutAct_9fa48("436") ? ["Stryker was here"] : (stryCov_9fa48("436"), [])), ...((stryMutAct_9fa48("439") ? noted && agreed || noted.on < agreed.on : stryMutAct_9fa48("438") ? false : stryMutAct_9fa48("437") ? true : (stryCov_9fa48("437", "438", "439"), (stryMutAct_9fa48("441") ? noted || agreed : stryMutAct_9fa48("440") ? true : (stryCov_9fa48("440", "441"), noted && agreed)) && (stryMutAct_9fa48("444") ? noted.on >= agreed.on : stryMutAct_9fa48("443") ? noted.on <= agreed.on : stryMutAct_9fa48("442") ? true : (stryCov_9fa48("442", "443", "444"), noted.on < agreed.on)))) ? stryMutAct_9fa48("445") ? [] : (stryCov_9fa48("445"), [stryMutAct_9fa48("446") ? `` : (stryCov_9fa48("446"), `Governors noted it on ${noted.on}, before it was agreed on ${agreed.on}. Have it noted again.`)]) : stryMutAct_9fa48("447") ? ["Stryker was here"] : (stryCov_9fa48("447"), []))]);
  }
}
function blank(value: string): boolean {
  if (stryMutAct_9fa48("448")) {
    {}
  } else {
    stryCov_9fa48("448");
    return stryMutAct_9fa48("451") ? value.trim() !== '' : stryMutAct_9fa48("450") ? false : stryMutAct_9fa48("449") ? true : (stryCov_9fa48("449", "450", "451"), (stryMutAct_9fa48("452") ? value : (stryCov_9fa48("452"), value.trim())) === (stryMutAct_9fa48("453") ? "Stryker was here!" : (stryCov_9fa48("453"), '')));
  }
}
function repeated(ids: readonly string[]): readonly string[] {
  if (stryMutAct_9fa48("454")) {
    {}
  } else {
    stryCov_9fa48("454");
    return stryMutAct_9fa48("455") ? [] : (stryCov_9fa48("455"), [...new Set(stryMutAct_9fa48("456") ? ids : (stryCov_9fa48("456"), ids.filter(stryMutAct_9fa48("457") ? () => undefined : (stryCov_9fa48("457"), (id, index) => stryMutAct_9fa48("460") ? ids.indexOf(id) === index : stryMutAct_9fa48("459") ? false : stryMutAct_9fa48("458") ? true : (stryCov_9fa48("458", "459", "460"), ids.indexOf(id) !== index)))))]);
  }
}