import type { Language } from "../text/language.ts";

const setting = "ANNALIST_EMBEDDER=openai-compatible:MODEL";

/** Name of the language in English; what is said in it: that only English can be searched, and which setting helps. */
interface Wording {
  readonly name: string;
  readonly notCovered: string;
  readonly notFound: string;
}

const wordings: Readonly<Partial<Record<Language, Wording>>> = {
  zh: {
    name: "Chinese",
    notCovered: `目前只能用英文检索这些文档。若要用中文提问，请把 ${setting} 设为一个多语言向量模型，并重新建立索引；或者用英文提问。`,
    notFound: "这些文档没有回答这个问题。",
  },
  ja: {
    name: "Japanese",
    notCovered: `現在は英語でしか文書を検索できません。日本語で質問するには、${setting} に多言語の埋め込みモデルを設定し、索引を作り直してください。または英語で質問してください。`,
    notFound: "これらの文書はこの質問に答えていません。",
  },
  ko: {
    name: "Korean",
    notCovered: `지금은 영어로만 문서를 검색할 수 있습니다. 한국어로 질문하려면 ${setting} 에 다국어 임베딩 모델을 지정하고 색인을 다시 만드세요. 또는 영어로 질문하세요.`,
    notFound: "이 문서들은 이 질문에 답하지 않습니다.",
  },
  ar: {
    name: "Arabic",
    notCovered: `لا يمكن البحث في هذه الوثائق حاليًا إلا بالإنجليزية. لطرح الأسئلة بالعربية اضبط ${setting} على نموذج تضمين متعدد اللغات ثم أعد بناء الفهرس، أو اسأل بالإنجليزية.`,
    notFound: "هذه الوثائق لا تجيب عن هذا السؤال.",
  },
  ru: {
    name: "Russian",
    notCovered: `Сейчас документы можно искать только по-английски. Чтобы спрашивать по-русски, задайте ${setting} с многоязычной моделью эмбеддингов и постройте индекс заново, или спросите по-английски.`,
    notFound: "Документы не отвечают на этот вопрос.",
  },
  es: {
    name: "Spanish",
    notCovered: `Por ahora solo se puede buscar en estos documentos en inglés. Para preguntar en español, configure ${setting} con un modelo de embeddings multilingüe y vuelva a crear el índice, o pregunte en inglés.`,
    notFound: "Los documentos no responden a esta pregunta.",
  },
  fr: {
    name: "French",
    notCovered: `Pour l'instant, ces documents ne peuvent être interrogés qu'en anglais. Pour poser des questions en français, réglez ${setting} sur un modèle d'embeddings multilingue et reconstruisez l'index, ou posez la question en anglais.`,
    notFound: "Les documents ne répondent pas à cette question.",
  },
  de: {
    name: "German",
    notCovered: `Diese Dokumente lassen sich zurzeit nur auf Englisch durchsuchen. Um auf Deutsch zu fragen, setzen Sie ${setting} auf ein mehrsprachiges Embedding-Modell und bauen Sie den Index neu auf, oder fragen Sie auf Englisch.`,
    notFound: "Die Dokumente beantworten diese Frage nicht.",
  },
  pt: {
    name: "Portuguese",
    notCovered: `Por enquanto só é possível pesquisar estes documentos em inglês. Para perguntar em português, defina ${setting} com um modelo de embeddings multilíngue e reconstrua o índice, ou pergunte em inglês.`,
    notFound: "Os documentos não respondem a esta pergunta.",
  },
  it: {
    name: "Italian",
    notCovered: `Per ora questi documenti si possono interrogare solo in inglese. Per fare domande in italiano, impostare ${setting} con un modello di embedding multilingue e ricostruire l'indice, oppure chiedere in inglese.`,
    notFound: "I documenti non rispondono a questa domanda.",
  },
};

/** That the embedder does not cover the language of a question: in that language where it is known, and in English. */
export function languageNotCovered(language: Language): string {
  const known = wordings[language];
  const english = `These documents can be searched in English only. To ask in ${known?.name ?? "other languages"}, set ${setting} to a multilingual embedding model and build the index again, or ask in English.`;
  return known === undefined ? english : `${known.notCovered} ${english}`;
}

/** That the documents do not answer: in the language of the question where it is known, and in English. */
export function notFoundIn(language: Language): string {
  const english = "The documents do not answer this.";
  const known = wordings[language];
  return known === undefined ? english : `${known.notFound} ${english}`;
}
