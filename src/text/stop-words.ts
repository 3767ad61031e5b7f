const list = `a about above after again against all also am an and any are as at be because been before being below
between both but by can could did do does doing down during each few for from further had has have having he her here
hers herself him himself his how i if in into is it its itself just me more most my myself no nor not of off on once
only or other our ours ourselves out over own same she should so some such than that the their theirs them themselves
then there these they this those through to too under until up upon very was we were what when where which while who
whom whose why will with would you your yours yourself yourselves may might must shall us tell please let
dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt im ive id whats wheres whos hows
thats theres theyre theyve weve youre`;

const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/u));

/** True for English function words, given folded (`foldWord`): they carry grammar and no topic. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
