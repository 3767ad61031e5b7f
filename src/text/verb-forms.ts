/** What a word can be as a form of a verb. */
export interface VerbForm {
  /** Such as "open" for "opened". */
  readonly base: string;
  /** As in "it opens". */
  readonly isThird: boolean;
  /** As in "it opened". */
  readonly isPast: boolean;
  /** As in "it was opened". */
  readonly isParticiple: boolean;
}

/** Regular verbs by their base form; a "+" doubles the last letter before -ed. */
const regular = `abolish accept account achieve acquire adapt add administer adopt advise afford agree air allow amend analyse analyze
announce appear apply appoint approve arrange arrive ask assemble assign assist attach attend attract authorise
authorize award bake ban+ belong boil borrow brush calculate campaign cancel carry cause chair change charge check
claim classify clean clear click climb close collect combine compile complete comply compose compress comprise condemn
conduct confirm connect conserve consider consist constitute construct consume contain continue contribute control+
convert convict cook cool copy correct count cover crack create criticize cross dance date debate debut decide declare
decline decorate decrease dedicate defeat define delay deliver demand demolish deny depend deploy deprecate derive
describe deserve design destroy detect determine develop devote die digest disappear discover discuss dismiss display
dissolve distribute divide document dominate donate double drag drain drop+ dry earn edit educate elect emerge employ
enable encourage end enforce enjoy enlarge ensure enter equip+ erect escape establish estimate evolve examine excavate
exceed exchange execute exhibit exist expand expect explain explore export express extend face fail fasten feature
ferment file fill finance finish fix flood flow fold follow form found fund gain gather generate govern graduate grant
guarantee guard handle happen head heat help hire honour host house identify illustrate implement import impose
improve include incorporate increase indicate infect influence inform inhabit inherit initiate injure insert inspect
inspire install integrate intend interpret introduce invent investigate invite involve isolate issue join judge
justify kill knead label lack land last launch lease lift limit link list live load loan locate lock lower machine
maintain manage manufacture mark marry mature measure melt merge migrate mill mine mix monitor motivate move name
narrow need negotiate nominate note notify observe obtain occupy occur+ offer open operate oppose order organize
originate outline overlook own pack paint park participate pass paste patent pave perform permit+ persuade place plan+
plant play pledge populate position possess pour power praise predict preheat premiere prepare preserve press prevent
print proceed process produce prohibit promote propose protect prove provide publish pump purchase qualify question
quote raise range rank reach receive recommend reconstruct record recover recruit recycle redesign reduce refer+
reform refuse regain regard register regulate reject relate release relocate rely remain remember remove rename renew
renovate rent reopen repair repeat replace report represent request require rescue resemble reserve resign resolve
respond rest restart restore restrict result resume retain retire return reuse reveal reverse review revise reward
ripen rotate rule sack sail sample save scale schedule score screen seal search seat second secure seed select
sentence separate serve settle shake shape share ship+ sieve sign signal slice slip+ smoke soak solve sound span+
specialize specify sponsor spray stage stamp star+ start state stay steam stir+ stop+ store strengthen stress stretch
study submit+ succeed suffer suggest suit supply support surround survey survive suspect suspend switch tap target tax
test thicken tie tighten top+ total touch tour track trade train transfer+ transform translate transport travel treat
trigger+ triple turn type unite unveil update upgrade urge use vacate value vanish vary verify view visit vote walk
want warn wash watch weaken weigh welcome whisk widen work worship+ wrap+`;

/** Irregular verbs: base, past and participle. A past that equals the base is left out of the finite forms. */
const irregular = `become became become; begin began begun; bind bound bound; bear bore born; bring brought brought;
build built built; burn burned burned; buy bought bought; catch caught caught; choose chose chosen; come came come;
cost cost cost; cut cut cut; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed;
fight fought fought; find found found; fly flew flown; freeze froze frozen; get got got; give gave given; go went gone;
grow grew grown; hang hung hung; hide hid hidden; hit hit hit; hold held held; keep kept kept; know knew known;
lay laid laid; lead led led; leave left left; lend lent lent; lie lay lain; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; pay paid paid; put put put; read read read; ride rode ridden;
rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent;
set set set; shine shone shone; shrink shrank shrunk; shoot shot shot; show showed shown; shut shut shut; sing sang sung; sink sank sunk;
sit sat sat; sleep slept slept; speak spoke spoken; spend spent spent; split split split; spread spread spread;
stand stood stood; steal stole stolen; strike struck struck; swim swam swum; take took taken; teach taught taught;
tell told told; think thought thought; throw threw thrown; understand understood understood; wear wore worn;
weave wove woven; win won won; withdraw withdrew withdrawn; write wrote written; rewrite rewrote rewritten;
overtake overtook overtaken; rebuild rebuilt rebuilt; undergo underwent undergone; break broke broken; reset reset reset`;

const forms: ReadonlyMap<string, VerbForm> = collectForms();

/** The verb that a word, given in lower case, is a form of; null where it is none that is listed. */
export function verbForm(word: string): VerbForm | null {
  return forms.get(word) ?? null;
}

function collectForms(): ReadonlyMap<string, VerbForm> {
  const collected = new Map<string, VerbForm>();
  const add = (word: string, base: string, form: Partial<VerbForm>) => {
    const known = collected.get(word) ?? { base, isThird: false, isPast: false, isParticiple: false };
    if (known.base === base) collected.set(word, { ...known, ...form });
  };
  for (const entry of irregular.split(/;\s+/u)) {
    const [base = "", past = "", participle = ""] = entry.split(" ");
    add(base, base, {});
    add(thirdPerson(base), base, { isThird: true });
    if (past !== base) add(past, base, { isPast: true });
    add(participle, base, { isParticiple: true });
  }
  for (const entry of regular.split(/\s+/u)) {
    const base = entry.replace(/\+$/u, "");
    add(base, base, {});
    add(thirdPerson(base), base, { isThird: true });
    add(pastOf(base, entry.endsWith("+")), base, { isPast: true, isParticiple: true });
  }
  return collected;
}

/** "wrote" for "write", "founded" for "found". */
export function pastForm(base: string): string | null {
  for (const [word, form] of forms) if (form.base === base && form.isPast) return word;
  return null;
}

export function thirdPerson(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string, doubles: boolean): string {
  if (doubles) return `${base}${base.at(-1)}ed`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith("e") ? `${base}d` : `${base}ed`;
}
